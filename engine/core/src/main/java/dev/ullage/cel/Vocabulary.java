package dev.ullage.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.ullage.rule.subject.ValueType;
import dev.ullage.rule.subject.Variable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The variables of rules as CEL types, closed and without {@code dyn}, so that a misspelt field is found when a rule is read. */
final class Vocabulary implements CelTypeProvider {

    private final ImmutableMap<String, CelType> types = Arrays.stream(Variable.values())
            .map(Vocabulary::typeOf)
            .collect(ImmutableMap.toImmutableMap(CelType::name, type -> type));

    /** The name of a variable's type, such as {@code Bucket}. */
    static String typeName(Variable variable) {
        return variable.name().charAt(0) + variable.name().substring(1).toLowerCase(Locale.ROOT);
    }

    CelType of(Variable variable) {
        return findType(typeName(variable)).orElseThrow();
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return types.values();
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }

    private static CelType typeOf(Variable variable) {
        return StructType.create(
                typeName(variable),
                ImmutableSet.copyOf(variable.fields().keySet()),
                name -> Optional.ofNullable(variable.fields().get(name)).map(field -> asCel(field.type())));
    }

    private static CelType asCel(ValueType type) {
        return switch (type) {
            case TEXT, WORD -> SimpleType.STRING;
            case FLAG -> SimpleType.BOOL;
            case NUMBER -> SimpleType.INT;
            case TIME -> SimpleType.TIMESTAMP;
            case TEXTS, WORDS -> ListType.create(SimpleType.STRING);
            case LABELS -> MapType.create(SimpleType.STRING, SimpleType.STRING);
        };
    }
}
