package dev.ullage.cel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values of facts read in a sentence. */
final class Wording {

    private Wording() {}

    /** A day for a time, yes or no for a truth; {@code (not known)} for null. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "(not known)";
        }
        if (value instanceof Instant time) {
            return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (value instanceof Collection<?> several) {
            return several.isEmpty()
                    ? "none"
                    : several.stream().map(Wording::of).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> labels) {
            return of(labels.entrySet().stream()
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .toList());
        }
        return value.toString();
    }
}
