package dev.ullage.cel.iam;

import java.util.List;
import java.util.stream.Collectors;
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

    /** As a person would write it, the same of the same test. */
    public String text() {
        var operand = Attributes.NAME + (template == null ? "" : ".extract(" + literal(template.text()) + ")");
        return switch (relation) {
            case IS_ONE_OF ->
                operand
                        + (values.size() == 1
                                ? " == " + literal(value())
                                : values.stream()
                                        .map(NameTest::literal)
                                        .collect(Collectors.joining(", ", " in [", "]")));
            case STARTS_WITH -> operand + ".startsWith(" + literal(value()) + ")";
            case ENDS_WITH -> operand + ".endsWith(" + literal(value()) + ")";
            case CONTAINS -> operand + ".contains(" + literal(value()) + ")";
            case MATCHES -> operand + ".matches(" + literal(value()) + ")";
        };
    }

    private static String literal(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    /** The one text that it is compared with. */
    public String value() {
        return values.get(0);
    }
}
