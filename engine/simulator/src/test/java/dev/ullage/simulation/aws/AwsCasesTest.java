package dev.ullage.simulation.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Ruling;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class AwsCasesTest {

    private static final long SEED = 1;
    private static final int CASES = 20_000;

    @Test
    void every_ruling_comes_often_enough_to_be_tested() {
        var shares = shares();
        System.out.println("of " + CASES + " AWS cases, in percent: " + shares);

        assertThat(shares.get(Ruling.ALLOWED)).isBetween(20, 40);
        assertThat(shares.get(Ruling.EXPLICIT_DENY)).isBetween(15, 30);
        assertThat(shares.get(Ruling.UNKNOWN)).isBetween(5, 15);
    }

    @Test
    void every_kind_of_caller_is_allowed_something_and_denied_something() {
        var rulings = new TreeMap<Caller.Kind, TreeSet<Ruling>>();
        for (int i = 0; i < CASES; i++) {
            var oneCase = AwsCases.of(SEED, i);
            rulings.computeIfAbsent(
                            Caller.of(oneCase.path("principal").asText()).kind(), kind -> new TreeSet<>())
                    .add(AwsReference.rule(oneCase));
        }
        assertThat(rulings)
                .hasSize(Caller.Kind.values().length)
                .allSatisfy((kind, seen) -> assertThat(seen).containsExactlyInAnyOrder(Ruling.values()));
    }

    @Test
    void every_operator_comes_in_every_form() {
        var operators = named("Condition");

        for (var comparison : Comparison.values()) {
            assertThat(operators).contains(comparison.operator(), comparison.operator() + "IfExists");
            if (comparison.negated() != null) {
                assertThat(operators).contains(comparison.negated(), comparison.negated() + "IfExists");
            }
        }
        assertThat(operators)
                .contains("Null", "ForAllValues:StringLike", "ForAnyValue:StringLike", "ForAnyValue:StringNotLike");
    }

    @Test
    void every_element_of_a_statement_comes() {
        assertThat(named("Statement"))
                .contains("Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition");
    }

    /** The names of what is in the objects of that name. */
    private static Set<String> named(String name) {
        var names = new TreeSet<String>();
        for (int i = 0; i < CASES; i++) {
            for (var found : AwsCases.of(SEED, i).findValues(name)) {
                (found.isArray() ? found : List.of(found))
                        .forEach(object -> object.fieldNames().forEachRemaining(names::add));
            }
        }
        return names;
    }

    @Test
    void a_case_is_a_function_of_the_seed_and_its_number() {
        assertThat(AwsCases.of(7, 11)).isEqualTo(AwsCases.of(7, 11)).isNotEqualTo(AwsCases.of(7, 12));
    }

    private static Map<Ruling, Integer> shares() {
        var counts = new EnumMap<Ruling, Integer>(Ruling.class);
        for (int i = 0; i < CASES; i++) {
            counts.merge(AwsReference.rule(AwsCases.of(SEED, i)), 1, Integer::sum);
        }
        counts.replaceAll((ruling, count) -> 100 * count / CASES);
        return counts;
    }
}
