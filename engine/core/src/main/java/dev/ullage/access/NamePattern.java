package dev.ullage.access;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * A pattern of {@code *} and {@code ?} of which it is asked after many texts what may follow. However many the texts, the
 * answers are few, and kept.
 */
public final class NamePattern {

    private final Glob glob;
    private final Map<BitSet, NameSet> after = new HashMap<>();

    private NamePattern(Glob glob) {
        this.glob = glob;
    }

    /** Reads a pattern in which a backslash makes the next character literal. */
    public static NamePattern ofEscaped(String pattern) {
        return new NamePattern(Glob.parse(pattern));
    }

    /** The names {@code n} for which {@code lead + n} matches. */
    public NameSet after(String lead) {
        return after.computeIfAbsent(glob.positionsAfter(lead), positions -> NameSet.ofGlobs(glob.from(positions)));
    }
}
