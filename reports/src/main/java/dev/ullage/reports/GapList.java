package dev.ullage.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.ullage.analysis.RuleOutcome;
import java.util.List;
import java.util.TreeMap;

/**
 * Why rules could not answer, one line for each rule and reason.
 *
 * @param hidden lines that are not shown
 */
record GapList(List<Line> lines, int hidden) {

    static final int MOST_LINES = 100;

    private static final int MOST_SCOPES = 6;

    /**
     * One reason.
     *
     * @param otherScopes how many more scopes have it
     */
    record Line(String rule, String reason, List<String> scopes, int otherScopes) {}

    private record Key(String rule, String reason) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byRule = rule.compareTo(other.rule);
            return byRule == 0 ? reason.compareTo(other.reason) : byRule;
        }
    }

    private record Gap(Key key, String scope) {}

    static GapList of(List<RuleOutcome> outcomes) {
        var gaps = outcomes.stream()
                .flatMap(outcome -> outcome.gaps().stream()
                        .map(reason -> new Gap(new Key(outcome.rule(), ForeignText.prose(reason)), outcome.scope())))
                .collect(groupingBy(Gap::key, TreeMap::new, toList()));
        var lines = gaps.entrySet().stream()
                .limit(MOST_LINES)
                .map(entry -> line(
                        entry.getKey(),
                        entry.getValue().stream().map(Gap::scope).distinct().toList()))
                .toList();
        return new GapList(lines, gaps.size() - lines.size());
    }

    private static Line line(Key key, List<String> scopes) {
        return new Line(
                key.rule(),
                key.reason(),
                scopes.stream().limit(MOST_SCOPES).toList(),
                Math.max(scopes.size() - MOST_SCOPES, 0));
    }
}
