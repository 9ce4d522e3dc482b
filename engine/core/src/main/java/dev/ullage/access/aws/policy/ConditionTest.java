package dev.ullage.access.aws.policy;

import dev.ullage.model.Answer;
import dev.ullage.model.ConditionClause;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One operator and key of a Condition block.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *     Keys with several values</a>
 */
final class ConditionTest {

    private static final String IF_EXISTS = "ifexists";
    private static final String NULL = "null";

    /** Operators for which everybody knows a sign. */
    private static final Set<String> EQUALITIES =
            Set.of("stringequals", "stringnotequals", "bool", "numericequals", "numericnotequals");

    /** How many of a key's values have to match. */
    private enum Among {
        /** The key has one value. */
        ONE("") {
            @Override
            Answer ofAbsent(boolean isNegated) {
                return Answer.of(isNegated);
            }
        },
        ALL("forallvalues:") {
            @Override
            Answer ofAbsent(boolean isNegated) {
                return Answer.YES;
            }
        },
        ANY("foranyvalue:") {
            @Override
            Answer ofAbsent(boolean isNegated) {
                return Answer.NO;
            }
        };

        private final String prefix;

        Among(String prefix) {
            this.prefix = prefix;
        }

        abstract Answer ofAbsent(boolean isNegated);

        static Among of(String operator) {
            return operator.startsWith(ALL.prefix) ? ALL : operator.startsWith(ANY.prefix) ? ANY : ONE;
        }
    }

    private final ConditionClause clause;
    private final String key;
    private final Among among;
    private final boolean ifExists;
    private final boolean isNull;
    private final boolean isNegated;
    private final boolean isKnown;
    private final List<Comparison> comparisons;
    private final boolean mayBeAbsent;
    private final boolean mayBePresent;
    private final List<PolicyText> texts;

    ConditionTest(ConditionClause clause, boolean hasVariables) {
        this.clause = clause;
        this.texts = clause.values().stream()
                .map(value -> PolicyText.plain(value, hasVariables))
                .toList();
        // There are few keys: the same text as one object is found in a context without being compared.
        this.key = clause.key().toLowerCase(Locale.ROOT).intern();
        var operator = clause.operator().toLowerCase(Locale.ROOT);
        this.among = Among.of(operator);
        var bare = operator.substring(among.prefix.length());
        this.ifExists = bare.endsWith(IF_EXISTS);
        var base = ifExists ? bare.substring(0, bare.length() - IF_EXISTS.length()) : bare;
        this.isNull = base.equals(NULL);
        this.mayBeAbsent = clause.values().stream().anyMatch("true"::equalsIgnoreCase);
        this.mayBePresent = clause.values().stream().anyMatch("false"::equalsIgnoreCase);
        this.isNegated = Comparison.NEGATED.containsKey(base);
        var reader = Comparison.reader(Comparison.NEGATED.getOrDefault(base, base));
        this.isKnown = isNull ? !ifExists : reader.isPresent();
        this.comparisons = reader.map(known -> clause.values().stream()
                        .map(value -> known.read(value, hasVariables))
                        .toList())
                .orElse(List.of());
    }

    /** The key and those of variables in its values, in lower case. */
    Stream<String> keys() {
        return Stream.concat(Stream.of(key), texts.stream().flatMap(PolicyText::keys));
    }

    /** The key in lower case. */
    String key() {
        return key;
    }

    /** Whether it holds. */
    Answer test(RequestContext context) {
        var value = context.value(key);
        if (!isKnown || value.isUnknown()) {
            return Answer.UNKNOWN;
        }
        var values = value.values();
        if (isNull) {
            return Answer.of(values.isEmpty() ? mayBeAbsent : mayBePresent);
        }
        if (values.isEmpty()) {
            return ifExists ? Answer.YES : among.ofAbsent(isNegated);
        }
        return switch (among) {
            // Which of several values is meant is not said anywhere.
            case ONE -> values.size() > 1 ? Answer.UNKNOWN : test(values.get(0), context);
            case ALL -> {
                var answer = Answer.YES;
                for (var one : values) {
                    answer = answer.and(test(one, context));
                }
                yield answer;
            }
            case ANY -> {
                var answer = Answer.NO;
                for (var one : values) {
                    answer = answer.or(test(one, context));
                }
                yield answer;
            }
        };
    }

    private Answer test(String value, RequestContext context) {
        var answer = Answer.NO;
        for (var comparison : comparisons) {
            answer = answer.or(comparison.matches(value, context));
            if (answer == Answer.YES) {
                break;
            }
        }
        return isNegated ? answer.not() : answer;
    }

    /** The clause as a person would write it, with the values of those variables that are known. */
    String shown(RequestContext context) {
        var values = texts.stream().map(text -> text.shown(context)).toList();
        var operator = EQUALITIES.contains(clause.operator().toLowerCase(Locale.ROOT))
                ? isNegated ? (values.size() == 1 ? "!=" : "not in") : values.size() == 1 ? "=" : "in"
                : clause.operator();
        return "%s %s %s".formatted(clause.key(), operator, values.size() == 1 ? values.get(0) : values.toString());
    }
}
