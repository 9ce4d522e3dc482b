package dev.ullage.access.aws.policy;

import dev.ullage.model.Answer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Numbers and dates, which have an order. */
final class Quantity {

    /** Longer ones are no quantities of any request, and slow to compare. */
    private static final int LONGEST = 64;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private Quantity() {}

    static Comparison number(String policyValue, IntPredicate accepts) {
        return comparison(policyValue, Quantity::parseNumber, accepts);
    }

    /**
     * Dates are written in one of the forms of ISO 8601 that W3C recommends, or as seconds since 1970.
     *
     * @see <a href="https://www.w3.org/TR/NOTE-datetime">Date and Time Formats</a>
     */
    static Comparison date(String policyValue, IntPredicate accepts) {
        return comparison(policyValue, Quantity::parseDate, accepts);
    }

    private static <Q extends Comparable<Q>> Comparison comparison(
            String policyValue, Function<String, Optional<Q>> parser, IntPredicate accepts) {
        return parser.apply(policyValue)
                .<Comparison>map(bound -> (value, context) -> Answer.of(parser.apply(value)
                        .filter(quantity -> accepts.test(quantity.compareTo(bound)))
                        .isPresent()))
                .orElse(Comparison.UNREADABLE);
    }

    private static Optional<BigDecimal> parseNumber(String text) {
        return text.length() <= LONGEST && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static Optional<Instant> parseDate(String text) {
        try {
            if (text.length() > LONGEST) {
                return Optional.empty();
            }
            if (text.matches("-?\\d{5,18}")) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            }
            if (text.matches("\\d{4}(-\\d{2}){0,2}")) {
                var day = text + "-01-01".substring(text.length() - 4);
                return Optional.of(LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
