package dev.ullage.access;

import dev.ullage.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.apache.lucene.util.automaton.Transition;
import org.jspecify.annotations.Nullable;

/**
 * A set of object names, closed under union, intersection and difference, and exact. It is kept as patterns less
 * patterns, so that it can be shown to a person; whether it is empty is decided by automata.
 */
public final class NameSet {

    /** Patterns beyond this number are too complex. */
    static final int MOST_PATTERNS = 2_000;

    /** Single names beyond this number are too complex. */
    static final int MOST_NAMES = 10_000;

    /** Patterns that are taken out of one pattern; more are too complex. */
    static final int MOST_EXCEPTIONS = 500;

    private static final int DETERMINIZE_WORK_LIMIT = 1_000_000;

    private static final Term EVERYTHING = new Term(Glob.ANY, List.of());
    private static final NameSet NONE = new NameSet(new TreeSet<>(), List.of());
    private static final NameSet ALL = new NameSet(new TreeSet<>(), List.of(EVERYTHING));
    private static final NameSet ITSELF = of("");

    /** The names that match one pattern, which has a wildcard, and none of the others. */
    private record Term(Glob within, List<Glob> except) {

        boolean has(String name) {
            return within.matches(name) && except.stream().noneMatch(glob -> glob.matches(name));
        }
    }

    private final NavigableSet<String> names;
    private final List<Term> patterns;

    private NameSet(NavigableSet<String> names, List<Term> patterns) {
        if (names.size() > MOST_NAMES) {
            throw new TooComplexException("more than " + MOST_NAMES + " single names");
        }
        if (patterns.size() > MOST_PATTERNS) {
            throw new TooComplexException("a set of names takes more than " + MOST_PATTERNS + " patterns");
        }
        this.names = names;
        this.patterns = patterns;
    }

    /** No name. */
    public static NameSet none() {
        return NONE;
    }

    /** Every name. */
    public static NameSet all() {
        return ALL;
    }

    /** The empty name alone, which stands for a resource itself and not its objects. */
    public static NameSet itself() {
        return ITSELF;
    }

    /** One name. */
    public static NameSet of(String name) {
        return new NameSet(new TreeSet<>(List.of(name)), List.of());
    }

    /** Every name that begins with the prefix. */
    public static NameSet prefix(String prefix) {
        return prefix.isEmpty() ? ALL : ofGlobs(List.of(Glob.prefix(prefix)));
    }

    /** The names {@code n} for which {@code lead + n} matches a pattern of {@code *} and {@code ?} without escapes. */
    public static NameSet matching(String pattern, String lead) {
        return ofGlobs(Glob.parseUnescaped(pattern).after(lead));
    }

    /** As {@link #matching}, of a pattern in which a backslash makes the next character literal. */
    public static NameSet matchingEscaped(String pattern, String lead) {
        return ofGlobs(Glob.parse(pattern).after(lead));
    }

    /** True when the name matches a pattern of {@code *} and {@code ?} without escapes. */
    public static boolean matches(String pattern, String name) {
        return Glob.parseUnescaped(pattern).matches(name);
    }

    /** The names of a place; of a resource itself, {@link #itself}. */
    public static NameSet of(Place place) {
        if (!place.isObjects()) {
            return ITSELF;
        }
        var within = ofGlobs(place.within().stream().map(Glob::parse).toList());
        return within.minus(ofGlobs(place.except().stream().map(Glob::parse).toList()));
    }

    static NameSet ofGlobs(List<Glob> globs) {
        var sum = new Sum();
        globs.forEach(glob -> sum.add(glob, List.of()));
        return sum.names();
    }

    /** The union of many sets. */
    public static NameSet union(Collection<NameSet> sets) {
        var sum = new Sum();
        for (var set : sets) {
            sum.single.addAll(set.names);
            set.patterns.forEach(sum::add);
        }
        return sum.names();
    }

    /** Terms that come together to a set; single names, of which there may be thousands, are kept apart from patterns. */
    private static final class Sum {

        private final NavigableSet<String> single = new TreeSet<>();
        private final List<Term> patterns = new ArrayList<>();

