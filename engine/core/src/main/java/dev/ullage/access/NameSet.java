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
import org.jspecify.annotations.Nullable;

/**
 * A set of object names, closed under union, intersection and difference, and exact. It is kept as patterns less
 * patterns, so that it can be shown to a person, with what only a regular language can say beside them; whether it is empty
 * is decided by automata.
 */
public final class NameSet {

    /** Patterns beyond this number are too complex. */
    static final int MOST_PATTERNS = 2_000;

    /** Single names beyond this number are too complex. */
    static final int MOST_NAMES = 10_000;

    static final Term EVERYTHING = new Term(Glob.ANY, List.of(), List.of());
    private static final NameSet NONE = new NameSet(new TreeSet<>(), List.of());
    private static final NameSet ALL = new NameSet(new TreeSet<>(), List.of(EVERYTHING));
    private static final NameSet ITSELF = of("");

    /**
     * A set of places and the names of each.
     *
     * @param names exactly those of the place, which its text alone need not tell
     */
    public record Part(Place place, NameSet names) {}

    private final NavigableSet<String> names;
    private final List<Term> patterns;

    NameSet(NavigableSet<String> names, List<Term> patterns) {
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

    /**
     * The names {@code n} of which {@code lead + n} is in a language. They have no line breaks.
     *
     * @param text says what is asked of a name; the same of the same language
     */
    public static NameSet where(String text, Language language, String lead) {
        var sum = new NameSum();
        sum.add(Glob.ANY, List.of(), List.of(new NameCondition(text, lead, language.after(lead), true)));
        return sum.names();
    }

    /**
     * The names of a place; of a resource itself, {@link #itself}.
     *
     * @throws IllegalArgumentException when the place has a condition, of which only {@link #parts} knows the names
     */
    public static NameSet of(Place place) {
        if (!place.where().isEmpty()) {
            throw new IllegalArgumentException("`%s` cannot be read back".formatted(place));
        }
        if (!place.isObjects()) {
            return ITSELF;
        }
        var within = ofGlobs(place.within().stream().map(Glob::parse).toList());
        return within.minus(ofGlobs(place.except().stream().map(Glob::parse).toList()));
    }

    static NameSet ofGlobs(List<Glob> globs) {
        var sum = new NameSum();
        globs.forEach(glob -> sum.add(glob, List.of(), List.of()));
        return sum.names();
    }

    /** The union of many sets. */
    public static NameSet union(Collection<NameSet> sets) {
        var sum = new NameSum();
        for (var set : sets) {
            sum.single().addAll(set.names);
            set.patterns.forEach(sum::add);
        }
        return sum.names();
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
        var sum = new NameSum();
        names.stream().filter(other::contains).forEach(sum.single()::add);
        other.names.stream().filter(this::contains).forEach(sum.single()::add);
        for (var left : patterns) {
            for (var right : other.patterns) {
                var except = NameSum.with(left.except(), right.except());
                var where = NameSum.with(left.where(), right.where());
                left.within().and(right.within()).forEach(within -> sum.add(within, except, where));
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
        var left = new NameSum();
        left.addAll(patterns);
        names.stream().filter(name -> !other.contains(name)).forEach(left.single()::add);
        for (var taken : other.patterns) {
            left = left.without(taken);
        }
        return left.without(other.names).names();
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

    /** The shortest name in it, of several one that can be read and typed; empty when there is none. */
    public Optional<String> shortest() {
        return Stream.concat(
                        names.stream(), patterns.stream().map(Term::shortest).flatMap(Optional::stream))
                .min(Search.ORDER);
    }

    /** The places of {@link #parts}. */
    public List<Place> places(String resource) {
        return parts(resource).stream().map(Part::place).toList();
    }

    /**
     * The set as places of one resource: patterns with the same exceptions together, sorted. A set that is
     * {@link #itself} is the resource itself.
     */
    public List<Part> parts(String resource) {
        var byRest = new TreeMap<String, List<Term>>();
        for (var term : patterns) {
            byRest.computeIfAbsent(term.except() + " " + term.where(), key -> new ArrayList<>())
                    .add(term);
        }
        var parts = new ArrayList<Part>();
        var plain = byRest.remove(List.of() + " " + List.of());
        if (plain != null || !names.isEmpty()) {
            parts.add(part(resource, names, plain == null ? List.of() : plain));
        }
        byRest.values().forEach(same -> parts.add(part(resource, new TreeSet<>(), same)));
        parts.sort(Comparator.comparing(Part::place));
        return parts;
    }

    private static Part part(String resource, NavigableSet<String> names, List<Term> same) {
        var part = new NameSet(names, List.copyOf(same));
        if (part.equals(ITSELF)) {
            return new Part(Place.itself(resource), part);
        }
        var within = Stream.concat(
                        names.stream().map(Glob::literal), same.stream().map(Term::within))
                .map(Glob::toString)
                .toList();
        var except = same.stream()
                .limit(1)
                .flatMap(term -> term.except().stream())
                .map(Glob::toString)
                .toList();
        var where = same.stream()
                .limit(1)
                .flatMap(term -> term.where().stream())
                .map(NameCondition::toString)
                .toList();
        return new Part(new Place(resource, within, except, where), part);
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
