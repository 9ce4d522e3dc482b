package dev.ullage.collectors.exports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ullage.model.Source;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts one stream of JSON into records, holding one record at a time. */
final class JsonRecords {

    /** Takes what is found, in the order of the file. */
    interface Sink {

        /** {@code column} is where the record begins, counted in bytes from 1. */
        void record(ExportRecord record, int column);

        /** What is left of an object whose arrays were streamed; most readers have no use for it. */
        void rest(ExportRecord record, int column);
    }

    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Pattern CULPRIT =
            Pattern.compile("^Un\\w+ (?:character|token|close marker) \\(?'([^']{1,40})'");

    private final String path;
    private final List<String> folders;
    private final Set<String> envelopes;
    private final ExportLimits limits;
    private final Utf8Stream text;
    private final Sink sink;
    private final JsonParser parser;

    private int tokens;
    private int line = 1;
    private int column = 1;

    JsonRecords(
            String path, List<String> folders, Set<String> envelopes, ExportLimits limits, Utf8Stream text, Sink sink)
            throws IOException {
        this.path = path;
        this.folders = folders;
        this.envelopes = envelopes;
        this.limits = limits;
        this.text = text;
        this.sink = sink;
        this.parser = new TokenCount(factory(limits).createParser(text));
    }

    /** Reads to the end of the stream. */
    void readAll() throws IOException {
        for (var token = begin(); token != null; token = begin()) {
            switch (token) {
                case START_ARRAY -> elements(null);
                case START_OBJECT -> document();
                default -> element(null, "");
            }
        }
    }

    /** What is wrong with the file, when {@link #readAll} failed: place, fact and remedy. */
    String sentence(UnreadableInputException e) {
        return (e.aboutRecord() ? place(line, column) : place(text.line(), text.column())) + e.getMessage();
    }

    private static JsonFactory factory(ExportLimits limits) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Names are the input's: interning them would keep them for ever, and a crafted set of them must not
                // end the run.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.stringChars())
                        .maxNameLength(8192)
                        .build())
                .build();
    }

    /** The first token of the next value, with the limits of a record wound back. */
    private @Nullable JsonToken begin() throws IOException {
        tokens = 0;
        text.allow(
                limits.recordBytes(),
                "one record is larger than " + limits.recordBytes() + " bytes; no provider writes such a one, so check"
                        + " where the file comes from");
        var token = parser.nextToken();
        var location = parser.currentTokenLocation();
        line = location.getLineNr();
        column = location.getColumnNr();
        return token;
    }

    private void elements(@Nullable String envelope) throws IOException {
        var pointer = envelope == null ? "/" : "/" + envelope + "/";
        for (int index = 0; begin() != JsonToken.END_ARRAY; index++) {
            element(envelope, pointer + index);
        }
    }

    private void document() throws IOException {
        int documentLine = line;
        int documentColumn = column;
        var rest = TREES.createObjectNode();
        boolean streamed = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && envelopes.contains(name)) {
                elements(name);
                rest.putArray(name);
                streamed = true;
            } else {
                rest.set(name, TREES.<JsonNode>readTree(parser));
            }
        }
        var record = new ExportRecord(null, rest, new Source(path, documentLine, ""), folders);
        if (streamed) {
            sink.rest(record, documentColumn);
        } else {
            sink.record(record, documentColumn);
        }
    }

    private void element(@Nullable String envelope, String pointer) throws IOException {
        int elementLine = line;
        int elementColumn = column;
        var value = TREES.<JsonNode>readTree(parser);
        sink.record(new ExportRecord(envelope, value, new Source(path, elementLine, pointer), folders), elementColumn);
    }

    /** The same for what is not JSON. */
    String sentence(JsonProcessingException e) {
        var location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        var place = place(location.getLineNr(), location.getColumnNr());
        if (text.ended()) {
            return place + "the file ends in the middle of a record; it was cut short, so export it again";
        }
        if (e instanceof StreamConstraintsException) {
            return place
                    + (parser.getParsingContext().getNestingDepth() > limits.depth()
                            ? "nested deeper than " + limits.depth() + " levels"
                            : "a text or number longer than a provider writes")
                    + "; check where the file comes from";
        }
        if (e.getOriginalMessage().startsWith("Duplicate field")) {
            return place + "key `"
                    + Words.brief(String.valueOf(parser.getParsingContext().getCurrentName()))
                    + "` stands twice in one object, so its value is not" + " certain; export the file again";
        }
        var culprit = CULPRIT.matcher(e.getOriginalMessage());
        return place + "not valid JSON" + (culprit.find() ? " at `" + Words.brief(culprit.group(1)) + "`" : "")
                + "; export the file again, or correct it";
    }

    private String place(int atLine, int atColumn) {
        return path + ":" + atLine + ":" + atColumn + ": ";
    }

    /** Counts the tokens of a record while the tree is built, since the size of its text says little of the tree's. */
    private final class TokenCount extends JsonParserDelegate {

        TokenCount(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            tokens++;
            if (tokens > limits.recordTokens()) {
                throw UnreadableInputException.record("one record has more than " + limits.recordTokens()
                        + " values; no provider writes such a one, so check where the file comes from");
            }
            return delegate.nextToken();
        }
    }
}
