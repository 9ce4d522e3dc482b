package dev.ullage.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the shortest name that all of some automata accept and another one does not. It goes through their common states
 * as it comes to them, so that what is never reached costs nothing. Which name is found hangs on the names alone, and not on
 * how their set is written.
 */
final class Search {

    /** Common states beyond this number are too complex. */
    static final int MOST_STATES = 200_000;

    /** Edges between common states; more are too complex. */
    static final int MOST_EDGES = 5_000_000;

    /** Characters in the order in which a name is preferred: what can be read and typed comes first. */
    private static final int[][] PREFERRED = {
        {'x', 'x'},
        {'a', 'z'},
        {'0', '9'},
        {'A', 'Z'},
        {'-', '-'},
        {'_', '_'},
        {'.', '.'},
        {'/', '/'},
        {'!', '~'},
        {' ', ' '},
        {0xA1, 0xAC},
        {0xAE, Character.MIN_SURROGATE - 1},
        {Character.MAX_SURROGATE + 1, Character.MAX_CODE_POINT},
        {0, 0xAD}
    };

    /** Shorter first, then by the preferred characters. */
    static final Comparator<String> ORDER = Comparator.comparingInt(
                    (String name) -> name.codePointCount(0, name.length()))
            .thenComparing((one, other) -> Arrays.compare(ranks(one), ranks(other)));

    /** Common states that one text leads to, and no text before it. */
    private record Group(String name, List<List<Integer>> states) {}

    private final List<Automaton> all;
    private final @Nullable Automaton except;
    private final boolean anyCharacter;
    private final Set<List<Integer>> seen = new HashSet<>();
    private long edges;

    /**
     * Prepares a search.
     *
     * @param except deterministic; null for none
     * @param anyCharacter false for names that cannot have line breaks
     */
    Search(List<Automaton> all, @Nullable Automaton except, boolean anyCharacter) {
        this.all = all;
        this.except = except;
        this.anyCharacter = anyCharacter;
    }

    /** The shortest name, of several the first in {@link #ORDER}; empty when there is none. */
    Optional<String> shortest() {
        if (all.stream().anyMatch(one -> one.getNumStates() == 0)) {
            return Optional.empty();
        }
        var start = new ArrayList<Integer>();
        all.forEach(one -> start.add(0));
        if (except != null) {
            start.add(except.getNumStates() == 0 ? -1 : 0);
        }
        seen.add(start);
        var layer = List.of(new Group("", List.of(start)));
        while (!layer.isEmpty()) {
            var next = new ArrayList<Group>();
            for (var group : layer) {
                if (group.states.stream().anyMatch(this::isAccepted)) {
                    return Optional.of(group.name);
                }
                next.addAll(after(group));
            }
            layer = next;
        }
        return Optional.empty();
    }

    private boolean isAccepted(List<Integer> state) {
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).isAccept(state.get(i))) {
                return false;
            }
        }
        return except == null || state.get(all.size()) < 0 || !except.isAccept(state.get(all.size()));
    }

    /** States that were not reached before, by the best character that leads to them. */
    private List<Group> after(Group group) {
        var best = new TreeMap<Integer, Set<List<Integer>>>();
        for (var state : group.states) {
            advance(state, 0, 0, Character.MAX_CODE_POINT, List.of(), best);
        }
        var groups = new ArrayList<Group>();
        best.forEach((rank, states) -> {
            var fresh = states.stream().filter(seen::add).toList();
            if (seen.size() > MOST_STATES) {
                throw new TooComplexException("patterns take more than %d states to compare".formatted(MOST_STATES));
            }
            if (!fresh.isEmpty()) {
                groups.add(new Group(group.name + Character.toString(character(rank)), fresh));
            }
        });
        return groups;
    }

    /** Follows edges that all automata have in common, one automaton after the other. */
    private void advance(
            List<Integer> state,
            int automaton,
            int min,
            int max,
            List<Integer> reached,
            Map<Integer, Set<List<Integer>>> best) {
        if (automaton == state.size()) {
            note(reached, min, max, best);
            return;
        }
        boolean isExcept = automaton == all.size();
        int from = min;
        if (!isExcept || state.get(automaton) >= 0) {
            var walked = isExcept && except != null ? except : all.get(Math.min(automaton, all.size() - 1));
            var edge = new Transition();
            int count = walked.initTransition(state.get(automaton), edge);
            for (int i = 0; i < count; i++) {
                walked.getNextTransition(edge);
                int first = Math.max(min, edge.min);
                int last = Math.min(max, edge.max);
                if (first <= last) {
                    if (isExcept && from < first) {
                        advance(state, automaton + 1, from, first - 1, plus(reached, -1), best);
                    }
                    from = last + 1;
                    advance(state, automaton + 1, first, last, plus(reached, edge.dest), best);
                }
            }
        }
        if (isExcept && from <= max) {
            advance(state, automaton + 1, from, max, plus(reached, -1), best);
        }
    }

    private static List<Integer> plus(List<Integer> states, int state) {
        var more = new ArrayList<>(states);
        more.add(state);
        return more;
    }

    private void note(List<Integer> reached, int min, int max, Map<Integer, Set<List<Integer>>> best) {
        if (++edges > MOST_EDGES) {
            throw new TooComplexException("patterns take more than %d edges to compare".formatted(MOST_EDGES));
        }
        int rank = rank(min, max);
        if (rank >= 0 && !seen.contains(reached)) {
            best.computeIfAbsent(rank, key -> new LinkedHashSet<>()).add(reached);
        }
    }

    /** The rank of the best character of a range; negative when no name has any of them. */
    private int rank(int min, int max) {
        int before = 0;
        for (var range : PREFERRED) {
            for (int first = Math.max(min, range[0]); first <= Math.min(max, range[1]); first++) {
                if (anyCharacter || first != '\n' && first != '\r') {
                    return before + first - range[0];
                }
            }
            before += range[1] - range[0] + 1;
        }
        return -1;
    }

    private static int character(int rank) {
        int left = rank;
        for (var range : PREFERRED) {
            int size = range[1] - range[0] + 1;
            if (left < size) {
                return range[0] + left;
            }
            left -= size;
        }
        throw new IllegalArgumentException("no character has rank " + rank);
    }

    private static int[] ranks(String name) {
        var any = new Search(List.of(), null, true);
        return name.codePoints().map(point -> any.rank(point, point)).toArray();
    }
}
