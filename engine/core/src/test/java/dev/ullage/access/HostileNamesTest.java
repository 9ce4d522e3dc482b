package dev.ullage.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ullage.access.Containment.Verdict;
import dev.ullage.access.regex.RegexLanguage;
import dev.ullage.access.regex.UnreadableRegexException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns that are written to take all time or memory are decided, or refused with the limit. */
class HostileNamesTest {

    private static NameSet names(String expression) {
        try {
            return NameSet.where("matches " + expression, RegexLanguage.of(expression), "");
        } catch (UnreadableRegexException e) {
            throw new AssertionError(expression, e);
        }
    }

    private static Containment compare(NameSet granted, NameSet declared) {
        return Containment.of(Reach.exactly(granted), declared, List.of());
    }

    @Test
    void a_pattern_with_many_ways_to_match_lies_within_a_simpler_one() {
        assertThat(compare(NameSet.matching("*a*a*a*b", ""), NameSet.matching("*a*b", ""))
                        .verdict())
                .isEqualTo(Verdict.INSIDE);
        assertThat(compare(NameSet.matching("*a*b", ""), NameSet.matching("*a*a*a*b", ""))
                        .witness())
                .hasValue("ab");
    }

    @Test
    void a_pattern_of_ten_thousand_wildcards_is_compared() {
        var wildcards = NameSet.matching("?".repeat(5_000) + "*a".repeat(5_000), "");

        assertThat(compare(wildcards, NameSet.prefix("b")).witness().map(String::length))
                .hasValue(10_000);
    }

    @Test
    void two_patterns_of_ten_thousand_wildcards_are_refused_with_the_limit() {
        var left = NameSet.matching("*a".repeat(5_000), "");
        var right = NameSet.matching("*b".repeat(5_000), "");

        assertThat(compare(left, right).missing())
                .singleElement()
                .asString()
                .contains("two patterns are too long to compare: 10000 and 10000 characters");
    }

    @Test
    void ten_thousand_patterns_are_refused_with_the_limit() {
        var many = IntStream.range(0, 10_000)
                .mapToObj(i -> NameSet.prefix("p" + i + "/"))
                .toList();

        assertThatThrownBy(() -> NameSet.union(many))
                .isInstanceOf(TooComplexException.class)
                .hasMessageContaining("more than 2000 patterns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|aa)*b", "(.*a){20}", "[ab]*a[ab]{30}", "^(x+x+)+y$", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void a_hostile_expression_that_is_granted_is_compared(String expression) {
        var containment = compare(names(expression), NameSet.prefix("a"));

        assertThat(containment.witness()).hasValueSatisfying(witness -> {
            assertThat(names(expression).contains(witness)).isTrue();
            assertThat(witness).doesNotStartWith("a");
        });
    }

    @Test
    void an_expression_whose_contrary_takes_too_many_states_is_refused_with_the_limit() {
        var containment = compare(NameSet.all(), names("^[ab]*a[ab]{30}$"));

        assertThat(containment.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(containment.missing()).singleElement().asString().contains("200000 steps");
    }

    @Test
    void expressions_that_have_too_many_states_together_are_refused_with_the_limit() {
        var both = names("^[ab]*a[ab]{99}$").and(names("^[ab]*b[ab]{98}$"));

        assertThat(both.shortest()).hasValueSatisfying(name -> assertThat(name).hasSize(100));
        assertThatThrownBy(() -> both.and(names("^([ab]{7})*$"))
                        .and(names("^([ab]{11})*$"))
                        .and(names("^([ab]{13})*a$")))
                .isInstanceOf(TooComplexException.class)
                .hasMessageContaining("states to compare");
    }

    @Test
    void more_conditions_than_the_limit_are_refused() {
        assertThatThrownBy(() -> IntStream.range(0, 13)
                        .mapToObj(i -> names("^[a-z]{0,%d}$".formatted(i)))
                        .reduce(NameSet.all(), NameSet::and))
                .isInstanceOf(TooComplexException.class)
                .hasMessageContaining("more than 12 conditions");
    }

    @Test
    void names_have_no_line_breaks_where_an_expression_speaks_of_them() {
        assertThat(compare(NameSet.all(), names("^.*$")).verdict()).isEqualTo(Verdict.INSIDE);
        assertThat(names("\\n").isEmpty()).isTrue();
    }
}
