package dev.ullage.reports;

import dev.ullage.analysis.Step;
import dev.ullage.question.AccessAnswer;
import dev.ullage.question.AccessRow;
import java.util.List;

/** Who can do something, or what somebody can do, for a terminal. */
public final class AccessTable {

    private static final int ANSWER = 9;
    private static final int CLASS = 14;
    private static final int GAP = 2;

    private final AccessAnswer answer;
    private final boolean why;
    private final Sheet sheet;
    private final Footnotes footnotes = new Footnotes();

    private AccessTable(AccessAnswer answer, boolean why, Sheet sheet) {
        this.answer = answer;
        this.why = why;
        this.sheet = sheet;
    }

    /** A line for each principal and place; {@code why} adds the chain of each. */
    public static String whoCan(AccessAnswer answer, boolean why, int width, boolean colour) {
        var table = new AccessTable(answer, why, new Sheet(width, colour));
        return table.draw(table::who, "nobody");
    }

    /** A line for each class and place, below what the principal has to become first. */
    public static String whatCan(AccessAnswer answer, boolean why, int width, boolean colour) {
        var table = new AccessTable(answer, why, new Sheet(width, colour));
        return table.draw(table::what, "nothing");
    }

    private String draw(Runnable rows, String none) {
        sheet.heading(answer.question());
        answer.notes().forEach(note -> sheet.indented("", note));
        if (answer.rows().isEmpty()) {
            sheet.line(answer.gaps().isEmpty() ? none : none + ", as far as was read");
        } else {
            rows.run();
        }
        if (!answer.gaps().isEmpty()) {
            sheet.indented("", "there may be more, for not everything was read" + footnotes.of(answer.gaps()));
        }
        footnotes.draw("What would have to be known", sheet);
        return sheet.toString();
    }

    /** Ids and places are there to be copied, and never cut: what does not fit beside the other goes below it. */
    private void who() {
        int rest = sheet.width() - ANSWER - GAP;
        int longest = answer.rows().stream()
                .mapToInt(row -> ForeignText.columns(name(row)))
                .max()
                .orElse(0);
        int who = Math.min(longest, rest * 3 / 5);
        for (var row : answer.rows()) {
            var place = ForeignText.visible(row.place().toString()) + footnotes.of(row.missing());
            var start = sheet.answer(row.granted(), ANSWER) + name(row);
            int free = who - ForeignText.columns(name(row));
            if (free >= 0 && ForeignText.columns(place) <= rest - who) {
                sheet.line(start + " ".repeat(free + GAP) + place);
            } else {
                sheet.line(start);
                sheet.line(" ".repeat(ANSWER + GAP) + place);
            }
            below(row);
        }
    }

    private static String name(AccessRow row) {
        return ForeignText.visible(
                row.standsFor().isEmpty() ? row.principal() : row.principal() + " (" + row.standsFor() + ")");
    }

    private void what() {
        List<Step> path = List.of();
        for (var row : answer.rows()) {
            if (!row.path().equals(path)) {
                path = row.path();
                sheet.heading("as " + row.principal());
                sheet.chain(path);
            }
            sheet.line(sheet.answer(row.granted(), ANSWER)
                    + TerminalText.cell(row.permissionClass().word(), CLASS)
                    + ForeignText.visible(row.place().toString())
                    + footnotes.of(row.missing()));
            below(row);
        }
    }

    private void below(AccessRow row) {
        if (why) {
            sheet.sentences("    ", List.of(String.join(", ", row.permissions())));
            if (!row.because().isEmpty()) {
                sheet.chain(row.because().get(0).steps());
            }
        }
    }
}
