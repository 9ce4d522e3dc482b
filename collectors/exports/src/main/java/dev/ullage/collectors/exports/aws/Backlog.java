package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.MalformedRecordException;

/**
 * Bounds what the readers of one run keep until the last file is read. Facts have a limit of their own; this one is for what
 * is not yet a fact, such as an answer whose bucket a later file may name.
 */
final class Backlog {

    /** With Java's own needs about 128 MiB, a quarter of the heap that a run has to do with. */
    static final long MOST_CHARS = 64L << 20;

    /** What an entry takes beside its text. */
    private static final int OVERHEAD = 100;

    private final long limit;
    private long chars;

    /** Refuses what goes beyond so many characters. */
    Backlog(long limit) {
        this.limit = limit;
    }

    /** Makes room for an entry with so many characters of text. */
    void hold(int length) throws MalformedRecordException {
        if (chars + OVERHEAD + length > limit) {
            throw new MalformedRecordException(
                    "",
                    "left out, because what has to be kept until all files are read fills the memory set aside for it;"
                            + " audit parts of the estate one at a time");
        }
        chars += OVERHEAD + length;
    }
}
