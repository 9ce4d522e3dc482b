package dev.ullage.reports;

import dev.ullage.access.Decision;
import dev.ullage.access.Ruling;
import dev.ullage.question.Explained;
import dev.ullage.reports.TerminalText.Ink;
import java.util.List;
import java.util.Locale;

/** Decisions in words, for a terminal. */
public final class DecisionText {

    private static final int RULING = 15;
    private static final int NAME = 30;

    private DecisionText() {}

    /** Each request, the answer, and the chain or what refuses. */
    public static String explained(List<Explained> all, int width, boolean colour) {
        var sheet = new Sheet(width, colour);
        for (var one : all) {
            sheet.heading(one.principal() + "  " + one.permission() + "  " + one.object());
            sheet.line(inked(one.decision().ruling(), sheet));
            sheet.chain(one.decision().deciding());
            sheet.sentences("    ? ", one.decision().missing());
            sheet.sentences("    ? left: ", one.decision().residual());
        }
        return sheet.toString();
    }

    /** The decision on one case: its name, the answer and, where there is room, what decides or is missing first. */
    public static String line(String name, Decision decision, int width, boolean colour) {
        var sheet = new Sheet(width, colour);
        int room = Math.min(NAME, sheet.width() - RULING);
        int rest = sheet.width() - RULING - room - 2;
        sheet.line(inked(decision.ruling(), sheet)
                + TerminalText.cell(name, room)
                + (rest < 10 ? "" : "  " + TerminalText.fitted(first(decision), rest)));
        return sheet.toString();
    }

    private static String first(Decision decision) {
        if (!decision.missing().isEmpty()) {
            return decision.missing().get(0);
        }
        return decision.deciding().isEmpty() ? "" : decision.deciding().get(0).says();
    }

    private static String inked(Ruling ruling, Sheet sheet) {
        var word = TerminalText.cell(word(ruling), RULING);
        return switch (ruling) {
            case ALLOWED -> sheet.inked(word, Ink.GREEN);
            case EXPLICIT_DENY, IMPLICIT_DENY -> sheet.inked(word, Ink.RED);
            case UNKNOWN -> sheet.inked(word, Ink.YELLOW);
        };
    }

    /** {@code explicit deny} for {@code EXPLICIT_DENY}. */
    private static String word(Ruling ruling) {
        return ruling.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
