package dev.ullage.access.regex;

import java.util.List;

/** A regular expression, read. How it prefers among matches is left out: it makes no difference to whether there is one. */
sealed interface Regex {

    /** One character of a set. */
    record One(Characters of) implements Regex {}

    /** A place between two characters, or at an end. */
    record At(Spot spot) implements Regex {}

    /** One after the other; none is the empty text. */
    record Sequence(List<Regex> of) implements Regex {

        public Sequence {
            of = List.copyOf(of);
        }
    }

    /** Any of them. */
    record Choice(List<Regex> of) implements Regex {

        public Choice {
            of = List.copyOf(of);
        }
    }

    /**
     * So many times, or more.
     *
     * @param most {@link #WITHOUT_END} where there is no bound
     */
    record Repeat(Regex of, int least, int most) implements Regex {}

    int WITHOUT_END = -1;

    /** What a place is. */
    enum Spot {
        BEGIN_OF_TEXT,
        END_OF_TEXT,
        BEGIN_OF_LINE,
        END_OF_LINE,
        EDGE_OF_WORD,
        NO_EDGE_OF_WORD
    }
}
