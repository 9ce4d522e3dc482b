package dev.ullage.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.apache.lucene.util.automaton.Transition;

/** A regular set of texts, of which globs need not be able to speak. */
public final class Language {

    /** Steps to make an automaton deterministic; more are too complex. */
    static final int DETERMINIZE_WORK_LIMIT = 200_000;

    private static final int MOST_EDGES = 200_000;
    private static final int MOST_STATES = 20_000;

    private final Automaton automaton;

    private Language(Automaton automaton) {
        this.automaton = automaton;
    }

    /** Every text. */
    public static Language any() {
        return new Language(Automata.makeAnyString());
    }

    /** One text. */
    public static Language of(String text) {
        return new Language(Automata.makeString(text));
    }

    /** The union of many. */
    public static Language union(List<Language> languages) {
        return bounded(
                Operations.union(languages.stream().map(Language::automaton).toList()));
    }

    /** Texts that end where a part is found for the first time. */
    public static Language untilFirst(String part) {
        var points = part.codePoints().toArray();
        var builder = new Builder();
        for (int i = 0; i <= points.length; i++) {
            builder.state();
        }
        builder.accept(points.length);
        var alphabet = new TreeSet<Integer>();
        part.codePoints().forEach(alphabet::add);
        var onwards = new ArrayList<Map<Integer, Integer>>();
        // How much of the part stands at the end of the text without its first character (Knuth, Morris and Pratt).
        int fallback = 0;
        for (int i = 0; i < points.length; i++) {
            var here = new HashMap<Integer, Integer>();
            int next = 0;
            for (int point : alphabet) {
                int to = i == 0 ? 0 : onwards.get(fallback).getOrDefault(point, 0);
                here.put(point, point == points[i] ? i + 1 : to);
                builder.edge(i, next, point - 1, 0);
                builder.edge(i, point, point, here.getOrDefault(point, 0));
                next = point + 1;
            }
            builder.edge(i, next, Character.MAX_CODE_POINT, 0);
            fallback = i == 0 ? 0 : onwards.get(fallback).getOrDefault(points[i], 0);
            onwards.add(here);
        }
        return builder.build();
    }

    /** A text of this followed by one of the other. */
    public Language then(Language next) {
        return bounded(Operations.concatenate(automaton, next.automaton));
    }

    /** Texts in both. */
    public Language and(Language other) {
        if ((long) automaton.getNumStates() * other.automaton.getNumStates() > MOST_EDGES) {
            throw new TooComplexException("two patterns take more than %d states to compare".formatted(MOST_EDGES));
        }
        return bounded(Operations.intersection(automaton, other.automaton));
    }

    /** Texts that are not in it. */
    public Language not() {
        return bounded(Operations.complement(determinized(automaton), DETERMINIZE_WORK_LIMIT));
    }

    /** What may follow a beginning: the texts {@code n} of which {@code lead + n} is in this. */
    public Language after(String lead) {
        Set<Integer> states = new TreeSet<>(List.of(0));
        for (int point : lead.codePoints().toArray()) {
            states = after(states, point);
        }
        var rest = new Automaton();
        rest.createState();
        rest.copy(automaton);
        // Numbers of the copied states are one more.
        states.stream()
                .filter(state -> state < automaton.getNumStates())
                .forEach(state -> rest.addEpsilon(0, state + 1));
        rest.finishState();
        return bounded(rest);
    }

    /** True when the text is in it. */
    public boolean has(String text) {
        Set<Integer> states = new TreeSet<>(List.of(0));
        for (int point : text.codePoints().toArray()) {
            states = after(states, point);
        }
        return states.stream().anyMatch(automaton::isAccept);
    }

    private Set<Integer> after(Set<Integer> states, int point) {
        var next = new TreeSet<Integer>();
        var edge = new Transition();
        for (int state : states) {
            if (state < automaton.getNumStates()) {
                int count = automaton.initTransition(state, edge);
                for (int i = 0; i < count; i++) {
                    automaton.getNextTransition(edge);
                    if (edge.min <= point && point <= edge.max) {
                        next.add(edge.dest);
                    }
                }
            }
        }
        return next;
    }

    Automaton automaton() {
        return automaton;
    }

    static Automaton determinized(Automaton automaton) {
        try {
            return Operations.determinize(automaton, DETERMINIZE_WORK_LIMIT);
        } catch (TooComplexToDeterminizeException tooComplex) {
            throw new TooComplexException(
                    "patterns take more than " + DETERMINIZE_WORK_LIMIT + " steps to compare", tooComplex);
        }
    }

    private static Language bounded(Automaton automaton) {
        var alive = Operations.removeDeadStates(automaton);
        if (alive.getNumStates() > MOST_STATES || alive.getNumTransitions() > MOST_EDGES) {
            throw new TooComplexException(
                    "a pattern takes more than %d states or %d edges".formatted(MOST_STATES, MOST_EDGES));
        }
        return new Language(alive);
    }

    /** Puts one together from states and edges; the first state is where it begins. */
    public static final class Builder {

        private record Edge(int from, int first, int last, int to) {}

        private final List<Edge> edges = new ArrayList<>();
        private final List<Boolean> accepting = new ArrayList<>();

        /** A new state, by its number. */
        public int state() {
            if (accepting.size() >= MOST_STATES) {
                throw new TooComplexException("a pattern takes more than %d states".formatted(MOST_STATES));
            }
            accepting.add(false);
            return accepting.size() - 1;
        }

        /** A text may end there. */
        public void accept(int state) {
            accepting.set(state, true);
        }

        /** From one state to another by any character from the first to the last; none when the last comes before. */
        public void edge(int from, int first, int last, int to) {
            if (first > last) {
                return;
            }
            if (edges.size() >= MOST_EDGES) {
                throw new TooComplexException("a pattern takes more than %d edges".formatted(MOST_EDGES));
            }
            edges.add(new Edge(from, first, last, to));
        }

        /** What was built. */
        public Language build() {
            var builder = new Automaton.Builder();
            for (int i = 0; i < accepting.size(); i++) {
                builder.createState();
                builder.setAccept(i, accepting.get(i));
            }
            edges.forEach(edge -> builder.addTransition(edge.from, edge.to, edge.first, edge.last));
            return bounded(builder.finish());
        }
    }
}
