package dev.ullage.yaml;

import java.util.Comparator;

/**
 * Something that a person has to change in a file. Control and invisible characters in any part are shown as escapes, so
 * that a hostile file cannot write to a terminal, a log or a build's annotations.
 *
 * @param fact what is there, in the person's words, lower-case, one sentence without a full stop
 * @param remedy what to do about it
 * @param excerpt the line concerned and below it a caret; empty where there is none to show
 */
public record YamlProblem(String file, YamlPosition position, String fact, String remedy, String excerpt)
        implements Comparable<YamlProblem> {

    private static final int LONGEST_QUOTE = 100;
    private static final Comparator<YamlProblem> ORDER = Comparator.comparing(YamlProblem::file)
            .thenComparing(YamlProblem::position)
            .thenComparing(YamlProblem::fact)
            .thenComparing(YamlProblem::remedy);

    public YamlProblem {
        file = Characters.visible(file);
        fact = Characters.visible(fact);
        remedy = Characters.visible(remedy);
    }

    /** A problem of a file that has no line to show. */
    public static YamlProblem ofFile(String file, String fact, String remedy) {
        return new YamlProblem(file, YamlPosition.WHOLE_FILE, fact, remedy, "");
    }

    /** The person's own words in backticks, cut when they are long. */
    public static String quoted(String words) {
        var oneLine = words.replace('`', '\'').replace('\n', ' ');
        if (oneLine.codePointCount(0, oneLine.length()) > LONGEST_QUOTE) {
            oneLine = oneLine.substring(0, oneLine.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        }
        return "`" + oneLine + "`";
    }

    @Override
    public int compareTo(YamlProblem other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column: fact; remedy}. */
    @Override
    public String toString() {
        var place = position.equals(YamlPosition.WHOLE_FILE) ? file : file + ":" + position;
        return place + ": " + fact + "; " + remedy;
    }
}
