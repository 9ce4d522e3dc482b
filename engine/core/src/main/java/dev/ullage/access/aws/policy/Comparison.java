package dev.ullage.access.aws.policy;

import dev.ullage.model.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a condition operator compares one value of a request with one value of the policy. The forms that negate, that ask
 * for existence, or that speak of sets are added around it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 */
@FunctionalInterface
interface Comparison {

    /** Whether a value of the request matches. */
    Answer matches(String value, RequestContext context);

    /** Reads a value of the policy. */
    @FunctionalInterface
    interface Reader {
        Comparison read(String policyValue, boolean hasVariables);
    }

    /** Never known, since the policy's value cannot be read; the provider would not have accepted it. */
    Comparison UNREADABLE = (value, context) -> Answer.UNKNOWN;

    Map<String, Reader> BY_OPERATOR = Map.ofEntries(
            Map.entry("stringequals", Comparison::text),
            Map.entry("stringequalsignorecase", Comparison::textIgnoringCase),
            Map.entry("stringlike", Comparison::pattern),
            Map.entry("arnequals", Comparison::arn),
            Map.entry("arnlike", Comparison::arn),
            Map.entry("bool", (text, variables) -> (value, context) -> Answer.of(value.equalsIgnoreCase(text))),
            Map.entry("binaryequals", (text, variables) -> (value, context) -> Answer.of(value.equals(text))),
            Map.entry("ipaddress", (text, variables) -> IpRange.comparison(text)),
            Map.entry("numericequals", (text, variables) -> Quantity.number(text, order -> order == 0)),
            Map.entry("numericlessthan", (text, variables) -> Quantity.number(text, order -> order < 0)),
            Map.entry("numericlessthanequals", (text, variables) -> Quantity.number(text, order -> order <= 0)),
            Map.entry("numericgreaterthan", (text, variables) -> Quantity.number(text, order -> order > 0)),
            Map.entry("numericgreaterthanequals", (text, variables) -> Quantity.number(text, order -> order >= 0)),
            Map.entry("dateequals", (text, variables) -> Quantity.date(text, order -> order == 0)),
            Map.entry("datelessthan", (text, variables) -> Quantity.date(text, order -> order < 0)),
            Map.entry("datelessthanequals", (text, variables) -> Quantity.date(text, order -> order <= 0)),
            Map.entry("dategreaterthan", (text, variables) -> Quantity.date(text, order -> order > 0)),
            Map.entry("dategreaterthanequals", (text, variables) -> Quantity.date(text, order -> order >= 0)));

    /** The operator, in lower case, that an operator negates. */
    Map<String, String> NEGATED = Map.of(
            "stringnotequals", "stringequals",
            "stringnotequalsignorecase", "stringequalsignorecase",
            "stringnotlike", "stringlike",
            "arnnotequals", "arnequals",
            "arnnotlike", "arnlike",
            "notipaddress", "ipaddress",
            "numericnotequals", "numericequals",
            "datenotequals", "dateequals");

    /** The reader of an operator that is given in lower case and does not negate; empty for an unknown one. */
    static Optional<Reader> reader(String operator) {
        return Optional.ofNullable(BY_OPERATOR.get(operator));
    }

    private static Comparison text(String policyValue, boolean hasVariables) {
        var text = PolicyText.plain(policyValue, hasVariables);
        var constant = text.constant();
        if (constant == null) {
            return (value, context) -> text.resolve(context).matches(value);
        }
        var literal = constant.head().intern();
        return (value, context) -> Answer.of(literal.equals(value));
    }

    private static Comparison textIgnoringCase(String policyValue, boolean hasVariables) {
        var text = PolicyText.plain(policyValue.toLowerCase(Locale.ROOT), hasVariables);
        return (value, context) ->
                text.resolve(key -> lowerCase(context.value(key))).matches(value.toLowerCase(Locale.ROOT));
    }

    private static ContextValue lowerCase(ContextValue value) {
        return value.isPresent()
                ? ContextValue.of(value.values().stream()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .toList())
                : value;
    }

    private static Comparison pattern(String policyValue, boolean hasVariables) {
        var text = PolicyText.pattern(policyValue, hasVariables);
        return (value, context) -> text.resolve(context).matches(value);
    }

    private static Comparison arn(String policyValue, boolean hasVariables) {
        var pattern = new ArnPattern(policyValue, hasVariables);
        return pattern.isComplete()
                ? (value, context) -> pattern.matches(ResourceArn.of(value), context)
                : (value, context) -> Answer.NO;
    }
}
