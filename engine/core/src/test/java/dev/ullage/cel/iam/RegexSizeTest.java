package dev.ullage.cel.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexSizeTest {

    /** Made ready by RE2/J, each of them takes more memory than there is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((a{1000}){1000}){1000}){1000})",
                "((((a{1000}){0,1000}){1000,}){1000})",
                "(?:(?:[]{]{1000})?{1000}){1000}",
                "(?P<x>(?i:\\{{1000}){1000}){1000}",
                "((\\Q[\\E{1000}){1000}){1000}",
                "(([[:alpha:]{]{1000}){1000}){1000}",
                "((\\pL{1000}){1000}){1000}",
                "(((^{1000}){1000}){1000}){1000}"
            })
    void counts_in_each_other_are_refused_before_they_are_written_out(String expression) {
        assertThat(RegexSize.excess(expression))
                .hasValueSatisfying(why -> assertThat(why).contains(expression).contains("more than 20000"));
    }

    @Test
    void a_condition_with_such_an_expression_cannot_be_read_and_says_why() {
        var condition = new IamConditions().of("resource.name.matches('((((a{1000}){1000}){1000}){1000})')");

        assertThat(condition.claim(Attributes.of(Map.of(Attributes.NAME, "a"))))
                .isInstanceOfSatisfying(
                        Claim.Unreadable.class,
                        claim -> assertThat(claim.why()).contains("takes more than 20000 instructions"));
    }

    @Test
    void an_expression_that_is_put_together_first_is_not_evaluated() {
        var condition = new IamConditions().of("resource.name.matches('((a{1000}' + '){1000}){1000}')");

        assertThat(condition.claim(Attributes.of(Map.of(Attributes.NAME, "a")))).isInstanceOf(Claim.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^projects/_/buckets/models/objects/(train|serve)/[a-z0-9-]{1,63}/v\\d{1,3}/.*[.]ckpt$",
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                "\\x{10FFFF}|\\p{Greek}{20}",
                "(a|aa)*b",
                "(.*a){20}",
                "[ab]*a[ab]{30}",
                "a{1000"
            })
    void what_people_write_is_not_too_large(String expression) {
        assertThat(RegexSize.excess(expression)).isEmpty();
    }

    @Test
    void a_long_expression_is_refused_with_the_limit() {
        assertThat(RegexSize.excess("abcdefghij".repeat(1024)))
                .hasValue("a regular expression has 10240 characters, more than 8192");
    }
}
