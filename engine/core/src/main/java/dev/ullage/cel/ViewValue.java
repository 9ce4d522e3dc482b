package dev.ullage.cel;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.common.values.MutableMapValue;
import dev.cel.common.values.StructValue;
import dev.ullage.rule.subject.Facts;
import dev.ullage.rule.subject.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One variable during one evaluation. Selecting a field that is not known is an error, which CEL carries to the result
 * unless the rest of the condition decides without it.
 *
 * <p>Lists and maps are handed over as CEL values too: of a plain collection the runtime would convert every element on
 * every access.
 */
// Lives for one evaluation, and notes what was asked for and missing while that lasts.
@SuppressWarnings("Immutable")
final class ViewValue extends StructValue<String, Object> {

    private final Variable variable;
    private final Facts facts;
    private final MissingFacts missing;

    ViewValue(Variable variable, Facts facts, MissingFacts missing) {
        this.variable = variable;
        this.facts = facts;
        this.missing = missing;
    }

    @Override
    public Object select(String name) {
        return find(name).orElseThrow(() -> CelAttributeNotFoundException.of(variable.word() + "." + name));
    }

    @Override
    public Optional<Object> find(String name) {
        var field = variable.fields().get(name);
        if (field == null) {
            return Optional.empty();
        }
        var value = facts.value(variable, field);
        if (value == null) {
            missing.add(variable, field, facts);
            return Optional.empty();
        }
        return Optional.of(asCel(value));
    }

    private static Object asCel(Object value) {
        if (value instanceof List<?> list) {
            return new ListValue(list);
        }
        return value instanceof Map<?, ?> map ? MutableMapValue.create(map) : value;
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return StructTypeReference.create(Vocabulary.typeName(variable));
    }

    @Override
    public String toString() {
        return variable.word();
    }
}
