package dev.ullage.simulation.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as policies write them: one of the W3C's forms of ISO 8601, or seconds since 1970.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date">Date
 *     condition operators</a>
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">Date and Time Formats</a>
 */
final class Dates {

    private Dates() {}

    /** Null where it is none. Four digits are a year, more are seconds. */
    static @Nullable Instant read(String text) {
        try {
            if (text.indexOf('T') > 0) {
                return OffsetDateTime.parse(text).toInstant();
            }
            return switch (text.length()) {
                case 4 -> startOf(LocalDate.of(Integer.parseInt(text), 1, 1));
                case 7 ->
                    text.indexOf('-') < 0
                            ? seconds(text)
                            : startOf(YearMonth.parse(text).atDay(1));
                case 10 -> text.indexOf('-') < 0 ? seconds(text) : startOf(LocalDate.parse(text));
                default -> seconds(text);
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant seconds(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text));
    }
}
