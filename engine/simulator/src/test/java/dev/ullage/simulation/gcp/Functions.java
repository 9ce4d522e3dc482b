package dev.ullage.simulation.gcp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The functions that a condition can call.
 *
 * @see <a href="https://docs.cloud.google.com/iam/docs/conditions-attribute-reference#date-time">Date and time</a>
 * @see <a href="https://docs.cloud.google.com/iam/docs/conditions-attribute-reference#extract">Extract values</a>
 */
final class Functions {

    private static final Pattern DURATION = Pattern.compile("(-?\\d+)(\\.\\d{1,9})?s");
    private static final Pattern TEMPLATE = Pattern.compile("([^{}]*)\\{\\w+}([^{}]*)");

    private static final Set<String> OF_TEXT = Set.of("startsWith", "endsWith", "contains", "matches", "extract");

    private Functions() {}

    static Object call(String name, List<Object> arguments) throws UnreadableException {
        if (arguments.size() != 1 || !List.of("timestamp", "date", "duration").contains(name)) {
            throw new UnreadableException("the function " + name);
        }
        if (!(arguments.get(0) instanceof String text)) {
            return arguments.get(0).equals(Value.UNKNOWN) ? Value.UNKNOWN : Value.ERROR;
        }
        return switch (name) {
            case "timestamp" -> Attributes.instant(text);
            case "date" -> Attributes.date(text);
            default -> duration(text);
        };
    }

    static Object call(Object receiver, String name, List<Object> arguments) throws UnreadableException {
        if (!name.startsWith("get") && !OF_TEXT.contains(name)) {
            throw new UnreadableException("the function " + name);
        }
        if (receiver.equals(Value.ERROR) || arguments.contains(Value.ERROR)) {
            return Value.ERROR;
        }
        if (receiver.equals(Value.UNKNOWN) || arguments.contains(Value.UNKNOWN)) {
            return Value.UNKNOWN;
        }
        if (receiver instanceof String text && arguments.size() == 1 && arguments.get(0) instanceof String other) {
            return ofText(text, name, other);
        }
        return receiver instanceof Instant instant ? ofInstant(instant, name, arguments) : Value.ERROR;
    }

    private static Object duration(String text) {
        var matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Value.ERROR;
        }
        try {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        } catch (DateTimeException | ArithmeticException beyond) {
            return Value.ERROR;
        }
    }

    private static Object ofText(String text, String name, String argument) throws UnreadableException {
        return switch (name) {
            case "startsWith" -> Value.of(text.startsWith(argument));
            case "endsWith" -> Value.of(text.endsWith(argument));
            case "contains" -> Value.of(text.contains(argument));
            case "matches" -> matches(text, argument);
            case "extract" -> extract(text, argument);
            default -> Value.ERROR;
        };
    }

    private static Object matches(String text, String pattern) {
        try {
            return Value.of(Pattern.compile(pattern).matcher(text).find());
        } catch (PatternSyntaxException malformed) {
            return Value.ERROR;
        }
    }

    private static Object extract(String text, String template) throws UnreadableException {
        var parts = TEMPLATE.matcher(template);
        if (!parts.matches()) {
            throw new UnreadableException("the template " + template);
        }
        int found = text.indexOf(parts.group(1));
        if (found < 0) {
            return "";
        }
        int start = found + parts.group(1).length();
        int end = parts.group(2).isEmpty() ? text.length() : text.indexOf(parts.group(2), start);
        return end < 0 ? "" : text.substring(start, end);
    }

    private static Object ofInstant(Instant instant, String name, List<Object> arguments) throws UnreadableException {
        ZonedDateTime local;
        try {
            local = instant.atZone(arguments.isEmpty() ? ZoneOffset.UTC : ZoneId.of((String) arguments.get(0)));
        } catch (DateTimeException nowhere) {
            return Value.ERROR;
        }
        return (long)
                switch (name) {
                    case "getFullYear" -> local.getYear();
                    case "getMonth" -> local.getMonthValue() - 1;
                    case "getDate" -> local.getDayOfMonth();
                    case "getDayOfMonth" -> local.getDayOfMonth() - 1;
                    case "getDayOfYear" -> local.getDayOfYear() - 1;
                    case "getDayOfWeek" -> local.getDayOfWeek().getValue() % 7;
                    case "getHours" -> local.getHour();
                    case "getMinutes" -> local.getMinute();
                    case "getSeconds" -> local.getSecond();
                    case "getMilliseconds" -> local.getNano() / 1_000_000;
                    default -> throw new UnreadableException("the function " + name);
                };
    }
}
