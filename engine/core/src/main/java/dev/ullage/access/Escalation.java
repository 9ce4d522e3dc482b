package dev.ullage.access;

import dev.ullage.model.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who can act as whom in the end: a principal that can become another has whatever that one has, and can become whomever
 * that one can. Chains that lead back end there.
 */
public final class Escalation {

    /**
     * How a principal comes to act as another.
     *
     * @param steps from the principal to the other, at least one, as few as possible
     */
    public record Path(List<Becoming> steps) {

        public Path {
            steps = List.copyOf(steps);
        }

        /** Whom it ends at. */
        public String to() {
            return steps.get(steps.size() - 1).to();
        }

        /** Sure when each step is. */
        public Answer certainty() {
            return steps.stream().map(Becoming::certainty).reduce(Answer.YES, Answer::and);
        }

        /** As a person would write it. */
        @Override
        public String toString() {
            var text = new StringBuilder(steps.get(0).from());
            steps.forEach(
                    step -> text.append(" -[").append(step.by()).append("]-> ").append(step.to()));
            return text.toString();
        }
    }

    private static final List<Becoming> NOBODY = List.of();

    private final String[] principals;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final BitSet[] surely;
    private final BitSet[] perhaps;
    private final Map<Integer, List<Becoming>> steps = new TreeMap<>();

    /** The order of the steps has no influence. */
    public Escalation(Collection<Becoming> becomings) {
        var names = new HashSet<String>();
        becomings.forEach(one -> {
            names.add(one.from());
            names.add(one.to());
        });
        principals = names.stream().sorted().toArray(String[]::new);
        for (int i = 0; i < principals.length; i++) {
            numbers.put(principals[i], i);
        }
        surely = rows();
        perhaps = rows();
        for (var one : becomings) {
            int from = number(one.from());
            int to = number(one.to());
            if (one.certainty() == Answer.YES) {
                surely[from].set(to);
            }
            perhaps[from].set(to);
            steps.computeIfAbsent(from, key -> new ArrayList<>()).add(one);
        }
        // Sure steps first, then by name, so that of two shortest paths always the same is shown.
        steps.values()
                .forEach(list -> list.sort(Comparator.comparing((Becoming one) -> one.certainty() != Answer.YES)
                        .thenComparing(Becoming::to)
                        .thenComparing(Becoming::by)));
    }

    private BitSet[] rows() {
        var rows = new BitSet[principals.length];
        Arrays.setAll(rows, i -> new BitSet(principals.length));
        return rows;
    }

    private int number(String principal) {
        return numbers.getOrDefault(principal, -1);
    }

    /** Everybody whom a principal can act as, each by a shortest path, sure paths before longer chains of doubt. */
    public List<Path> from(String principal) {
        int start = number(principal);
        if (start < 0) {
            return List.of();
        }
        var sure = paths(start, surely[start].isEmpty() ? new BitSet() : closure(start, surely), true);
        var left = closure(start, perhaps);
        sure.forEach(path -> left.clear(number(path.to())));
        var paths = new ArrayList<>(sure);
        paths.addAll(paths(start, left, false));
        paths.sort(Comparator.comparing(Path::to));
        return List.copyOf(paths);
    }

    private List<Path> paths(int start, BitSet wanted, boolean sureOnly) {
        var cameBy = new TreeMap<Integer, Becoming>();
        var queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            for (var step : steps.getOrDefault(queue.remove(), NOBODY)) {
                int to = number(step.to());
                if (to != start && (!sureOnly || step.certainty() == Answer.YES) && !cameBy.containsKey(to)) {
                    cameBy.put(to, step);
                    queue.add(to);
                }
            }
        }
        var paths = new ArrayList<Path>();
        cameBy.forEach((to, step) -> {
            if (wanted.get(to)) {
                paths.add(path(step, cameBy));
            }
        });
        return paths;
    }

    private Path path(Becoming last, Map<Integer, Becoming> cameBy) {
        var path = new ArrayList<Becoming>();
        for (var at = last; at != null; at = cameBy.get(number(at.from()))) {
            path.add(at);
        }
        Collections.reverse(path);
        return new Path(path);
    }

    /**
     * The shortest way on which others act as one another until it is the principal's turn again; empty when there is none.
     * Whoever can do everything in an account can come back to itself, which says nothing and is left out.
     */
    public Optional<Path> circle(String principal) {
        int start = number(principal);
        if (start < 0 || Becoming.isAccount(principal)) {
            return Optional.empty();
        }
        var cameBy = new TreeMap<Integer, Becoming>();
        var queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            for (var step : steps.getOrDefault(queue.remove(), NOBODY)) {
                int to = number(step.to());
                if (to == start) {
                    return Optional.of(path(step, cameBy));
                }
                if (!Becoming.isAccount(step.to()) && !cameBy.containsKey(to)) {
                    cameBy.put(to, step);
                    queue.add(to);
                }
            }
        }
        return Optional.empty();
    }

    /** How many others each principal can act as, surely or perhaps; those who can act as nobody else are left out. */
    public Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        for (int i = 0; i < principals.length; i++) {
            int others = closure(i, perhaps).cardinality();
            if (others > 0) {
                counts.put(principals[i], others);
            }
        }
        return counts;
    }

    private static BitSet closure(int start, BitSet[] rows) {
        var reached = new BitSet(rows.length);
        var queue = new BitSet(rows.length);
        queue.or(rows[start]);
        for (int at = queue.nextSetBit(0); at >= 0; at = queue.nextSetBit(0)) {
            queue.clear(at);
            reached.set(at);
            var next = (BitSet) rows[at].clone();
            next.andNot(reached);
            queue.or(next);
        }
        reached.clear(start);
        return reached;
    }
}
