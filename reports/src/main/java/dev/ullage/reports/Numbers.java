package dev.ullage.reports;

import dev.ullage.analysis.UllageFigure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers and times as a person reads them, the same in every locale and time zone. */
final class Numbers {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Numbers() {}

    /** {@code 12,345}. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 rule}, {@code 12,345 rules}. */
    static String of(long number, String singular) {
        return grouped(number) + " " + singular + (number == 1 ? "" : "s");
    }

    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    static String day(Instant time) {
        return DAY.format(time);
    }

    /** Percent that is proved: rounded down where something is unsure, so that it never says too much. */
    static int atLeast(UllageFigure figure) {
        var rounding = figure.unsure() == 0 ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        return percent(figure.empty(), figure.granted(), 0, rounding).intValueExact();
    }

    /** Percent that is possible: rounded up where something is unsure. */
    static int atMost(UllageFigure figure) {
        var rounding = figure.unsure() == 0 ? RoundingMode.HALF_UP : RoundingMode.UP;
        return percent(possible(figure), figure.granted(), 0, rounding).intValueExact();
    }

    /** Granted rows that are or may be neither declared nor used. */
    static long possible(UllageFigure figure) {
        return (long) figure.empty() + figure.unsure();
    }

    /** In decimals and never through a double, whose digits differ between Java versions; 0 of nothing. */
    static BigDecimal percent(long part, long whole, int scale, RoundingMode rounding) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(scale)
                : BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), scale, rounding);
    }

    /** All identities of the estate taken as one. */
    static UllageFigure whole(String estate, List<UllageFigure> figures) {
        return new UllageFigure(
                estate,
                figures.stream().mapToInt(UllageFigure::granted).sum(),
                figures.stream().mapToInt(UllageFigure::empty).sum(),
                figures.stream().mapToInt(UllageFigure::unsure).sum());
    }
}
