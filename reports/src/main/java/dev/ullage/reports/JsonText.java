package dev.ullage.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * JSON as it is written: keys in the order of the calls, ASCII only, one line for each element of a list near the top.
 * Texts are exact; whatever a terminal or an editor could misread stands as an escape.
 */
final class JsonText implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .characterEscapes(new WithDelete())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    /** What JSON must escape, and the one control character that it need not. */
    private static final class WithDelete extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            var escapes = standardAsciiEscapesForJSON();
            escapes[0x7F] = ESCAPE_STANDARD;
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }

    /** Writes the members of an object. */
    interface Members {
        void write() throws IOException;
    }

    /** Writes the members of the object that an element becomes. */
    interface Element<T> {
        void write(T element) throws IOException;
    }

    private final JsonGenerator json;

    /** Begins a document whose objects and lists are broken into lines down to {@code depth}. */
    JsonText(OutputStream out, int depth) throws IOException {
        json = JSON.createGenerator(out);
        json.setPrettyPrinter(new LinePrinter(depth));
    }

    /** The outermost object, and a line break at its end. */
    void document(Members members) throws IOException {
        json.writeStartObject();
        members.write();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    void text(String key, @Nullable String value) throws IOException {
        json.writeStringField(key, value);
    }

    void number(String key, long value) throws IOException {
        json.writeNumberField(key, value);
    }

    void number(String key, BigDecimal value) throws IOException {
        json.writeNumberField(key, value);
    }

    void truth(String key, boolean value) throws IOException {
        json.writeBooleanField(key, value);
    }

    void object(String key, Members members) throws IOException {
        json.writeObjectFieldStart(key);
        members.write();
        json.writeEndObject();
    }

    /** An object, or null where there is none. */
    <T> void optional(String key, @Nullable T value, Element<T> element) throws IOException {
        if (value == null) {
            json.writeNullField(key);
        } else {
            object(key, () -> element.write(value));
        }
    }

    <T> void objects(String key, Collection<T> elements, Element<T> element) throws IOException {
        json.writeArrayFieldStart(key);
        for (var one : elements) {
            json.writeStartObject();
            element.write(one);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void texts(String key, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(key);
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
