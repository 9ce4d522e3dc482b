package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a case smaller for as long as it keeps what is odd about it: leaves out one policy, statement, clause, value or
 * fact after the other, and begins again whenever one could be left out.
 */
final class Shrinking {

    /** What a case, a policy and a statement cannot do without. */
    private static final Set<String> NEEDED = Set.of(
            "name",
            "principal",
            "action",
            "resource",
            "resourceAccount",
            "context",
            "identityPolicies",
            "scps",
            "rcps",
            "Version",
            "Statement",
            "Effect",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Principal",
            "NotPrincipal");

    private Shrinking() {}

    static JsonNode shrink(JsonNode oneCase, Predicate<JsonNode> odd) {
        var smallest = oneCase;
        for (boolean smaller = true; smaller; ) {
            smaller = false;
            for (var candidate : candidates("case", smallest)) {
                if (odd.test(candidate)) {
                    smallest = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** Every case that is this one without one thing, the biggest things first. */
    private static List<JsonNode> candidates(String name, JsonNode node) {
        var candidates = new ArrayList<JsonNode>();
        if (node instanceof ObjectNode object) {
            addWithout(name, object, candidates);
            for (var field : names(object)) {
                candidates(field, object.get(field)).forEach(smaller -> candidates.add(with(object, field, smaller)));
            }
        } else if (node instanceof ArrayNode array) {
            addWithout(array, candidates);
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                candidates(name, array.get(i)).forEach(smaller -> candidates.add(with(array, at, smaller)));
            }
        }
        return candidates;
    }

    /** An element without anything in it is no policy any more; a context is still one. */
    private static void addWithout(String name, ObjectNode object, List<JsonNode> candidates) {
        for (var field : names(object)) {
            boolean last = object.size() == 1 && !name.equals("context");
            if (!last && !NEEDED.contains(field) && !object.get(field).isNull()) {
                candidates.add(without(object, field));
            }
        }
    }

    private static void addWithout(ArrayNode array, List<JsonNode> candidates) {
        for (int i = 0; i < array.size(); i++) {
            if (array.size() > 1 || !array.get(i).isTextual()) {
                candidates.add(without(array, i));
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** A layer that is not there is null. */
    private static JsonNode without(ObjectNode object, String name) {
        var copy = object.deepCopy();
        return object.has("principal") && object.get(name).isObject() ? copy.putNull(name) : copy.without(name);
    }

    private static JsonNode with(ObjectNode object, String name, JsonNode value) {
        return object.deepCopy().set(name, value);
    }

    private static JsonNode without(ArrayNode array, int at) {
        var copy = array.deepCopy();
        copy.remove(at);
        return copy;
    }

    private static JsonNode with(ArrayNode array, int at, JsonNode value) {
        var copy = array.deepCopy();
        copy.set(at, value);
        return copy;
    }
}
