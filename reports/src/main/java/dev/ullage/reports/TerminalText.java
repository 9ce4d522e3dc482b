package dev.ullage.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Text for a terminal of some width. Foreign text is made visible first, so that it can neither move the cursor nor
 * colour anything; colour of our own repeats what a word says.
 *
 * @param width columns, at least 40
 */
record TerminalText(int width, boolean colour) {

    private static final int NARROWEST = 40;

    /** Colours and weights of the eight-colour set, which every terminal maps to something readable. */
    enum Ink {
        BOLD("1"),
        DIM("2"),
        RED("31"),
        GREEN("32"),
        YELLOW("33"),
        BLUE("34"),
        MAGENTA("35");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    TerminalText {
        width = Math.max(width, NARROWEST);
    }

    String inked(String text, Ink ink) {
        return colour ? "\u001b[" + ink.code + "m" + text + "\u001b[0m" : text;
    }

    /** Visible, cut in the middle and filled with spaces to exactly so many columns. */
    static String cell(String text, int columns) {
        var fitted = fitted(text, columns);
        return fitted + " ".repeat(Math.max(columns - ForeignText.columns(fitted), 0));
    }

    /** Visible and cut in the middle to at most so many columns. */
    static String fitted(String text, int columns) {
        var visible = ForeignText.visible(text);
        int limit = columns;
        var fitted = ForeignText.shortened(visible, limit);
        while (ForeignText.columns(fitted) > columns && limit > 0) {
            limit -= ForeignText.columns(fitted) - columns > 1 ? (ForeignText.columns(fitted) - columns) / 2 : 1;
            fitted = ForeignText.shortened(visible, limit);
        }
        return fitted;
    }

    /** The same for a principal, whose kind is left out before anything else. */
    static String principal(String id, int columns) {
        if (ForeignText.columns(ForeignText.visible(id)) <= columns) {
            return cell(id, columns);
        }
        var name = PrincipalName.of(id);
        return cell(name.name().isEmpty() ? id : name.name() + name.rest(), columns);
    }

    /** A paragraph in lines, all but the first indented; a word that is too long is cut in the middle. */
    List<String> wrapped(String text, int indent) {
        return wrapped(text, indent, word -> fitted(word, width - indent));
    }

    /** A paragraph in lines; a word that is too long, such as an id, has a line of its own and is whole. */
    List<String> wrappedWhole(String text) {
        return wrapped(text, 0, word -> word);
    }

    private List<String> wrapped(String text, int indent, UnaryOperator<String> fitting) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        boolean empty = true;
        for (var word : ForeignText.visible(ForeignText.prose(text)).split(" ", -1)) {
            var fitted = fitting.apply(word);
            if (!empty && ForeignText.columns(line.toString()) + 1 + ForeignText.columns(fitted) > width) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(fitted);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
