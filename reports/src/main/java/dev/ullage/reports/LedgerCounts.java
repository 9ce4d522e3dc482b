package dev.ullage.reports;

import dev.ullage.analysis.LedgerRow;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many rows mean what. The larger has more of the most pressing meaning, then of the next. */
final class LedgerCounts implements Comparable<LedgerCounts> {

    private final Map<LedgerMeaning, Integer> counts = new EnumMap<>(LedgerMeaning.class);

    static LedgerCounts of(Iterable<LedgerRow> rows) {
        var counts = new LedgerCounts();
        rows.forEach(counts::add);
        return counts;
    }

    void add(LedgerRow row) {
        counts.merge(LedgerMeaning.of(row.verdict()), 1, Integer::sum);
    }

    int of(LedgerMeaning meaning) {
        return counts.getOrDefault(meaning, 0);
    }

    /** Such as {@code 4 creep, 2 matched}; empty when there are none. */
    String inWords() {
        return counts.entrySet().stream()
                .map(entry ->
                        Numbers.grouped(entry.getValue()) + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
    }

    @Override
    public int compareTo(LedgerCounts other) {
        return Arrays.stream(LedgerMeaning.values())
                .mapToInt(meaning -> Integer.compare(of(meaning), other.of(meaning)))
                .filter(difference -> difference != 0)
                .findFirst()
                .orElse(0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerCounts that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return inWords();
    }
}
