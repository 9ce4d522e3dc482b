package dev.ullage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.model.Condition;
import dev.ullage.model.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An object inside a case, with the place where it stands and the list of all that is wrong with the case. */
final class GcpNode {

    private static final Set<String> CONDITION = fields("title", "description", "expression", "location");

    private final JsonNode node;
    private final @Nullable GcpNode parent;
    private final Object step;
    private final List<String> problems;

    private GcpNode(JsonNode node, @Nullable GcpNode parent, Object step, List<String> problems) {
        this.node = node;
        this.parent = parent;
        this.step = step;
        this.problems = problems;
    }

    /** The case itself. */
    static GcpNode root(JsonNode node, List<String> problems) {
        return new GcpNode(node, null, "", problems);
    }

    /** A set of field names; looked into at every object of a million cases. */
    static Set<String> fields(String... names) {
        return new HashSet<>(Arrays.asList(names));
    }

    JsonNode node() {
        return node;
    }

    /** Where it stands, as a JSON pointer. */
    String pointer() {
        return parent == null ? "" : parent.pointer() + "/" + step;
    }

    /** Complains of every field that is not known. */
    GcpNode only(Set<String> known) {
        if (!node.isObject()) {
            problem("is not an object");
            return this;
        }
        for (var field : node.properties()) {
            if (!known.contains(field.getKey())) {
                at(field.getKey()).problem("unknown field; known: " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return this;
    }

    GcpNode at(String field) {
        return new GcpNode(node.path(field), this, field, problems);
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    /** The elements of a list; none where it is left out. */
    List<GcpNode> elements() {
        if (isAbsent()) {
            return List.of();
        }
        if (!node.isArray()) {
            problem("is not a list");
            return List.of();
        }
        var elements = new ArrayList<GcpNode>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(new GcpNode(node.get(i), this, i, problems));
        }
        return elements;
    }

    /** The fields of an object that is used as a map; none where it is left out. */
    List<Map.Entry<String, GcpNode>> entries() {
        if (!isAbsent() && !node.isObject()) {
            problem("is not an object");
        }
        var entries = new ArrayList<Map.Entry<String, GcpNode>>();
        for (var field : node.properties()) {
            entries.add(Map.entry(field.getKey(), at(field.getKey())));
        }
        return entries;
    }

    /** A text that has to be there. */
    String text() {
        if (!node.isTextual() || node.textValue().isEmpty()) {
            problem(isAbsent() ? "is missing; it is a text" : "is not a text");
            return "";
        }
        return node.textValue();
    }

    /** A text, or the other where it is left out. */
    String text(String otherwise) {
        return isAbsent() ? otherwise : text();
    }

    List<String> texts() {
        var texts = new ArrayList<String>();
        for (var element : elements()) {
            texts.add(element.text());
        }
        return texts;
    }

    /** The condition that stands here; null where there is none. */
    @Nullable
    Condition condition() {
        if (isAbsent()) {
            return null;
        }
        only(CONDITION);
        return new Condition(at("title").text(""), at("expression").text());
    }

    Source source() {
        return new Source("case", 0, pointer());
    }

    void problem(String sentence) {
        problems.add((parent == null ? "/" : pointer()) + ": " + sentence);
    }
}
