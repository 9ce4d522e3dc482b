package dev.ullage.simulation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Leaves out of a case what can be left out: elements of lists, but for the last text in one; fields, or what is in them;
 * and sides of {@code &&} and {@code ||} in texts.
 *
 * @param kept names of fields that stay
 * @param stillShows whether a smaller case still shows what the whole one did
 */
record Shrinking(Set<String> kept, Predicate<JsonNode> stillShows) {

    JsonNode shrink(JsonNode whole) {
        var before = whole;
        var smallest = pass(whole);
        while (!smallest.equals(before)) {
            before = smallest;
            smallest = pass(before);
        }
        return smallest;
    }

    /** Goes once through all places, and goes on where it was after each that could be left out. */
    private JsonNode pass(JsonNode whole) {
        var smallest = whole;
        var places = places(smallest);
        for (int at = 0; at < places.size(); ) {
            var smaller = smallerAt(smallest, places.get(at));
            if (smaller.isPresent()) {
                smallest = smaller.get();
                places = places(smallest);
            } else {
                at++;
            }
        }
        return smallest;
    }

    private Optional<JsonNode> smallerAt(JsonNode node, JsonPointer place) {
        return variants(node, place).stream().filter(stillShows).findFirst();
    }

    private static List<JsonPointer> places(JsonNode node) {
        var places = new ArrayList<JsonPointer>();
        collect(node, JsonPointer.empty(), places);
        return places;
    }

    /** Places from the outside in, since what is left out as a whole need not be taken apart. */
    private static void collect(JsonNode node, JsonPointer here, List<JsonPointer> places) {
        var level = new ArrayList<JsonPointer>();
        node.fieldNames().forEachRemaining(name -> level.add(here.appendProperty(name)));
        for (int index = node.isArray() ? node.size() - 1 : -1; index >= 0; index--) {
            level.add(here.appendIndex(index));
        }
        places.addAll(level);
        level.forEach(place -> collect(node.at(place.last()), place, places));
    }

    private List<JsonNode> variants(JsonNode node, JsonPointer place) {
        var variants = new ArrayList<JsonNode>();
        var last = place.last();
        var value = node.at(place);
        if (node.at(place.head()) instanceof ArrayNode list) {
            if (list.size() > 1 || !value.isTextual()) {
                variants.add(without(node, place));
            }
        } else if (!kept.contains(last.getMatchingProperty())) {
            variants.add(without(node, place));
            if (value.isObject()) {
                variants.add(with(node, place, NullNode.instance));
            }
        }
        if (value instanceof TextNode text) {
            sides(text.textValue()).forEach(side -> variants.add(with(node, place, TextNode.valueOf(side))));
        }
        return variants;
    }

    private static JsonNode without(JsonNode node, JsonPointer place) {
        var copy = node.deepCopy();
        var parent = copy.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.remove(place.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(place.last().getMatchingProperty());
        }
        return copy;
    }

    private static JsonNode with(JsonNode node, JsonPointer place, JsonNode value) {
        var copy = node.deepCopy();
        var parent = copy.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
        }
        return copy;
    }

    /** The sides of an expression, as far as cutting leaves the brackets balanced. */
    private static List<String> sides(String text) {
        if (!text.contains("&&") && !text.contains("||")) {
            return List.of();
        }
        var sides = new ArrayList<String>();
        for (int at = 0; at < text.length() - 1; at++) {
            if (text.startsWith("&&", at) || text.startsWith("||", at)) {
                sides.add(text.substring(0, at).strip());
                sides.add(text.substring(at + 2).strip());
            }
        }
        sides.add(text.replaceAll("^!?\\(|\\)$", ""));
        sides.removeIf(side -> side.equals(text)
                || side.chars().filter(c -> c == '(').count()
                        != side.chars().filter(c -> c == ')').count());
        return sides;
    }
}
