package dev.ullage.simulation.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operator as a policy writes it, such as {@code ForAnyValue:StringNotLikeIfExists}.
 *
 * <p>Of several values in the policy one has to match; with a negated operator, none may. Of a key that is absent, a
 * plain operator does not hold, a negated one does, and so does any with {@code IfExists}. {@code ForAllValues} holds
 * of an absent key, {@code ForAnyValue} does not. A key with several values has to have one of
 * these two in front of its operator; what AWS does without, no page says.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Single-valued
 *     and multivalued context keys</a>
 */
record ConditionOperator(
        Over over,
        boolean negated,
        boolean ifExists,
        @Nullable Comparison comparison) {

    enum Over {
        THE_VALUE,
        ALL_VALUES,
        ANY_VALUE
    }

    private static final String IF_EXISTS = "IfExists";
    private static final Map<String, ConditionOperator> PLAIN = plain();

    private static Map<String, ConditionOperator> plain() {
        var operators = new HashMap<String, ConditionOperator>();
        operators.put("Null", new ConditionOperator(Over.THE_VALUE, false, false, null));
        for (var comparison : Comparison.values()) {
            operators.put(comparison.operator(), new ConditionOperator(Over.THE_VALUE, false, false, comparison));
            if (comparison.negated() != null) {
                operators.put(comparison.negated(), new ConditionOperator(Over.THE_VALUE, true, false, comparison));
            }
        }
        return operators;
    }

    /** The operator of that name, or null where the language has none. */
    static @Nullable ConditionOperator of(String name) {
        var over = Over.THE_VALUE;
        var plain = name;
        if (name.startsWith("ForAllValues:")) {
            over = Over.ALL_VALUES;
            plain = name.substring("ForAllValues:".length());
        } else if (name.startsWith("ForAnyValue:")) {
            over = Over.ANY_VALUE;
            plain = name.substring("ForAnyValue:".length());
        }
        boolean ifExists = plain.endsWith(IF_EXISTS);
        plain = ifExists ? plain.substring(0, plain.length() - IF_EXISTS.length()) : plain;
        var found = PLAIN.get(plain);
        if (found == null || found.comparison == null) {
            return over == Over.THE_VALUE && !ifExists ? found : null;
        }
        return new ConditionOperator(over, found.negated, ifExists, found.comparison);
    }

    Answer holds(String key, List<String> expected, PolicyVariables variables) {
        if (variables.context().isUnknown(key)) {
            return Answer.PERHAPS;
        }
        var actual = variables.context().valuesOf(key);
        if (comparison == null) {
            return isAbsence(expected, actual.isEmpty());
        }
        if (actual.isEmpty()) {
            return Answer.of(ifExists || (over == Over.THE_VALUE ? negated : over == Over.ALL_VALUES));
        }
        return switch (over) {
            case THE_VALUE ->
                actual.size() == 1 ? holds(comparison, actual.get(0), expected, variables) : Answer.PERHAPS;
            case ALL_VALUES -> ofAll(comparison, actual, expected, variables);
            case ANY_VALUE -> ofAny(comparison, actual, expected, variables);
        };
    }

    /** {@code Null} with {@code true} asks that the key be absent, with {@code false} that it be there. */
    private static Answer isAbsence(List<String> expected, boolean absent) {
        var holds = Answer.NO;
        for (var value : expected) {
            holds = holds.or(
                    switch (value) {
                        case "true" -> Answer.of(absent);
                        case "false" -> Answer.of(!absent);
                        default -> Answer.PERHAPS;
                    });
        }
        return holds;
    }

    private Answer ofAll(Comparison by, List<String> actual, List<String> expected, PolicyVariables variables) {
        var all = Answer.YES;
        for (var value : actual) {
            all = all.and(holds(by, value, expected, variables));
        }
        return all;
    }

    private Answer ofAny(Comparison by, List<String> actual, List<String> expected, PolicyVariables variables) {
        var any = Answer.NO;
        for (var value : actual) {
            any = any.or(holds(by, value, expected, variables));
        }
        return any;
    }

    private Answer holds(Comparison by, String actual, List<String> expected, PolicyVariables variables) {
        var matches = Answer.NO;
        for (var value : expected) {
            matches = matches.or(by.matches(value, actual, variables));
        }
        return negated ? matches.not() : matches;
    }
}
