package dev.ullage.access.gcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says a regular expression as globs, where it has nothing but texts, dots, stars and alternatives. An object's name has no
 * line breaks, so a dot stands for any character of it.
 */
final class RegexGlobs {

    private static final int MOST = 64;
    private static final int DEEPEST = 20;

    /** The expression is of a kind that globs cannot say. */
    private static final class Beyond extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final int[] points;
    private int at;
    private int depth;

    private RegexGlobs(String expression) {
        this.points = expression.codePoints().toArray();
    }

    /** Globs of the texts in which the expression is found; empty when globs cannot say it. */
    static Optional<List<String>> of(String expression) {
        var reading = new RegexGlobs(expression);
        try {
            var found = reading.outermost();
            return reading.at == reading.points.length ? Optional.of(found) : Optional.empty();
        } catch (Beyond beyond) {
            return Optional.empty();
        }
    }

    private List<String> outermost() throws Beyond {
        var globs = new ArrayList<String>();
        do {
            boolean fromStart = take('^');
            var texts = sequence();
            boolean toEnd = take('$');
            for (var text : texts) {
                globs.add((fromStart ? "" : "*") + text + (toEnd ? "" : "*"));
            }
        } while (take('|'));
        return globs;
    }

    private List<String> alternatives() throws Beyond {
        var all = new ArrayList<>(sequence());
        while (take('|')) {
            all.addAll(sequence());
        }
        return few(all);
    }

    private List<String> sequence() throws Beyond {
        var texts = List.of("");
        while (at < points.length && "|)$".indexOf(points[at]) < 0) {
            var longer = new ArrayList<String>();
            for (var end : repeated()) {
                texts.forEach(text -> longer.add(text + end));
            }
            texts = few(longer);
        }
        return texts;
    }

    /** One atom, with what may follow to repeat it. */
    private List<String> repeated() throws Beyond {
        boolean isDot = points[at] == '.';
        var texts = atom();
        if (take('?')) {
            var optional = new ArrayList<>(texts);
            optional.add("");
            texts = optional;
        } else if (isDot && take('*')) {
            texts = List.of("*");
        } else if (isDot && take('+')) {
            texts = List.of("?*");
        }
        // What is left is a repetition that globs cannot say, or one that takes as little as it can: not needed here.
        if (at < points.length && "*+?{".indexOf(points[at]) >= 0) {
            throw new Beyond();
        }
        return texts;
    }

    private List<String> atom() throws Beyond {
        int point = points[at++];
        switch (point) {
            case '.' -> {
                return List.of("?");
            }
            case '\\' -> {
                return List.of(escaped());
            }
            case '(' -> {
                return group();
            }
            case '[', '^', '{', '}', ']', '*', '+', '?' -> throw new Beyond();
            default -> {
                return List.of(Character.toString(point));
            }
        }
    }

    /** A backslash makes punctuation literal; before a letter or a digit it means something else. */
    private String escaped() throws Beyond {
        if (at == points.length || points[at] > 127 || Character.isLetterOrDigit(points[at])) {
            throw new Beyond();
        }
        int point = points[at++];
        return "*?\\".indexOf(point) >= 0 ? "\\" + Character.toString(point) : Character.toString(point);
    }

    private List<String> group() throws Beyond {
        if (++depth > DEEPEST || take('?') && !take(':')) {
            throw new Beyond();
        }
        var texts = alternatives();
        if (!take(')')) {
            throw new Beyond();
        }
        depth--;
        return texts;
    }

    private boolean take(int point) {
        if (at < points.length && points[at] == point) {
            at++;
            return true;
        }
        return false;
    }

    private static List<String> few(List<String> texts) throws Beyond {
        if (texts.size() > MOST || texts.stream().mapToInt(String::length).sum() > 16 * 1024) {
            throw new Beyond();
        }
        return List.copyOf(texts);
    }
}
