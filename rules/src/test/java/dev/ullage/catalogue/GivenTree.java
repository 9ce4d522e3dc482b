package dev.ullage.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ullage.rule.Subject;
import dev.ullage.rule.subject.Facts;
import dev.ullage.rule.subject.FactsReader;
import dev.ullage.yaml.YamlFile;
import dev.ullage.yaml.YamlMapping;
import dev.ullage.yaml.YamlNode;
import dev.ullage.yaml.YamlScalar;
import dev.ullage.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The facts of a case as they are written, so that one of them can be left out. Values are kept as YAML of one line. */
record GivenTree(Map<String, Map<String, String>> fieldsOfVariables, Map<String, String> others) {

    static List<GivenTree> all(YamlFile file) {
        var trees = new ArrayList<GivenTree>();
        for (var item : ((YamlSequence) file.root().orElseThrow()).items()) {
            trees.add(of((YamlMapping) ((YamlMapping) item).get("given").orElseThrow()));
        }
        return trees;
    }

    private static GivenTree of(YamlMapping given) {
        var tree = new GivenTree(new LinkedHashMap<>(), new LinkedHashMap<>());
        given.entries().forEach((key, entry) -> {
            if (entry.value() instanceof YamlMapping fields) {
                var written = new LinkedHashMap<String, String>();
                fields.entries().forEach((name, field) -> written.put(name, written(field.value())));
                tree.fieldsOfVariables.put(key, written);
            } else {
                tree.others.put(key, written(entry.value()));
            }
        });
        return tree;
    }

    /** The same facts with one left out, once for each. */
    Map<String, GivenTree> withoutOne() {
        var fewer = new LinkedHashMap<String, GivenTree>();
        fieldsOfVariables.forEach((variable, fields) -> fields.keySet().forEach(field -> {
            var copy = copy();
            copy.fieldsOfVariables.get(variable).remove(field);
            fewer.put(variable + "." + field, copy);
        }));
        others.keySet().forEach(other -> {
            var copy = copy();
            copy.others.remove(other);
            fewer.put(other, copy);
        });
        return fewer;
    }

    Facts facts(Subject subject) {
        var lines = fieldsOfVariables.entrySet().stream()
                .map(variable -> variable.getKey() + ": {" + joined(variable.getValue()) + "}")
                .collect(Collectors.toCollection(ArrayList::new));
        others.forEach((key, value) -> lines.add(key + ": " + value));
        var file = YamlFile.of("case", ("{" + String.join(", ", lines) + "}").getBytes(UTF_8));
        return new FactsReader(subject).read(file.fields());
    }

    private GivenTree copy() {
        var copy = new LinkedHashMap<String, Map<String, String>>();
        fieldsOfVariables.forEach((variable, fields) -> copy.put(variable, new LinkedHashMap<>(fields)));
        return new GivenTree(copy, new LinkedHashMap<>(others));
    }

    private static String joined(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String written(YamlNode node) {
        if (node instanceof YamlSequence list) {
            return list.items().stream().map(GivenTree::written).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof YamlMapping map) {
            var fields = new LinkedHashMap<String, String>();
            map.entries().forEach((name, entry) -> fields.put(name, written(entry.value())));
            return "{" + joined(fields) + "}";
        }
        var scalar = (YamlScalar) node;
        return scalar.plain() ? scalar.text() : "'" + scalar.text().replace("'", "''") + "'";
    }
}
