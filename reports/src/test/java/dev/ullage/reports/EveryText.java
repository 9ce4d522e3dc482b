package dev.ullage.reports;

import dev.ullage.analysis.Assessment;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Changes every text field of an assessment, whatever fields it has: a field added tomorrow is covered too. */
final class EveryText {

    private EveryText() {}

    /** The same assessment with each text that is not empty changed; empty ones mean absence and stay. */
    static Assessment of(Assessment assessment, UnaryOperator<String> change) {
        return (Assessment) changed(assessment, change);
    }

    private static Object changed(Object value, UnaryOperator<String> change) {
        if (value instanceof String text) {
            return text.isEmpty() ? text : change.apply(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> changed(element, change)).toList();
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(element -> changed(element, change)).collect(Collectors.toSet());
        }
        if (value instanceof Collection<?>) {
            throw new AssertionError("no way to change a " + value.getClass());
        }
        return value instanceof Record record ? changed(record, change) : value;
    }

    private static Object changed(Record record, UnaryOperator<String> change) {
        var components = record.getClass().getRecordComponents();
        var types =
                Arrays.stream(components).map(component -> component.getType()).toArray(Class<?>[]::new);
        var values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                values[i] = changed(components[i].getAccessor().invoke(record), change);
            }
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }
}
