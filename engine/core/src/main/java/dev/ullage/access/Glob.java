package dev.ullage.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /** Pairs of positions in two patterns beyond this number are too many to compare. */
    private static final int MOST_PAIRS = 4_000_000;

    private static final int STAR = -1;
    private static final int ONE = -2;

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
    private static Glob of(List<Integer> raw) {
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
        return new Intersection(tokens, other.tokens).globs();
    }

    private static List<Glob> withoutContained(List<Glob> globs) {
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

    /**
     * The intersection of two wildcard patterns is a finite union of wildcard patterns: where both have a star, one of
     * the two ends first. Results are shared by position, so the work is bounded by their number.
     */
    private static final class Intersection {

        /** What is left of a pattern from one position on; tails are shared. */
        private static final class Rest {

            private static final Rest END = new Rest(0, null);

            private final int token;
            private final @Nullable Rest next;
            private final int hash;

            Rest(int token, @Nullable Rest next) {
                this.token = token;
                this.next = next;
                this.hash = next == null ? 1 : 31 * next.hash + token;
            }

            Glob glob() {
                var tokens = new ArrayList<Integer>();
                var at = this;
                for (var rest = next; rest != null; rest = rest.next) {
                    tokens.add(at.token);
                    at = rest;
                }
                return of(tokens);
            }

            boolean startsWithStar() {
                return next != null && token == STAR;
            }

            @Override
            public boolean equals(@Nullable Object other) {
                var left = this;
                var right = other instanceof Rest rest ? rest : null;
                while (left != right) {
                    if (left == null || right == null || left.hash != right.hash || left.token != right.token) {
                        return false;
                    }
                    left = left.next;
                    right = right.next;
                }
                return true;
            }

            @Override
            public int hashCode() {
                return hash;
            }
        }

        private final int[] left;
        private final int[] right;

        Intersection(int[] left, int[] right) {
            this.left = left;
            this.right = right;
        }

        List<Glob> globs() {
            var reached = reached();
            List<Set<Rest>> below = List.of();
            List<Set<Rest>> row = List.of();
            // From the end backwards, so that no pattern is long enough to exhaust the stack.
            for (int i = left.length; i >= 0; i--) {
                below = row;
                row = new ArrayList<>(Collections.nCopies(right.length + 1, Set.<Rest>of()));
                for (int j = right.length; j >= 0; j--) {
                    if (reached[i].get(j)) {
                        row.set(j, at(i, j, row, below));
                    }
                }
            }
            return withoutContained(
                    row.get(0).stream().map(Rest::glob).distinct().sorted().toList());
        }

        /** The pairs of positions that some common beginning of a name leads to. */
        private BitSet[] reached() {
            if ((left.length + 1L) * (right.length + 1L) > MOST_PAIRS) {
                throw new TooComplexException("two patterns are too long to compare: %d and %d characters"
                        .formatted(left.length, right.length));
            }
            var reached = new BitSet[left.length + 1];
            Arrays.setAll(reached, i -> new BitSet(right.length + 1));
            reached[0].set(0);
            for (int i = 0; i <= left.length; i++) {
                for (int j = reached[i].nextSetBit(0); j >= 0; j = reached[i].nextSetBit(j + 1)) {
                    boolean leftStar = isStar(left, i);
                    boolean rightStar = isStar(right, j);
                    if (leftStar && j < right.length || rightStar) {
                        reached[i].set(j + 1);
                    }
                    if (rightStar && i < left.length || leftStar) {
                        reached[i + 1].set(j);
                    }
                    if (meet(i, j)) {
                        reached[i + 1].set(j + 1);
                    }
                }
            }
            return reached;
        }

        private static boolean isStar(int[] tokens, int at) {
            return at < tokens.length && tokens[at] == STAR;
        }

        /** True when neither has a star there and one character can be both. */
        private boolean meet(int i, int j) {
            return i < left.length
                    && j < right.length
                    && left[i] != STAR
                    && right[j] != STAR
                    && (left[i] == right[j] || left[i] == ONE || right[j] == ONE);
        }

        private Set<Rest> at(int i, int j, List<Set<Rest>> row, List<Set<Rest>> below) {
            if (i == left.length && j == right.length) {
                return Set.of(Rest.END);
            }
            boolean leftStar = isStar(left, i);
            boolean rightStar = isStar(right, j);
            var found = new LinkedHashSet<Rest>();
            if (leftStar && rightStar) {
                prepend(STAR, below.get(j), found);
                prepend(STAR, row.get(j + 1), found);
            } else if (leftStar) {
                addAll(below.get(j), found);
                if (j < right.length) {
                    prepend(right[j], row.get(j + 1), found);
                }
            } else if (rightStar) {
                addAll(row.get(j + 1), found);
                if (i < left.length) {
                    prepend(left[i], below.get(j), found);
                }
            } else if (meet(i, j)) {
                prepend(left[i] == ONE ? right[j] : left[i], below.get(j + 1), found);
            }
            return found;
        }

        private static void prepend(int token, Set<Rest> rests, Set<Rest> into) {
            addAll(
                    rests.stream()
                            .map(rest -> token == STAR && rest.startsWithStar() ? rest : new Rest(token, rest))
                            .toList(),
                    into);
        }

        private static void addAll(Collection<Rest> rests, Set<Rest> into) {
            into.addAll(rests);
            if (into.size() > MOST_ALTERNATIVES) {
                throw new TooComplexException(
                        "two patterns have more than " + MOST_ALTERNATIVES + " ways to match the same name");
            }
        }
    }
}
