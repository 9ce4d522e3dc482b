package dev.ullage.access.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Answer;
import dev.ullage.model.ConditionClause;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTestTest {

    private static final String KEY = "aws:PrincipalTag/team";

    /** Values are separated by semicolons; {@code null} for a key that is not there. */
    private static Answer test(String operator, String policyValues, String requestValues) {
        var values = requestValues == null
                ? ContextValue.ABSENT
                : ContextValue.of(Arrays.asList(requestValues.split(";", -1)));
        return new ConditionTest(clause(operator, policyValues), true)
                .test(RequestContext.complete(Map.of(KEY, values, "aws:username", ContextValue.of("a*b"))));
    }

    private static ConditionClause clause(String operator, String policyValues) {
        return new ConditionClause(operator, KEY, List.of(policyValues.split(";", -1)));
    }

    @ParameterizedTest(name = "{0} {1} of {2}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            StringEquals, ml, ml, YES
            StringEquals, ml, ML, NO
            StringEquals, m*, ml, NO
            StringEquals, ml;data, data, YES
            StringNotEquals, ml;data, data, NO
            StringNotEquals, ml;data, ops, YES
            StringEqualsIgnoreCase, ML, ml, YES
            StringNotEqualsIgnoreCase, ML, ml, NO
            StringLike, m?, ml, YES
            StringLike, m*, ml, YES
            StringLike, m*, xml, NO
            StringNotLike, m*, ml, NO
            StringEquals, ${aws:username}, a*b, YES
            StringLike, ${aws:username}, axb, NO
            StringLike, ${aws:username}, a*b, YES
            StringEquals, ${*}, *, YES
            StringEquals, "${aws:nothing, 'ml'}", ml, YES
            StringEquals, ${aws:nothing}, ml, NO
            NumericEquals, 10, 10.0, YES
            NumericLessThan, 10, 9.99, YES
            NumericLessThan, 10, 10, NO
            NumericLessThanEquals, 10, 10, YES
            NumericGreaterThan, 10, 11, YES
            NumericGreaterThanEquals, 10, 9, NO
            NumericNotEquals, 10, 11, YES
            NumericLessThan, 10, many, NO
            NumericLessThan, many, 9, UNKNOWN
            DateLessThan, 2026-11-15T00:00:00Z, 2026-11-14, YES
            DateLessThan, 1794700800, 2026-11-14T23:59:59Z, YES
            DateGreaterThan, 2026-11-15T00:00:00Z, 2026-11-15T01:00:00+02:00, NO
            Bool, true, True, YES
            Bool, true, false, NO
            BinaryEquals, QmluYXJ5, QmluYXJ5, YES
            IpAddress, 203.0.113.0/24, 203.0.113.200, YES
            IpAddress, 203.0.113.0/25, 203.0.113.200, NO
            IpAddress, 203.0.113.7, 203.0.113.7, YES
            NotIpAddress, 203.0.113.0/24, 198.51.100.1, YES
            IpAddress, 2001:db8::/32, 2001:db8:1::1, YES
            IpAddress, 2001:db8::/32, 203.0.113.7, NO
            IpAddress, 203.0.113.0/33, 203.0.113.7, UNKNOWN
            ArnEquals, arn:aws:iam::*:role/x, arn:aws:iam::111122223333:role/x, YES
            ArnLike, arn:aws:*:role/x, arn:aws:iam::111122223333:role/x, NO
            ArnNotLike, arn:aws:iam::*:role/y, arn:aws:iam::111122223333:role/x, YES
            StringSounds, ml, ml, UNKNOWN
            """)
    void an_operator_compares_as_it_is_documented(
            String operator, String policyValues, String requestValues, Answer expected) {
        assertThat(test(operator, policyValues, requestValues)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} of {2}")
    @CsvSource(nullValues = "-", textBlock = """
            StringEquals, ml, -, NO
            StringNotEquals, ml, -, YES
            StringEqualsIfExists, ml, -, YES
            StringEqualsIfExists, ml, ops, NO
            StringNotEqualsIfExists, ml, -, YES
            Null, true, -, YES
            Null, true, ml, NO
            Null, false, ml, YES
            Null, false, -, NO
            ForAllValues:StringEquals, ml;data, -, YES
            ForAllValues:StringEquals, ml;data, ml;data, YES
            ForAllValues:StringEquals, ml;data, ml;ops, NO
            ForAllValues:StringNotEquals, ml, ops;data, YES
            ForAllValues:StringNotEquals, ml, ops;ml, NO
            ForAnyValue:StringEquals, ml;data, -, NO
            ForAnyValue:StringEquals, ml;data, ml;ops, YES
            ForAnyValue:StringEquals, ml;data, ops, NO
            ForAnyValue:StringNotEquals, ml, ops;ml, YES
            """)
    void a_key_that_is_missing_or_has_many_values_counts_as_it_is_documented(
            String operator, String policyValues, String requestValues, Answer expected) {
        assertThat(test(operator, policyValues, requestValues)).isEqualTo(expected);
    }

    @Test
    void which_of_several_values_an_operator_for_one_means_is_not_known() {
        assertThat(test("StringEquals", "ml", "ml;ops")).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void a_key_that_was_not_collected_leaves_the_answer_open_and_is_shown() {
        var condition = new ConditionTest(clause("StringEquals", "${aws:username}-team"), true);
        var context = RequestContext.partial(Map.of("aws:username", ContextValue.of("ana")));

        assertThat(condition.test(context)).isEqualTo(Answer.UNKNOWN);
        assertThat(condition.shown(context)).isEqualTo("aws:PrincipalTag/team = ana-team");
    }

    @Test
    void the_older_version_of_the_language_has_no_variables() {
        var condition = new ConditionTest(clause("StringEquals", "${aws:username}"), false);

        assertThat(condition.test(RequestContext.complete(Map.of(KEY, ContextValue.of("${aws:username}")))))
                .isEqualTo(Answer.YES);
    }
}
