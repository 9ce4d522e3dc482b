package dev.ullage.simulation.gcp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Comparison, membership and the arithmetic of instants and durations. */
final class Operators {

    private Operators() {}

    static Object compare(String operator, Object left, Object right) {
        if (operator.equals("in")) {
            return in(left, right);
        }
        if (left instanceof Value one && right instanceof Value other && !isOpaque(one) && !isOpaque(other)) {
            return equality(operator, one.equals(other));
        }
        if (left.equals(Value.ERROR) || right.equals(Value.ERROR)) {
            return Value.ERROR;
        }
        if (left instanceof Value || right instanceof Value) {
            return Value.UNKNOWN;
        }
        if (left instanceof List<?> || right instanceof List<?>) {
            return equality(operator, left.equals(right));
        }
        return left.getClass() == right.getClass() ? ordered(operator, order(left, right)) : Value.ERROR;
    }

    private static boolean isOpaque(Value value) {
        return !value.equals(Value.TRUE) && !value.equals(Value.FALSE);
    }

    private static Value equality(String operator, boolean equal) {
        return switch (operator) {
            case "==" -> Value.of(equal);
            case "!=" -> Value.of(!equal);
            default -> Value.ERROR;
        };
    }

    private static int order(Object left, Object right) {
        if (left instanceof String text) {
            return text.compareTo((String) right);
        }
        if (left instanceof Long number) {
            return number.compareTo((Long) right);
        }
        return left instanceof Instant instant
                ? instant.compareTo((Instant) right)
                : ((Duration) left).compareTo((Duration) right);
    }

    private static Value ordered(String operator, int order) {
        return switch (operator) {
            case "<" -> Value.of(order < 0);
            case "<=" -> Value.of(order <= 0);
            case ">" -> Value.of(order > 0);
            case ">=" -> Value.of(order >= 0);
            default -> equality(operator, order == 0);
        };
    }

    private static Value in(Object item, Object list) {
        if (!(list instanceof List<?> items)) {
            return list.equals(Value.UNKNOWN) && !item.equals(Value.ERROR) ? Value.UNKNOWN : Value.ERROR;
        }
        var any = Value.FALSE;
        for (var each : items) {
            any = any.or(Value.of(compare("==", item, each)));
        }
        return any;
    }

    /** @param sign -1 to subtract */
    static Object add(Object left, Object right, int sign) {
        if (left.equals(Value.ERROR) || right.equals(Value.ERROR)) {
            return Value.ERROR;
        }
        if (left.equals(Value.UNKNOWN) || right.equals(Value.UNKNOWN)) {
            return Value.UNKNOWN;
        }
        try {
            return sum(left, right, sign);
        } catch (DateTimeException | ArithmeticException beyond) {
            return Value.ERROR;
        }
    }

    private static Object sum(Object left, Object right, int sign) {
        if (left instanceof Long one && right instanceof Long other) {
            return Math.addExact(one, sign * other);
        }
        if (right instanceof Duration duration) {
            var added = duration.multipliedBy(sign);
            if (left instanceof Instant instant) {
                return instant.plus(added);
            }
            return left instanceof Duration first ? first.plus(added) : Value.ERROR;
        }
        if (sign < 0) {
            return left instanceof Instant end && right instanceof Instant start
                    ? Duration.between(start, end)
                    : Value.ERROR;
        }
        if (left instanceof Duration duration && right instanceof Instant instant) {
            return instant.plus(duration);
        }
        return left instanceof String text && right instanceof String more ? text + more : Value.ERROR;
    }
}
