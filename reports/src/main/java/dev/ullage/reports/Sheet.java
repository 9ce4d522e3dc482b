package dev.ullage.reports;

import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.reports.TerminalText.Ink;
import java.util.List;

/** Lines for a terminal, one below the other. */
final class Sheet {

    private static final int SENTENCES_SHOWN = 10;

    private final TerminalText terminal;
    private final StringBuilder out = new StringBuilder();

    Sheet(int width, boolean colour) {
        this.terminal = new TerminalText(width, colour);
    }

    int width() {
        return terminal.width();
    }

    /** A line that stands out, with an empty one above unless it is the first. */
    void heading(String text) {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        terminal.wrappedWhole(text).forEach(one -> line(terminal.inked(one, Ink.BOLD)));
    }

    void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    /** Sentences as a list, cut where it would become a wall; JSON has them all. */
    void sentences(String lead, List<String> sentences) {
        sentences.stream().limit(SENTENCES_SHOWN).forEach(sentence -> indented(lead, sentence));
        if (sentences.size() > SENTENCES_SHOWN) {
            line(lead + "and " + Numbers.grouped(sentences.size() - SENTENCES_SHOWN) + " more");
        }
    }

    /** The links of a chain, each above the place where it was read, which is never cut: it is there to be opened. */
    void chain(List<Step> steps) {
        for (var step : steps) {
            var text = SourcedText.of(step);
            indented("      ", text.says());
            if (!text.source().isEmpty()) {
                line("        " + ForeignText.visible(text.source()));
            }
        }
    }

    /** A sentence after a lead, with its further lines below itself. */
    void indented(String lead, String text) {
        var narrower = new TerminalText(terminal.width() - lead.length(), terminal.colour());
        var first = lead;
        for (var one : narrower.wrappedWhole(text)) {
            line(first + one);
            first = " ".repeat(lead.length());
        }
    }

    String answer(Answer answer, int columns) {
        var word = TerminalText.cell(Mark.of(answer).word(), columns);
        return switch (answer) {
            case YES -> terminal.inked(word, Ink.GREEN);
            case NO -> terminal.inked(word, Ink.RED);
            case UNKNOWN -> terminal.inked(word, Ink.YELLOW);
        };
    }

    String inked(String text, Ink ink) {
        return terminal.inked(text, ink);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
