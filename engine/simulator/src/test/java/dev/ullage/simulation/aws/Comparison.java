package dev.ullage.simulation.aws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * How one value of a request is compared with one value of a policy. A value of the request that is not of the
 * operator's type does not match. Of one in the policy nobody knows: AWS keeps no such policy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
enum Comparison {
    STRING_EQUALS("StringEquals", "StringNotEquals") {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return text(expected, false, new Glob(), actual, variables);
        }
    },
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase") {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return text(expected, false, new Glob().ignoringCase(), actual, variables);
        }
    },
    STRING_LIKE("StringLike", "StringNotLike") {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return text(expected, true, new Glob(), actual, variables);
        }
    },
    NUMERIC_EQUALS("NumericEquals", "NumericNotEquals") {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return number(expected, actual, order -> order == 0);
        }
    },
    NUMERIC_LESS_THAN("NumericLessThan", null) {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return number(expected, actual, order -> order < 0);
        }
    },
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", null) {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return number(expected, actual, order -> order <= 0);
        }
    },
    NUMERIC_GREATER_THAN("NumericGreaterThan", null) {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return number(expected, actual, order -> order > 0);
        }
    },
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", null) {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return number(expected, actual, order -> order >= 0);
        }
    },
    DATE_EQUALS("DateEquals", "DateNotEquals") {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return date(expected, actual, order -> order == 0);
        }
    },
    DATE_LESS_THAN("DateLessThan", null) {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return date(expected, actual, order -> order < 0);
        }
    },
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", null) {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return date(expected, actual, order -> order <= 0);
        }
    },
    DATE_GREATER_THAN("DateGreaterThan", null) {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return date(expected, actual, order -> order > 0);
        }
    },
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", null) {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return date(expected, actual, order -> order >= 0);
        }
    },
    BOOL("Bool", null) {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return isBoolean(expected) ? Answer.of(expected.equalsIgnoreCase(actual)) : Answer.PERHAPS;
        }
    },
    BINARY_EQUALS("BinaryEquals", null) {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            var left = bytes(expected);
            var right = bytes(actual);
            return left == null ? Answer.PERHAPS : Answer.of(right != null && Arrays.equals(left, right));
        }
    },
    IP_ADDRESS("IpAddress", "NotIpAddress") {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            var range = IpRange.of(expected);
            var address = IpRange.of(actual);
            return range == null
                    ? Answer.PERHAPS
                    : Answer.of(address != null && actual.indexOf('/') < 0 && range.contains(address));
        }
    },
    ARN_LIKE("ArnLike", "ArnNotLike") {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return new ArnPattern(expected, variables).matches(actual);
        }
    },
    /** The same as {@code ArnLike}: wildcards are wildcards here too. */
    ARN_EQUALS("ArnEquals", "ArnNotEquals") {
        @Override
        Answer matches(String expected, String actual, PolicyVariables variables) {
            return new ArnPattern(expected, variables).matches(actual);
        }
    };

    private final String operator;
    private final @Nullable String negated;

    Comparison(String operator, @Nullable String negated) {
        this.operator = operator;
        this.negated = negated;
    }

    String operator() {
        return operator;
    }

    /** The operator that asks for the contrary, where the language has one. */
    @Nullable
    String negated() {
        return negated;
    }

    abstract Answer matches(String expected, String actual, PolicyVariables variables);

    private static Answer text(
            String expected, boolean wildcards, Glob glob, String actual, PolicyVariables variables) {
        return variables.put(expected, wildcards, glob) ? glob.matches(actual) : Answer.NO;
    }

    private static Answer number(String expected, String actual, IntPredicate order) {
        var right = numberOf(expected);
        var left = numberOf(actual);
        return right == null ? Answer.PERHAPS : Answer.of(left != null && order.test(left.compareTo(right)));
    }

    private static @Nullable BigDecimal numberOf(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Answer date(String expected, String actual, IntPredicate order) {
        Instant right = Dates.read(expected);
        Instant left = Dates.read(actual);
        return right == null ? Answer.PERHAPS : Answer.of(left != null && order.test(left.compareTo(right)));
    }

    private static boolean isBoolean(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    private static byte @Nullable [] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
