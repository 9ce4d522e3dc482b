package dev.ullage.cel.iam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a condition asks of a resource's name.
 *
 * @param template what is taken out of the name first; null for the whole name
 * @param values one text; for {@link Relation#IS_ONE_OF}, any number
 */
public record NameTest(@Nullable ExtractionTemplate template, Relation relation, List<String> values) {

    /** How the name is compared. */
    public enum Relation {
        IS_ONE_OF,
        STARTS_WITH,
        ENDS_WITH,
        CONTAINS,
        /** Some part of it matches a regular expression of RE2. */
        MATCHES
    }

    public NameTest {
        values = List.copyOf(values);
    }

    /** The one text that it is compared with. */
    public String value() {
        return values.get(0);
    }
}