        /** Adds what matches a pattern and none of the others, which may be nothing. */
        void add(Glob within, Collection<Glob> except) {
            if (within.isLiteral()) {
                var name = within.text();
                if (except.stream().noneMatch(glob -> glob.matches(name))) {
                    single.add(name);
                }
                return;
            }
            var relevant = new TreeSet<Glob>();
            for (var glob : except) {
                if (glob.surelyContains(within)) {
                    return;
                }
                if (!within.and(glob).isEmpty()) {
                    relevant.add(glob);
                }
            }
            if (relevant.size() > MOST_EXCEPTIONS) {
                throw new TooComplexException("a pattern has more than " + MOST_EXCEPTIONS + " exceptions");
            }
            relevant.removeIf(
                    glob -> relevant.stream().anyMatch(other -> !other.equals(glob) && other.surelyContains(glob)));
            var term = new Term(within, List.copyOf(relevant));
            if (!isEmpty(term)) {
                add(term);
            }
        }

        void add(Term term) {
            if (patterns.stream().anyMatch(other -> contains(other, term))) {
                return;
            }
            patterns.removeIf(other -> contains(term, other));
            patterns.add(term);
            if (patterns.size() > MOST_PATTERNS) {
                throw new TooComplexException("a set of names takes more than " + MOST_PATTERNS + " patterns");
            }
        }

        Sum without(Term taken) {
            var left = new Sum();
            single.stream().filter(name -> !taken.has(name)).forEach(left.single::add);
            for (var term : patterns) {
                left.add(term.within, with(term.except, List.of(taken.within)));
                // What the taken term leaves out again stays.
                for (var back : taken.except) {
                    for (var both : term.within.and(taken.within)) {
                        both.and(back).forEach(within -> left.add(within, term.except));
                    }
                }
            }
            return left;
        }

        Sum without(NavigableSet<String> names) {
            var left = new Sum();
            single.stream().filter(name -> !names.contains(name)).forEach(left.single::add);
            for (var term : patterns) {
                var holes = names.stream().filter(term::has).map(Glob::literal).toList();
                left.add(term.within, with(term.except, holes));
            }
            return left;
        }

        NameSet names() {
            if (patterns.size() == 1 && patterns.get(0).equals(EVERYTHING)) {
                return ALL;
            }
            single.removeIf(name -> patterns.stream().anyMatch(term -> term.has(name)));
            patterns.sort(Comparator.comparing(Term::toString));
            return new NameSet(single, List.copyOf(patterns));
        }
    }

    /** Names in this or in the other. */
    public NameSet or(NameSet other) {
        if (other.isEmpty() || isAll() || equals(other)) {
            return this;
        }
        if (isEmpty() || other.isAll()) {
            return other;
        }
        return union(List.of(this, other));
    }

    /** Names in both. */
    public NameSet and(NameSet other) {
        if (isEmpty() || other.isAll() || equals(other)) {
            return this;
        }
        if (isAll() || other.isEmpty()) {
            return other;
        }
        var sum = new Sum();
        names.stream().filter(other::contains).forEach(sum.single::add);
        other.names.stream().filter(this::contains).forEach(sum.single::add);
        for (var left : patterns) {
            for (var right : other.patterns) {
                var except = with(left.except, right.except);
                left.within.and(right.within).forEach(within -> sum.add(within, except));
            }
        }
        return sum.names();
    }

    /** Names in this and not in the other. */
    public NameSet minus(NameSet other) {
        if (other.isAll() || equals(other)) {
            return NONE;
        }
        if (other.isEmpty() || isEmpty()) {
            return this;
        }
        var left = new Sum();
        left.patterns.addAll(patterns);
        names.stream().filter(name -> !other.contains(name)).forEach(left.single::add);
        for (var taken : other.patterns) {
            left = left.without(taken);
        }
        return left.without(other.names).names();
    }

    private static List<Glob> with(List<Glob> globs, List<Glob> more) {
        var all = new ArrayList<>(globs);
        all.addAll(more);
        return all;
    }

    private static boolean contains(Term outer, Term inner) {
        return outer.within.surelyContains(inner.within)
                && outer.except.stream()
                        .allMatch(hole -> inner.except.stream().anyMatch(other -> other.surelyContains(hole)));
    }

    private static boolean isEmpty(Term term) {
        if (term.except.isEmpty()) {
            return false;
        }
        return Operations.isEmpty(automaton(term));
    }

