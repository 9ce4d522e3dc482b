package dev.ullage.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/**
 * The names that match one pattern, which has a wildcard, and none of the others.
 *
 * @param where conditions that all hold of them
 */
record Term(Glob within, List<Glob> except, List<NameCondition> where) {

    Term {
        except = List.copyOf(except);
        where = List.copyOf(where);
    }

    boolean has(String name) {
        return within.matches(name)
                && except.stream().noneMatch(glob -> glob.matches(name))
                && where.stream().allMatch(condition -> condition.holdsOf(name));
    }

    /** True only when every name of {@code other} is a name of this. */
    boolean surelyContains(Term other) {
        return within.surelyContains(other.within)
                && other.where.containsAll(where)
                && except.stream()
                        .allMatch(hole -> other.except.stream().anyMatch(bigger -> bigger.surelyContains(hole)));
    }

    boolean isEmpty() {
        return !(except.isEmpty() && where.isEmpty()) && shortest().isEmpty();
    }

    /** The first name in {@link Search#ORDER}. */
    Optional<String> shortest() {
        var all = new ArrayList<Automaton>(List.of(within.automaton()));
        var not = new ArrayList<>(except.stream().map(Glob::automaton).toList());
        for (var condition : where) {
            (condition.holds() ? all : not).add(condition.language().automaton());
        }
        var outside = not.isEmpty() ? null : Language.determinized(Operations.union(not));
        return new Search(all, outside, /* anyCharacter= */ where.isEmpty()).shortest();
    }
}
