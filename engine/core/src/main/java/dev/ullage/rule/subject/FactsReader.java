package dev.ullage.rule.subject;

import dev.ullage.rule.Subject;
import dev.ullage.yaml.Spelling;
import dev.ullage.yaml.YamlFields;
import dev.ullage.yaml.YamlMapping;
import dev.ullage.yaml.YamlNode;
import dev.ullage.yaml.YamlProblem;
import dev.ullage.yaml.YamlScalar;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads facts out of the examples beside a rule, where they stand in the rule's own words:
 *
 * <pre>
 * given:
 *   bucket: {id: gs://acme-models, versioned: false}
 * </pre>
 *
 * <p>There are no defaults. What is not given is not known, so that an example shows all that its answer rests on.
 */
public final class FactsReader {

    private final Subject subject;

    public FactsReader(Subject subject) {
        this.subject = subject;
    }

    /** The facts; what cannot be read is a problem of the file that {@code given} belongs to. */
    public Facts read(YamlFields given) {
        var values = new EnumMap<Variable, Map<Field, Object>>(Variable.class);
        for (var variable : Variable.of(subject)) {
            if (given.has(variable.word())) {
                values.put(variable, fields(variable, given.fields(variable.word())));
            }
        }
        return Facts.given(subject, values, given.optionalInstant(Facts.AS_OF).orElse(null));
    }

    private static Map<Field, Object> fields(Variable variable, YamlFields given) {
        var values = new HashMap<Field, Object>();
        for (var field : variable.fields().values()) {
            if (given.has(field.name())) {
                value(field, given).ifPresent(value -> values.put(field, value));
            }
        }
        return values;
    }

    private static Optional<?> value(Field field, YamlFields given) {
        var key = field.name();
        return switch (field.type()) {
            case TEXT -> given.node(key).flatMap(node -> text(key, node, given));
            case WORD -> given.optionalText(key).filter(word -> isWordOf(field, word, given));
            case FLAG -> Optional.of(given.flag(key, false));
            case NUMBER -> Optional.of((long) given.count(key, 0, Integer.MAX_VALUE, 0));
            case TIME -> given.optionalInstant(key);
            case TEXTS -> Optional.of(texts(key, given));
            case WORDS ->
                Optional.of(texts(key, given).stream()
                        .filter(word -> isWordOf(field, word, given))
                        .toList());
            case LABELS -> given.node(key).map(node -> labels(key, node, given));
        };
    }

    private static Optional<String> text(String key, YamlNode node, YamlFields given) {
        if (node instanceof YamlScalar scalar) {
            return Optional.of(scalar.text());
        }
        given.problem(key, YamlProblem.quoted(key) + " is not a text", "write a single value");
        return Optional.empty();
    }

    private static List<String> texts(String key, YamlFields given) {
        return given.optionalTexts(key).stream().map(YamlScalar::text).toList();
    }

    private static boolean isWordOf(Field field, String word, YamlFields given) {
        if (!field.words().contains(word)) {
            given.problem(
                    field.name(),
                    YamlProblem.quoted(field.name()) + " is never " + YamlProblem.quoted(word),
                    Spelling.remedy(word, field.words()));
        }
        return field.words().contains(word);
    }

    private static Map<String, String> labels(String key, YamlNode node, YamlFields given) {
        var labels = new TreeMap<String, String>();
        if (node instanceof YamlMapping mapping) {
            mapping.entries()
                    .forEach((name, entry) ->
                            text(name, entry.value(), given).ifPresent(value -> labels.put(name, value)));
        } else {
            given.problem(key, YamlProblem.quoted(key) + " has no keys", "write `" + key + ": {name: value}`");
        }
        return labels;
    }
}