    private static Automaton automaton(Term term) {
        var within = term.within.automaton();
        if (term.except.isEmpty()) {
            return within;
        }
        try {
            var except =
                    Operations.union(term.except.stream().map(Glob::automaton).toList());
            return Operations.minus(within, except, DETERMINIZE_WORK_LIMIT);
        } catch (TooComplexToDeterminizeException tooComplex) {
            throw new TooComplexException(
                    "patterns take more than " + DETERMINIZE_WORK_LIMIT + " steps to compare", tooComplex);
        }
    }

    /** The patterns that make it up, each as a set of its own; their union is this set. */
    public List<NameSet> terms() {
        return Stream.concat(
                        names.stream().map(NameSet::of),
                        patterns.stream().map(term -> new NameSet(new TreeSet<>(), List.of(term))))
                .toList();
    }

    private boolean isAll() {
        return patterns.size() == 1 && patterns.get(0).equals(EVERYTHING);
    }

    /** True when no name is in it. */
    public boolean isEmpty() {
        return names.isEmpty() && patterns.isEmpty();
    }

    /** True when some name is in both. */
    public boolean intersects(NameSet other) {
        return !and(other).isEmpty();
    }

    /** True when every name of the other is in this. */
    public boolean containsAll(NameSet other) {
        return other.minus(this).isEmpty();
    }

    /** True when the name is in it. */
    public boolean contains(String name) {
        return names.contains(name) || patterns.stream().anyMatch(term -> term.has(name));
    }

    /** One of the shortest names in it, always the same of the same set; empty when there is none. */
    public Optional<String> shortest() {
        var candidates =
                new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        candidates.addAll(names);
        patterns.forEach(term -> candidates.add(shortest(automaton(term))));
        return candidates.stream().findFirst();
    }

    private static String shortest(Automaton automaton) {
        // Breadth first; a transition stands for a range of code points, of which a readable one is taken.
        var reachedBy = new TreeMap<Integer, String>();
        reachedBy.put(0, "");
        var queue = new java.util.ArrayDeque<Integer>(List.of(0));
        var transition = new Transition();
        while (!queue.isEmpty()) {
            int state = queue.remove();
            var name = reachedBy.getOrDefault(state, "");
            if (automaton.isAccept(state)) {
                return name;
            }
            int count = automaton.initTransition(state, transition);
            for (int i = 0; i < count; i++) {
                automaton.getNextTransition(transition);
                if (!reachedBy.containsKey(transition.dest)) {
                    reachedBy.put(transition.dest, name + readable(transition.min, transition.max));
                    queue.add(transition.dest);
                }
            }
        }
        throw new IllegalStateException("a term that is not empty has a shortest name");
    }

    /** A letter where the range has one, so that a witness can be typed. */
    private static String readable(int min, int max) {
        int point = min <= 'x' && 'x' <= max ? 'x' : min <= 'a' && 'a' <= max ? 'a' : Math.max(min, Math.min(max, '!'));
        return Character.toString(point);
    }

    /**
     * The set as places of one resource: patterns with the same exceptions together, sorted. A set that is
     * {@link #itself} is the resource itself.
     */
    public List<Place> places(String resource) {
        var byExcept = new TreeMap<String, List<Term>>();
        for (var term : patterns) {
            byExcept.computeIfAbsent(term.except.toString(), key -> new ArrayList<>())
                    .add(term);
        }
        names.forEach(name -> byExcept.computeIfAbsent(List.of().toString(), key -> new ArrayList<>())
                .add(new Term(Glob.literal(name), List.of())));
        var places = new ArrayList<Place>();
        for (var same : byExcept.values()) {
            var within = same.stream().map(term -> term.within.toString()).toList();
            var except = same.get(0).except.stream().map(Glob::toString).toList();
            places.add(within.equals(List.of("")) ? Place.itself(resource) : new Place(resource, within, except));
        }
        places.sort(null);
        return places;
    }

    /** Written with the same patterns. Two ways to write one set are not equal; {@link #containsAll} tells. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof NameSet set && names.equals(set.names) && patterns.equals(set.patterns);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + patterns.hashCode();
    }

    @Override
    public String toString() {
        return places("").toString();
    }
}
