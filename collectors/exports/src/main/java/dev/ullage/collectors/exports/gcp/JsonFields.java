package dev.ullage.collectors.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ullage.collectors.exports.MalformedRecordException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks into provider JSON, whose fields may be absent, of another type, or named in either of two styles. */
final class JsonFields {

    private JsonFields() {}

    /** The field under its REST name or, as protocol buffers print it, under the other; a missing node when neither. */
    static JsonNode either(JsonNode object, String camelCase, String snakeCase) {
        var value = object.get(camelCase);
        if (value == null) {
            value = object.get(snakeCase);
        }
        return value == null ? MissingNode.getInstance() : value;
    }

    /** A string, or a number as digits; empty when it is neither. */
    static String text(JsonNode value) {
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }

    /** The field as text. */
    static String text(JsonNode object, String name) {
        return text(object.path(name));
    }

    /** The field as text, which must be there. */
    static String required(JsonNode object, String pointer, String name) throws MalformedRecordException {
        var text = text(object, name);
        if (text.isEmpty()) {
            throw new MalformedRecordException(pointer, "`" + name + "` is missing; export it again");
        }
        return text;
    }

    /** The field as an instant; null when absent. */
    static @Nullable Instant time(JsonNode object, String pointer, String name) throws MalformedRecordException {
        var text = text(object, name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedRecordException(
                    pointer + "/" + name, "`" + name + "` is not a time as RFC 3339 writes it; export it again");
        }
    }

    /** The elements of an array; none when it is absent or null. Anything else is not taken for an empty one. */
    static List<JsonNode> list(JsonNode array, String pointer) throws MalformedRecordException {
        if (array.isMissingNode() || array.isNull()) {
            return List.of();
        }
        if (!array.isArray()) {
            throw new MalformedRecordException(pointer, "not a list; export it again");
        }
        var elements = new ArrayList<JsonNode>(array.size());
        array.forEach(elements::add);
        return elements;
    }

    /** The elements of an array, which must all be strings; none when it is absent or null. */
    static List<String> texts(JsonNode array, String pointer) throws MalformedRecordException {
        var texts = new ArrayList<String>();
        for (var value : list(array, pointer)) {
            if (!value.isTextual()) {
                throw new MalformedRecordException(pointer, "not a list of texts; export it again");
            }
            texts.add(value.asText());
        }
        return texts;
    }

    /** All fields of an object that are text, sorted. */
    static SortedMap<String, String> map(JsonNode object) {
        var map = new TreeMap<String, String>();
        object.properties().forEach(field -> map.put(field.getKey(), text(field.getValue())));
        return map;
    }

    /** {@code REST/name} after its last slash. */
    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
