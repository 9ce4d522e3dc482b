package dev.ullage.simulation.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the pages give no example: what fails, what is not known, and how the two mix. */
class ExpressionTest {

    private static final Attributes AN_OBJECT = new Attributes(
            Target.parse("gs://data/a.bin"),
            "storage.objects.get",
            Requester.parse("user:ana@acme.example"),
            TextNode.valueOf("2026-01-05T08:30:00Z"),
            JsonNodeFactory.instance.objectNode());

    private static Value evaluate(String text) throws UnreadableException {
        return Expression.evaluate(text.replace("FAILS", "date('') < date('')"), AN_OBJECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FAILS || true",
                "true || FAILS",
                "!(FAILS) || true",
                "1 + 2 == 3",
                "2 - 3 < 0",
                "'b' > 'a'",
                "'a' in ['b' + '', 'a']",
                "!true || !(false)",
                "true && false || true",
                "timestamp('2026-01-05T09:30:00+01:00') == request.time",
                "resource.name.contains('/objects/')",
                "resource.name.matches('^projects/_/.*[.]bin$')",
                "'it\\'s' == \"it's\""
            })
    void an_expression_is_true(String text) throws UnreadableException {
        assertThat(evaluate(text)).isEqualTo(Value.TRUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILS && false", "false && FAILS", "'a' in []"})
    void an_expression_is_false(String text) throws UnreadableException {
        assertThat(evaluate(text)).isEqualTo(Value.FALSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FAILS",
                "!(FAILS)",
                "FAILS && true",
                "false || FAILS",
                "1 < 'a'",
                "resource.name",
                "request.time.getHours('Nowhere/Land') > 1",
                "duration('1 day') < duration('1s')",
                "true || request.time < timestamp('soon')"
            })
    void an_expression_fails(String text) throws UnreadableException {
        assertThat(evaluate(text)).isEqualTo(Value.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"resource.matchTag('1/env', 'prod')", "something.new == 'x'", "!resource.hasTagKey('1/env')"})
    void an_expression_is_not_known(String text) throws UnreadableException {
        assertThat(evaluate(text)).isEqualTo(Value.UNKNOWN);
    }

    @Test
    void what_fails_or_is_false_is_never_true() throws UnreadableException {
        assertThat(evaluate("resource.hasTagKey('1/env') && FAILS")).isEqualTo(new Value(false, true, true));
    }

    @Test
    void what_is_true_or_fails_is_never_false() throws UnreadableException {
        assertThat(evaluate("resource.hasTagKey('1/env') || FAILS")).isEqualTo(new Value(true, false, true));
    }

    @Test
    void a_failing_operand_fails_whatever_the_other_is() throws UnreadableException {
        var untimed = new Attributes(
                AN_OBJECT.target(), "", AN_OBJECT.requester(), MissingNode.getInstance(), MissingNode.getInstance());

        assertThat(Expression.evaluate("request.time < date('')", untimed)).isEqualTo(Value.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a ==", "has(a.b)", "resource.name.size() == 1", "(true", "true true", "'open"})
    void what_we_cannot_read_is_said_to_be_unreadable(String text) {
        assertThatThrownBy(() -> evaluate(text)).isInstanceOf(UnreadableException.class);
    }
}
