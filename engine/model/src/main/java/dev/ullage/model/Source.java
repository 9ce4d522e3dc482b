package dev.ullage.model;

import java.util.Comparator;

/**
 * Where a fact was read, so that a person can open the same words.
 *
 * @param file path below the estate's folder, with {@code /} on every platform
 * @param line 1-based line on which the record begins; 0 where the format has no lines
 * @param at JSON pointer (RFC 6901) inside the record, or the empty string for all of it
 */
public record Source(String file, int line, String at) implements Comparable<Source> {

    private static final Comparator<Source> ORDER =
            Comparator.comparing(Source::file).thenComparingInt(Source::line).thenComparing(Source::at);

    /** The same record, at a place further inside it; {@code pointer} begins with a slash. */
    public Source inside(String pointer) {
        return new Source(file, line, at + pointer);
    }

    @Override
    public int compareTo(Source other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line#/pointer}, leaving out what is not known. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (at.isEmpty() ? "" : "#" + at);
    }
}
