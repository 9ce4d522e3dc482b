package dev.ullage.yaml;

import static dev.ullage.yaml.YamlProblem.quoted;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns single values into what was asked for. What is not that is a problem of the file and comes back empty. */
final class ScalarReader {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
    private static final Pattern COUNT = Pattern.compile("0|[1-9]\\d{0,8}");

    private final YamlFile file;

    ScalarReader(YamlFile file) {
        this.file = file;
    }

    /** The constants of an enum by the words that files use. */
    static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
        var words = new LinkedHashMap<String, E>();
        for (var constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return words;
    }

    <E extends Enum<E>> Optional<E> word(String key, YamlScalar scalar, Class<E> type) {
        var words = words(type);
        var word = Optional.ofNullable(words.get(scalar.text()));
        if (word.isEmpty()) {
            file.problem(
                    scalar.position(),
                    "unknown " + quoted(key) + " " + quoted(scalar.text()),
                    Spelling.remedy(scalar.text(), words.keySet()));
        }
        return word;
    }

    Optional<LocalDate> date(YamlScalar scalar) {
        if (!DATE.matcher(scalar.text()).matches()) {
            return refuse(scalar, " is not a date", "write it as 2027-03-31");
        }
        try {
            return Optional.of(LocalDate.parse(scalar.text()));
        } catch (DateTimeException e) {
            return refuse(scalar, " is not in the calendar", "correct the month or day");
        }
    }

    Optional<Instant> instant(YamlScalar scalar) {
        if (!INSTANT.matcher(scalar.text()).matches()) {
            return refuse(scalar, " is not a time in UTC", "write it as 2026-11-20T02:00:00Z");
        }
        try {
            return Optional.of(Instant.parse(scalar.text()));
        } catch (DateTimeException e) {
            return refuse(scalar, " is not in the calendar", "correct the day or time");
        }
    }

    Optional<Boolean> flag(YamlScalar scalar) {
        if (scalar.plain() && (scalar.text().equals("true") || scalar.text().equals("false"))) {
            return Optional.of(scalar.text().equals("true"));
        }
        return refuse(scalar, " is not a truth value", "write `true` or `false`, without quotes");
    }

    Optional<Integer> count(YamlScalar scalar, int least, int most, int example) {
        if (COUNT.matcher(scalar.text()).matches()) {
            var number = Integer.parseInt(scalar.text());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        var fact = " is not a whole number from " + least + " to " + most;
        return refuse(scalar, fact, "write a number such as " + example);
    }

    private <T> Optional<T> refuse(YamlScalar scalar, String fact, String remedy) {
        file.problem(scalar.position(), quoted(scalar.text()) + fact, remedy);
        return Optional.empty();
    }
}
