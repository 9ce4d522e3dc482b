package dev.ullage.reports;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.LedgerRow;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The ledger rows of one identity, most pressing first, each with why it is granted or what is missing. Rows that differ
 * in nothing but the permission stand together.
 *
 * @param summary counts by verdict, such as {@code 4 creep, 2 matched}
 * @param hidden lines that are not shown
 */
record LedgerDetail(PrincipalName who, String summary, List<Line> lines, int hidden) {

    static final int MOST_LINES = 15;

    private static final int MOST_MISSING = 3;
    private static final int LONGEST_PLACE = 160;

    /**
     * Rows that say the same of different permissions.
     *
     * @param classes such as {@code list, read}
     * @param permissions such as {@code storage.objects.list, storage.objects.get}
     */
    record Line(String classes, String permissions, Row row) {}

    /**
     * What a row says beside its permission.
     *
     * @param use such as {@code 12 requests, last 2026-11-02}; empty when none is known
     * @param chain one explanation, first link first; empty when not granted
     * @param otherChains how many more there are
     */
    record Row(
            LedgerMeaning meaning,
            Mark verdict,
            String place,
            String witness,
            Mark granted,
            Mark declared,
            Mark used,
            String use,
            List<SourcedText> chain,
            int otherChains,
            List<String> missing) {

        static Row of(LedgerRow row) {
            var chain =
                    row.because().stream().findFirst().map(Explanation::steps).orElse(List.of());
            return new Row(
                    LedgerMeaning.of(row.verdict()),
                    Mark.of(row.verdict()),
                    ForeignText.shortened(row.place().toString(), LONGEST_PLACE),
                    ForeignText.shortened(row.witness(), LONGEST_PLACE),
                    Mark.of(row.granted()),
                    Mark.of(row.declared()),
                    Mark.of(row.used()),
                    use(row),
                    chain.stream().map(SourcedText::of).toList(),
                    Math.max(row.because().size() - 1, 0),
                    row.missing().stream().limit(MOST_MISSING).toList());
        }

        private static String use(LedgerRow row) {
            var last = row.lastUsed();
            if (last == null) {
                return "";
            }
            return Numbers.of(row.uses(), "request") + ", last " + Numbers.day(last);
        }
    }

    /** One for each identity that the matrix shows, in the same order. */
    static List<LedgerDetail> of(List<LedgerRow> rows) {
        var byIdentity = rows.stream().collect(groupingBy(LedgerRow::principal));
        return LedgerMatrix.mostPressingFirst(rows, LedgerRow::principal).stream()
                .limit(LedgerMatrix.MOST_IDENTITIES)
                .map(id -> of(id, byIdentity.getOrDefault(id, List.of())))
                .toList();
    }

    private static LedgerDetail of(String id, List<LedgerRow> rows) {
        var alike = rows.stream().collect(groupingBy(Row::of, LinkedHashMap::new, toList()));
        var lines = alike.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .sorted(comparing(line -> line.row().meaning()))
                .limit(MOST_LINES)
                .toList();
        return new LedgerDetail(
                PrincipalName.of(id), LedgerCounts.of(rows).inWords(), lines, alike.size() - lines.size());
    }

    private static Line line(Row row, List<LedgerRow> rows) {
        return new Line(
                rows.stream()
                        .map(one -> one.permissionClass().word())
                        .distinct()
                        .collect(joining(", ")),
                rows.stream().map(LedgerRow::permission).distinct().collect(joining(", ")),
                row);
    }
}
