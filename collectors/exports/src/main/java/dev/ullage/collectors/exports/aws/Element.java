package dev.ullage.collectors.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.Source;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value inside a record, with its place, so that whatever is wrong with it can be pointed at.
 *
 * @param value the value; a missing node where there is none
 * @param source the value's own place
 * @param pointer JSON pointer from the record to the value
 */
record Element(JsonNode value, Source source, String pointer) {

    /** The end of the year 9999, the last that ISO 8601 writes with four digits. */
    private static final double LATEST_SECOND = 253_402_300_799d;

    /** The whole of a record. */
    static Element of(ExportRecord record) {
        return new Element(record.value(), record.source(), "");
    }

    /** One step of a JSON pointer (RFC 6901), with its slash. */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The value of a field, which may be missing. */
    Element child(String name) {
        return new Element(value.path(name), source.inside(step(name)), pointer + step(name));
    }

    /** True when the field is there and not null. */
    boolean has(String name) {
        return value.hasNonNull(name);
    }

    /** The object in a field. */
    Element object(String name) throws MalformedRecordException {
        var child = child(name);
        if (!child.value.isObject()) {
            throw child.malformed("`" + name + "` is not an object; export the file again");
        }
        return child;
    }

    /** The text in a field that has to be there. */
    String text(String name) throws MalformedRecordException {
        var text = optionalText(name);
        if (text == null || text.isEmpty()) {
            throw child(name).malformed("`" + name + "` is missing; export the file again");
        }
        return text;
    }

    /** The text in a field, or another where it is missing or null. */
    String textOr(String name, String otherwise) throws MalformedRecordException {
        var text = optionalText(name);
        return text == null ? otherwise : text;
    }

    /** The text in a field; null where it is missing or null. */
    @Nullable
    String optionalText(String name) throws MalformedRecordException {
        if (!has(name)) {
            return null;
        }
        var child = child(name);
        if (!child.value.isTextual()) {
            throw child.malformed("`" + name + "` is not a text; export the file again");
        }
        return child.value.textValue();
    }

    /** The truth in a field; false where it is missing or null. */
    boolean flag(String name) throws MalformedRecordException {
        if (!has(name)) {
            return false;
        }
        var child = child(name);
        if (!child.value.isBoolean()) {
            throw child.malformed("`" + name + "` is neither true nor false; export the file again");
        }
        return child.value.booleanValue();
    }

    /** The time in a field, ISO 8601 as the newer command line writes it or epoch seconds as the older; null where missing. */
    @Nullable
    Instant time(String name) throws MalformedRecordException {
        if (!has(name)) {
            return null;
        }
        var child = child(name);
        try {
            if (child.value.isNumber()) {
                return instant(child.value.doubleValue());
            }
            return OffsetDateTime.parse(child.value.asText()).toInstant();
        } catch (DateTimeException e) {
            throw child.malformed("`" + name + "` is not a time such as `2026-01-31T08:00:00Z`; export the file again");
        }
    }

    private static Instant instant(double epochSeconds) {
        if (Math.abs(epochSeconds) > LATEST_SECOND) {
            throw new DateTimeException("beyond all time");
        }
        return Instant.ofEpochMilli(Math.round(epochSeconds * 1000));
    }

    /** The elements of the array in a field; none where it is missing or null. */
    List<Element> list(String name) throws MalformedRecordException {
        if (!has(name)) {
            return List.of();
        }
        var child = child(name);
        if (!child.value.isArray()) {
            throw child.malformed("`" + name + "` is not a list; export the file again");
        }
        var elements = new ArrayList<Element>();
        for (var item : child.value) {
            var step = "/" + elements.size();
            elements.add(new Element(item, child.source.inside(step), child.pointer + step));
        }
        return elements;
    }

    /** The texts of the array in a field; none where it is missing or null. */
    List<String> texts(String name) throws MalformedRecordException {
        var texts = new ArrayList<String>();
        for (var element : list(name)) {
            if (!element.value.isTextual()) {
                throw element.malformed("a value of `" + name + "` is not a text; export the file again");
            }
            texts.add(element.value.textValue());
        }
        return texts;
    }

    /** Tags as AWS lists them: objects of {@code Key} and {@code Value}. */
    SortedMap<String, String> tags(String name) throws MalformedRecordException {
        var tags = new TreeMap<String, String>();
        for (var tag : list(name)) {
            tags.put(tag.text("Key"), tag.textOr("Value", ""));
        }
        return tags;
    }

    /** What is wrong here, in a sentence. */
    MalformedRecordException malformed(String message) {
        return new MalformedRecordException(pointer, message);
    }
}
