package dev.ullage.reports;

import dev.ullage.model.CoverageStatus;
import dev.ullage.question.AccessChange;
import dev.ullage.question.AccessDiff;
import dev.ullage.question.CoverageChange;
import dev.ullage.reports.TerminalText.Ink;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What changed between two snapshots, for a terminal: what was read first, then what was gained, then the rest. */
public final class DiffTable {

    private static final int CLASS = 14;
    private static final int ANSWERS = 20;
    private static final int INDENT = 4;

    private final AccessDiff diff;
    private final boolean why;
    private final Sheet sheet;
    private final Footnotes footnotes = new Footnotes();

    private DiffTable(AccessDiff diff, boolean why, Sheet sheet) {
        this.diff = diff;
        this.why = why;
        this.sheet = sheet;
    }

    /** {@code why} adds the chain of each change. */
    public static String render(AccessDiff diff, boolean why, int width, boolean colour) {
        return new DiffTable(diff, why, new Sheet(width, colour)).draw();
    }

    private String draw() {
        if (!diff.coverage().isEmpty()) {
            sheet.heading("Read otherwise, which is no change of access");
            diff.coverage().forEach(this::coverage);
        }
        section("Gained", Ink.RED, AccessChange::isGained);
        section("Not sure", Ink.YELLOW, change -> !change.isGained() && !change.isLost());
        section("Lost", Ink.GREEN, AccessChange::isLost);
        footnotes.draw("What would have to be known", sheet);
        if (!diff.untold().isEmpty()) {
            sheet.heading("Could not be worked out");
            sheet.sentences("  ? ", diff.untold());
        }
        if (diff.changes().isEmpty() && diff.untold().isEmpty()) {
            sheet.heading("No access changed");
        }
        return sheet.toString();
    }

    private void coverage(CoverageChange change) {
        var reason = change.reason().isEmpty() ? "" : ": " + change.reason();
        sheet.sentences(
                "  ",
                List.of("%s of %s: %s, and now %s%s"
                        .formatted(
                                change.topic().word(),
                                change.scope(),
                                word(change.before()),
                                word(change.after()),
                                reason)));
    }

    private static String word(@Nullable CoverageStatus status) {
        return status == null ? "not read" : Mark.of(status).word();
    }

    private void section(String title, Ink ink, Predicate<AccessChange> kind) {
        var changes = diff.changes().stream().filter(kind).toList();
        if (changes.isEmpty()) {
            return;
        }
        sheet.heading(title + ": " + Numbers.of(changes.size(), "change"));
        var head = "";
        for (var change : changes) {
            var answers = TerminalText.cell(answers(change), ANSWERS);
            if (!head.equals(answers + change.principal())) {
                head = answers + change.principal();
                sheet.line(sheet.inked(answers, ink) + ForeignText.visible(change.principal()));
            }
            change(change);
        }
    }

    private void change(AccessChange change) {
        sheet.line(" ".repeat(INDENT)
                + TerminalText.cell(change.permissionClass().word(), CLASS)
                + ForeignText.visible(change.place().toString())
                + footnotes.of(change.missing()));
        if (!change.witness().equals(change.place().toString())) {
            sheet.line(" ".repeat(INDENT + CLASS) + "such as " + ForeignText.visible(change.witness()));
        }
        if (why && !change.because().isEmpty()) {
            sheet.chain(change.because().get(0).steps());
        }
    }

    private static String answers(AccessChange change) {
        return Mark.of(change.before()).word() + " → " + Mark.of(change.after()).word();
    }
}
