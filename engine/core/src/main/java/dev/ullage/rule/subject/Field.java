package dev.ullage.rule.subject;

import dev.ullage.model.Answer;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One field of a variable, as rules name it. */
public final class Field {

    private final String name;
    private final ValueType type;
    private final List<String> words;
    private final Means means;
    private final Method accessor;

    Field(RecordComponent component) {
        this.name = snakeCase(component.getName());
        this.type = ValueType.of(component.getGenericType());
        this.words = words(component.getGenericType());
        this.means = component.getAnnotation(Means.class);
        this.accessor = component.getAccessor();
    }

    /** The name in rules, such as {@code acls_disabled}. */
    public String name() {
        return name;
    }

    public ValueType type() {
        return type;
    }

    /** All words that the field can have, in their own order; empty when it is not a field of words. */
    public List<String> words() {
        return words;
    }

    /** A noun clause that can be followed by "is not known". */
    public String means() {
        return means.value();
    }

    /** What else a rule author should know; empty for nothing. */
    public String note() {
        return means.note();
    }

    /** A value as a rule author would write it; empty where there is none. */
    public String example() {
        return means.example();
    }

    /** The value that a view has for this field, in the Java type that {@link ValueType} names; null when it is not known. */
    @Nullable
    Object of(View view) {
        try {
            return plain(accessor.invoke(view));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a view's component must be readable: " + accessor, e);
        }
    }

    /** The word for a constant in rules, such as {@code service-account}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Answer answer) {
            return answer == Answer.UNKNOWN ? null : (Object) (answer == Answer.YES);
        }
        if (value instanceof Enum<?> constant) {
            return word(constant);
        }
        if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Enum<?>) {
            return list.stream().map(constant -> word((Enum<?>) constant)).toList();
        }
        return value;
    }

    private static List<String> words(Type java) {
        var element = java instanceof ParameterizedType generic && generic.getRawType() == List.class
                ? generic.getActualTypeArguments()[0]
                : java;
        if (!(element instanceof Class<?> type) || !type.isEnum() || type == Answer.class) {
            return List.of();
        }
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> word((Enum<?>) constant))
                .toList();
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
