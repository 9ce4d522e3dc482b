package dev.ullage.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The intersection of two wildcard patterns is a finite union of wildcard patterns: where both have a star, one of
 * the two ends first. Results are shared by position, so the work is bounded by their number.
 */
final class GlobIntersection {

    /** Pairs of positions in two patterns beyond this number are too many to compare. */
    private static final int MOST_PAIRS = 4_000_000;

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
            return Glob.of(tokens);
        }

        boolean startsWithStar() {
            return next != null && token == Glob.STAR;
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

    GlobIntersection(int[] left, int[] right) {
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
        return Glob.withoutContained(
                row.get(0).stream().map(Rest::glob).distinct().sorted().toList());
    }

    /** The pairs of positions that some common beginning of a name leads to. */
    private BitSet[] reached() {
        if ((left.length + 1L) * (right.length + 1L) > MOST_PAIRS) {
            throw new TooComplexException(
                    "two patterns are too long to compare: %d and %d characters".formatted(left.length, right.length));
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
        return at < tokens.length && tokens[at] == Glob.STAR;
    }

    /** True when neither has a star there and one character can be both. */
    private boolean meet(int i, int j) {
        return i < left.length
                && j < right.length
                && left[i] != Glob.STAR
                && right[j] != Glob.STAR
                && (left[i] == right[j] || left[i] == Glob.ONE || right[j] == Glob.ONE);
    }

    private Set<Rest> at(int i, int j, List<Set<Rest>> row, List<Set<Rest>> below) {
        if (i == left.length && j == right.length) {
            return Set.of(Rest.END);
        }
        boolean leftStar = isStar(left, i);
        boolean rightStar = isStar(right, j);
        var found = new LinkedHashSet<Rest>();
        if (leftStar && rightStar) {
            prepend(Glob.STAR, below.get(j), found);
            prepend(Glob.STAR, row.get(j + 1), found);
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
            prepend(left[i] == Glob.ONE ? right[j] : left[i], below.get(j + 1), found);
        }
        return found;
    }

    private static void prepend(int token, Set<Rest> rests, Set<Rest> into) {
        addAll(
                rests.stream()
                        .map(rest -> token == Glob.STAR && rest.startsWithStar() ? rest : new Rest(token, rest))
                        .toList(),
                into);
    }

    private static void addAll(Collection<Rest> rests, Set<Rest> into) {
        into.addAll(rests);
        if (into.size() > Glob.MOST_ALTERNATIVES) {
            throw new TooComplexException(
                    "two patterns have more than " + Glob.MOST_ALTERNATIVES + " ways to match the same name");
        }
    }
}
