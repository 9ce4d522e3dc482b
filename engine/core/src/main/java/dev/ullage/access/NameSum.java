package dev.ullage.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Terms that come together to a set; single names, of which there may be thousands, are kept apart from patterns. */
final class NameSum {

    /** Patterns that are taken out of one pattern; more are too complex. */
    static final int MOST_EXCEPTIONS = 500;

    /** Conditions that are put on the names of one pattern; more are too complex. */
    static final int MOST_CONDITIONS = 12;

    private final NavigableSet<String> single = new TreeSet<>();
    private final List<Term> patterns = new ArrayList<>();

    /** The single names so far, to be added to. */
    NavigableSet<String> single() {
        return single;
    }

    /** Adds terms of a set as it stands. */
    void addAll(List<Term> terms) {
        patterns.addAll(terms);
    }

    /** Adds what matches a pattern and none of the others, which may be nothing. */
    void add(Glob within, Collection<Glob> except, Collection<NameCondition> where) {
        if (within.isLiteral()) {
            var name = within.text();
            if (new Term(within, List.copyOf(except), List.copyOf(where)).has(name)) {
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
        var conditions = where.stream().distinct().sorted().toList();
        if (conditions.size() > MOST_CONDITIONS) {
            throw new TooComplexException("a pattern has more than " + MOST_CONDITIONS + " conditions");
        }
        var term = new Term(within, List.copyOf(relevant), conditions);
        if (!term.isEmpty()) {
            add(term);
        }
    }

    void add(Term term) {
        if (patterns.stream().anyMatch(other -> other.surelyContains(term))) {
            return;
        }
        patterns.removeIf(other -> term.surelyContains(other));
        patterns.add(term);
        if (patterns.size() > NameSet.MOST_PATTERNS) {
            throw new TooComplexException("a set of names takes more than " + NameSet.MOST_PATTERNS + " patterns");
        }
    }

    NameSum without(Term taken) {
        var left = new NameSum();
        single.stream().filter(name -> !taken.has(name)).forEach(left.single::add);
        for (var term : patterns) {
            left.add(term.within(), with(term.except(), List.of(taken.within())), term.where());
            if (taken.except().isEmpty() && taken.where().isEmpty()) {
                continue;
            }
            // What the taken term leaves out again stays.
            for (var both : term.within().and(taken.within())) {
                for (var back : taken.except()) {
                    both.and(back).forEach(within -> left.add(within, term.except(), term.where()));
                }
                for (var condition : taken.where()) {
                    left.add(both, term.except(), with(term.where(), List.of(condition.not())));
                }
            }
        }
        return left;
    }

    NameSum without(NavigableSet<String> names) {
        var left = new NameSum();
        single.stream().filter(name -> !names.contains(name)).forEach(left.single::add);
        for (var term : patterns) {
            var holes = names.stream().filter(term::has).map(Glob::literal).toList();
            left.add(term.within(), with(term.except(), holes), term.where());
        }
        return left;
    }

    NameSet names() {
        if (patterns.size() == 1 && patterns.get(0).equals(NameSet.EVERYTHING)) {
            return NameSet.all();
        }
        single.removeIf(name -> patterns.stream().anyMatch(term -> term.has(name)));
        patterns.sort(Comparator.comparing(Term::toString));
        return new NameSet(single, List.copyOf(patterns));
    }

    /** Both lists, one after the other. */
    static <T> List<T> with(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
