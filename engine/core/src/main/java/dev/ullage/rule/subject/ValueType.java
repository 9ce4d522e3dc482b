package dev.ullage.rule.subject;

import dev.ullage.model.Answer;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** What kind of value a field has, with the word for it in rule files. */
public enum ValueType {
    /** A {@code String}. */
    TEXT("string"),
    /** One of a closed list of words, kept as a {@code String}. */
    WORD("string"),
    /** A {@code Boolean}. */
    FLAG("bool"),
    /** A {@code Long}. */
    NUMBER("int"),
    /** An {@code Instant}. */
    TIME("timestamp"),
    /** A {@code List<String>}. */
    TEXTS("list(string)"),
    /** A {@code List<String>} of words from a closed list. */
    WORDS("list(string)"),
    /** A {@code SortedMap<String, String>}. */
    LABELS("map(string, string)");

    private final String inRules;

    ValueType(String inRules) {
        this.inRules = inRules;
    }

    /** The type as the language of conditions writes it. */
    public String inRules() {
        return inRules;
    }

    static ValueType of(Type java) {
        if (java instanceof ParameterizedType generic) {
            return ofContainer(generic);
        }
        if (java == String.class) {
            return TEXT;
        }
        if (java == boolean.class || java == Answer.class) {
            return FLAG;
        }
        if (java == long.class || java == Long.class) {
            return NUMBER;
        }
        if (java == Instant.class) {
            return TIME;
        }
        if (java instanceof Class<?> word && word.isEnum()) {
            return WORD;
        }
        throw new IllegalArgumentException("a view cannot have a component of type " + java.getTypeName());
    }

    private static ValueType ofContainer(ParameterizedType generic) {
        if (generic.getRawType() == SortedMap.class) {
            return LABELS;
        }
        if (generic.getRawType() == List.class) {
            return generic.getActualTypeArguments()[0] == String.class ? TEXTS : WORDS;
        }
        throw new IllegalArgumentException("a view cannot have a component of type " + generic.getTypeName());
    }
}
