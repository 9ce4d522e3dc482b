package dev.ullage.reports;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import dev.ullage.analysis.LedgerRow;
import dev.ullage.model.PermissionClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The ledger at a glance: identities down, places across. A cell names the most pressing verdict that an identity has
 * at a place. Of a large estate only the identities and places with most to look at are shown, and how many are not.
 *
 * @param groups columns under the heading of their kind, in the order of the cells
 * @param meanings every verdict with how many rows have it, most pressing first
 */
record LedgerMatrix(
        List<Group> groups,
        List<Line> lines,
        List<Meaning> meanings,
        int rows,
        int hiddenIdentities,
        int hiddenPlaces) {

    static final int MOST_IDENTITIES = 40;
    static final int MOST_PLACES = 20;

    private static final int LONGEST_NAME = 40;

    /** Kinds of place; a principal, project or account is a place too, and all of them share a column. */
    private enum Kind {
        GCS("gs://", "Google Cloud Storage"),
        S3("s3://", "Amazon S3"),
        OTHER("", "Other");

        private final String scheme;
        private final String title;

        Kind(String scheme, String title) {
            this.scheme = scheme;
            this.title = title;
        }

        static Kind of(String resource) {
            return Arrays.stream(values())
                    .filter(kind -> resource.startsWith(kind.scheme))
                    .findFirst()
                    .orElse(OTHER);
        }

        String name(String column) {
            return this == OTHER
                    ? "identities, projects, accounts"
                    : ForeignText.shortened(column.substring(scheme.length()), LONGEST_NAME);
        }
    }

    /** Places that stand under one heading. */
    record Group(String title, List<String> places) {}

    /** One identity and its cells, one for each place. */
    record Line(PrincipalName who, List<Cell> cells) {}

    /**
     * What an identity has at a place.
     *
     * @param foremost letters of the classes with the verdict of the mark
     * @param others letters of the classes with a less pressing one
     */
    record Cell(Mark mark, String foremost, String others) {

        static final Cell EMPTY = new Cell(new Mark("", "", "none"), "", "");
    }

    /** One line of the legend, which is also the count. */
    record Meaning(Mark mark, String says, String remedy, int count) {}

    static LedgerMatrix of(List<LedgerRow> rows) {
        var places = mostPressingFirst(rows, LedgerMatrix::column);
        var columns = places.stream()
                .limit(MOST_PLACES)
                .sorted(comparing((String column) -> Kind.of(column)).thenComparing(Function.identity()))
                .toList();
        var identities = mostPressingFirst(rows, LedgerRow::principal);
        var shown = identities.stream().limit(MOST_IDENTITIES).toList();
        var cells = rows.stream().collect(groupingBy(LedgerRow::principal, groupingBy(LedgerMatrix::column)));
        var lines = shown.stream()
                .map(id -> new Line(PrincipalName.of(id), cells(cells.getOrDefault(id, Map.of()), columns)))
                .toList();
        return new LedgerMatrix(
                groups(columns),
                lines,
                meanings(rows),
                rows.size(),
                identities.size() - shown.size(),
                places.size() - columns.size());
    }

    /** The rows' keys, those with the most of the most pressing verdicts first. */
    static List<String> mostPressingFirst(List<LedgerRow> rows, Function<LedgerRow, String> key) {
        var counts = new TreeMap<String, LedgerCounts>();
        for (var row : rows) {
            counts.computeIfAbsent(key.apply(row), any -> new LedgerCounts()).add(row);
        }
        return counts.entrySet().stream()
                .sorted(comparing(Map.Entry<String, LedgerCounts>::getValue).reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String column(LedgerRow row) {
        var resource = row.place().resource();
        return Kind.of(resource) == Kind.OTHER ? "" : resource;
    }

    private static List<Cell> cells(Map<String, List<LedgerRow>> byColumn, List<String> columns) {
        return columns.stream()
                .map(column -> cell(byColumn.getOrDefault(column, List.of())))
                .toList();
    }

    private static Cell cell(List<LedgerRow> rows) {
        var worst = new EnumMap<PermissionClass, LedgerMeaning>(PermissionClass.class);
        for (var row : rows) {
            worst.merge(row.permissionClass(), LedgerMeaning.of(row.verdict()), (a, b) -> a.compareTo(b) < 0 ? a : b);
        }
        if (worst.isEmpty()) {
            return Cell.EMPTY;
        }
        var foremost = Collections.min(worst.values());
        var mine = new StringBuilder();
        var others = new StringBuilder();
        worst.forEach((permissionClass, meaning) ->
                (meaning == foremost ? mine : others).append(LedgerMeaning.letter(permissionClass)));
        return new Cell(Mark.of(foremost.verdict()), mine.toString(), others.toString());
    }

    private static List<Group> groups(List<String> columns) {
        var groups = new ArrayList<Group>();
        for (var kind : Kind.values()) {
            var names = columns.stream()
                    .filter(column -> Kind.of(column) == kind)
                    .map(kind::name)
                    .toList();
            if (!names.isEmpty()) {
                groups.add(new Group(kind.title, names));
            }
        }
        return groups;
    }

    private static List<Meaning> meanings(List<LedgerRow> rows) {
        var counts = LedgerCounts.of(rows);
        return Arrays.stream(LedgerMeaning.values())
                .map(meaning ->
                        new Meaning(Mark.of(meaning.verdict()), meaning.says(), meaning.remedy(), counts.of(meaning)))
                .toList();
    }
}
