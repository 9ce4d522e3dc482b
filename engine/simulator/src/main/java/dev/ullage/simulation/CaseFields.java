package dev.ullage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The fields of a case, read with all problems at once. */
final class CaseFields {

    private final JsonNode node;
    private final List<String> problems = new ArrayList<>();

    CaseFields(JsonNode node, Set<String> known) {
        this.node = node;
        if (!node.isObject()) {
            problems.add("the case is not an object; write `{\"name\": …}`");
            return;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problem("/" + name, "unknown field; known: " + String.join(", ", new TreeSet<>(known)));
            }
        });
    }

    /** A text that has to be there. */
    String text(String name) {
        var value = node.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            problem("/" + name, value.isMissingNode() ? "is missing; it is a text" : "is not a text");
            return "";
        }
        return value.textValue();
    }

    /** A text, or the other where it is left out. */
    String text(String name, String otherwise) {
        return node.hasNonNull(name) ? text(name) : otherwise;
    }

    /** True only for {@code true}. */
    boolean flag(String name) {
        var value = node.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            problem("/" + name, "is neither `true` nor `false`");
        }
        return value.asBoolean();
    }

    /** The elements of a list; none where it is left out or null. */
    List<JsonNode> list(String name) {
        return list(node.path(name), "/" + name);
    }

    List<JsonNode> list(JsonNode value, String pointer) {
        var elements = new ArrayList<JsonNode>();
        if (value.isArray()) {
            value.forEach(elements::add);
        } else if (!value.isMissingNode() && !value.isNull()) {
            problem(pointer, "is not a list");
        }
        return elements;
    }

    /** The field as it is. */
    JsonNode node(String name) {
        return node.path(name);
    }

    void problem(String pointer, String sentence) {
        problems.add(pointer + ": " + sentence);
    }

    /** Ends the reading; throws when anything was wrong. */
    void done() throws MalformedCaseException {
        if (!problems.isEmpty()) {
            throw new MalformedCaseException(problems);
        }
    }
}
