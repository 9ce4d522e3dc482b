package dev.ullage.rule.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.rule.Subject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VariableTest {

    @ParameterizedTest
    @EnumSource
    void the_first_variable_of_a_rule_is_its_subject(Subject subject) {
        assertThat(Variable.of(subject).get(0).word()).isEqualTo(subject.word());
    }

    @ParameterizedTest
    @EnumSource
    void every_variable_says_to_which_cloud_it_belongs(Variable variable) {
        assertThat(variable.fields()).containsKey("provider");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void every_field_means_something_that_a_sentence_can_call_unknown(Field field) {
        assertThat(field.means()).matches("(when|whether|how|what|where|which|in which|who|whom|its|an?|the) [^.,;:]*");
        assertThat(field.note()).doesNotEndWith(".");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void a_field_of_words_has_words_and_no_other_has(Field field) {
        assertThat(field.words().isEmpty())
                .isEqualTo(field.type() != ValueType.WORD && field.type() != ValueType.WORDS);
    }

    @Test
    void names_are_written_with_underscores_and_words_with_hyphens() {
        var kind = Variable.PRINCIPAL.fields().get("kind");

        assertThat(Variable.BUCKET.fields()).containsKey("public_access_prevented");
        assertThat(kind.words()).contains("service-account");
    }

    static Stream<Field> fields() {
        return Arrays.stream(Variable.values()).flatMap(variable -> variable.fields().values().stream());
    }
}
