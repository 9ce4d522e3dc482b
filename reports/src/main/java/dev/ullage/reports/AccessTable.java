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

    private AccessTable(AccessAnswer answer, boolean why, Sheet sheet) {
        this.answer = answer;
        this.why = why;
        this.sheet = sheet;
    }

    /** A line for each principal and place; {@code why} adds the chain of each. */
    public static String whoCan(AccessAnswer answer, boolean why, int width, boolean colour) {
        var table = new AccessTable(answer, why, new Sheet(width, colour));
        return table.draw(() -> table.answer.rows().forEach(table::who), "nobody");
    }

    /** A line for each class and place, below what the principal has to become first. */
    public static String whatCan(AccessAnswer answer, boolean why, int width, boolean colour) {
        var table = new AccessTable(answer, why, new Sheet(width, colour));
        return table.draw(table::what, "nothing");
    }

    private String draw(Runnable rows, String none) {
        sheet.heading(answer.question());
        answer.notes().forEach(note -> sheet.paragraph("", note));
        if (answer.rows().isEmpty()) {
            sheet.line(answer.gaps().isEmpty() ? none : none + ", as far as was read");
        } else {
            rows.run();
        }
        if (!answer.gaps().isEmpty()) {
            sheet.heading("There may be more, for this is missing");
            sheet.sentences("  ? ", answer.gaps());
        }
        return sheet.toString();
    }

    private void who(AccessRow row) {
        int rest = sheet.width() - ANSWER - GAP;
        int who = rest / 2;
        var name = row.standsFor().isEmpty() ? "" : " (" + row.standsFor() + ")";
        int room = Math.max(who - name.length(), who / 2);
        var principal = TerminalText.fitted(
                TerminalText.principal(row.principal(), room).stripTrailing() + name, who);
        sheet.line(sheet.answer(row.granted(), ANSWER)
                + TerminalText.cell(principal, who)
                + " ".repeat(GAP)
                + TerminalText.fitted(row.place().toString(), rest - who));
        below(row);
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
                    + TerminalText.fitted(row.place().toString(), sheet.width() - ANSWER - CLASS));
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
        sheet.sentences("    ? ", row.missing());
    }
}
