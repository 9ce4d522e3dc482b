package dev.ullage.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of object names over Unicode code points: {@code *} for any run, {@code ?} for one, anything else for
 * itself. Its text escapes literal wildcards with a backslash.
 */
final class Glob implements Comparable<Glob> {

    /** Pairwise intersections that yield more alternatives than this are too complex. */
    static final int MOST_ALTERNATIVES = 64;

    static final int STAR = -1;
    static final int ONE = -2;

    static final Glob ANY = new Glob(new int[] {STAR});
    static final Glob EMPTY_NAME = new Glob(new int[0]);

    private final int[] tokens;

    private Glob(int[] tokens) {
        this.tokens = tokens;
    }

    /** The name itself and no other. */
    static Glob literal(String name) {
        return new Glob(name.codePoints().toArray());
    }

    /** Every name that begins with the prefix. */
    static Glob prefix(String prefix) {
        return literal(prefix).followedByAnything();
    }

    /** Reads the form that {@link #toString} writes. */
    static Glob parse(String text) {
        var tokens = new ArrayList<Integer>();
        var points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (points[i] == '\\' && i + 1 < points.length) {
                tokens.add(points[++i]);
            } else {
                tokens.add(wildcard(points[i]));
            }
        }
        return of(tokens);
    }

    /** Reads a form without escapes, in which every {@code *} and {@code ?} is a wildcard. */
    static Glob parseUnescaped(String text) {
        return of(text.codePoints().map(Glob::wildcard).boxed().toList());
    }

    private static int wildcard(int point) {
        return switch (point) {
            case '*' -> STAR;
            case '?' -> ONE;
            default -> point;
        };
    }

    /** Runs of wildcards are put in one form ({@code ?} first, one star), so that equal sets are equal more often. */
    static Glob of(List<Integer> raw) {
        var tokens = new int[raw.size()];
        int n = 0;
        for (int i = 0; i < raw.size(); ) {
            boolean star = false;
            while (i < raw.size() && (raw.get(i) == STAR || raw.get(i) == ONE)) {
                if (raw.get(i) == ONE) {
                    tokens[n++] = ONE;
                } else {
                    star = true;
                }
                i++;
            }
            if (star) {
                tokens[n++] = STAR;
            }
            if (i < raw.size()) {
                tokens[n++] = raw.get(i++);
            }
        }
        return new Glob(Arrays.copyOf(tokens, n));
    }

    Glob followedByAnything() {
        var longer = new ArrayList<Integer>();
        Arrays.stream(tokens).forEach(longer::add);
        longer.add(STAR);
        return of(longer);
    }

    /**
     * What may follow after {@code text} has been read from the beginning of a name: the names {@code n} for which
     * {@code text + n} matches this pattern.
     */
    List<Glob> after(String text) {
        return from(positionsAfter(text));
    }

    /**
     * The positions in this pattern at which its rest may begin after {@code text}. Those before a star that has been reached
     * are left out, because that star can read whatever they can.
     */
    BitSet positionsAfter(String text) {
        var positions = new BitSet(tokens.length + 1);
        reach(0, positions);
        for (int i = 0; i < text.length() && !positions.isEmpty(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            var next = new BitSet(tokens.length + 1);
            for (int at = positions.nextSetBit(0); at >= 0 && at < tokens.length; at = positions.nextSetBit(at + 1)) {
                if (tokens[at] == STAR) {
                    reach(at, next);
                } else if (tokens[at] == ONE || tokens[at] == point) {
                    reach(at + 1, next);
                }
            }
            positions = next;
        }
        return positions;
    }

    private void reach(int at, BitSet positions) {
        positions.set(at);
        if (at < tokens.length && tokens[at] == STAR) {
            positions.clear(0, at);
            positions.set(at + 1);
        }
    }

    /** What matches the rest of this pattern from one of the positions. */
    List<Glob> from(BitSet positions) {
        var rests = positions.stream()
                .mapToObj(at -> new Glob(Arrays.copyOfRange(tokens, at, tokens.length)))
                .distinct()
                .sorted()
                .toList();
        return withoutContained(rests);
    }

    /** True when it matches one name only. */
    boolean isLiteral() {
        return Arrays.stream(tokens).allMatch(token -> token >= 0);
    }

    /** The one name that a literal matches. */
    String text() {
        return new String(tokens, 0, tokens.length);
    }

    boolean matches(String name) {
        return positionsAfter(name).get(tokens.length);
    }

    /**
     * True only when every name of {@code other} is a name of this. It may miss a containment that only wildcards next
     * to each other make true; {@link NameSet} decides those exactly.
     */
    boolean surelyContains(Glob other) {
        // reach[j]: this pattern up to i can read other's tokens up to j, a star of other standing for a fresh run
        var reach = new boolean[other.tokens.length + 1];
        reach[0] = true;
        for (int token : tokens) {
            var next = new boolean[reach.length];
            boolean any = false;
            for (int j = 0; j < reach.length; j++) {
                if (token == STAR) {
                    any |= reach[j];
                    next[j] = any;
                } else if (j > 0 && reach[j - 1]) {
                    int symbol = other.tokens[j - 1];
                    next[j] = symbol != STAR && (token == ONE || token == symbol);
                    any |= next[j];
                }
            }
            if (!any) {
                return false;
            }
            reach = next;
        }
        return reach[other.tokens.length];
    }

    /**
     * The names that match both, as a union.
     *
     * @throws TooComplexException when it takes more than {@link #MOST_ALTERNATIVES} patterns to say
     */
    List<Glob> and(Glob other) {
        if (surelyContains(other)) {
            return List.of(other);
        }
        if (other.surelyContains(this)) {
            return List.of(this);
        }
        return new GlobIntersection(tokens, other.tokens).globs();
    }

    static List<Glob> withoutContained(List<Glob> globs) {
        var kept = new ArrayList<Glob>();
        for (var glob : globs) {
            if (kept.stream().noneMatch(other -> other.surelyContains(glob))) {
                kept.removeIf(glob::surelyContains);
                kept.add(glob);
            }
        }
        return kept;
    }

    Automaton automaton() {
        var parts = new ArrayList<Automaton>();
        int i = 0;
        while (i < tokens.length) {
            if (tokens[i] == STAR) {
                parts.add(Automata.makeAnyString());
                i++;
            } else if (tokens[i] == ONE) {
                parts.add(Automata.makeAnyChar());
                i++;
            } else {
                int start = i;
                while (i < tokens.length && tokens[i] >= 0) {
                    i++;
                }
                parts.add(Automata.makeString(new String(tokens, start, i - start)));
            }
        }
        return parts.isEmpty() ? Automata.makeEmptyString() : Operations.concatenate(parts);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int token : tokens) {
            if (token == STAR) {
                text.append('*');
            } else if (token == ONE) {
                text.append('?');
            } else {
                if (token == '*' || token == '?' || token == '\\') {
                    text.append('\\');
                }
                text.appendCodePoint(token);
            }
        }
        return text.toString();
    }

    @Override
    public int compareTo(Glob other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Glob glob && Arrays.equals(tokens, glob.tokens);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(tokens);
    }
}
