package dev.ullage.simulation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file with one case a line. Lines are decided one after the other, and a bad one does not keep the others from it. */
public final class CaseFile {

    /** Takes what became of the lines, in their order. */
    public interface Results {
        /** Takes the next. */
        void take(CaseLine line) throws IOException;
    }

    /** Beyond all policies that the clouds store for one request. */
    static final int LONGEST_LINE = 4 * 1024 * 1024;

    private static final int DEEPEST = 100;
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

    private final Simulator simulator = new Simulator();
    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Decides every line; empty ones are passed over. */
    public void decide(InputStream in, Results results) throws IOException {
        var lines = new BoundedLines(in, LONGEST_LINE);
        for (long number = 1; ; number++) {
            try {
                var bytes = lines.next();
                if (bytes == null) {
                    return;
                }
                var line = line(number, bytes);
                if (line.isPresent()) {
                    results.take(line.get());
                }
            } catch (LongLineException e) {
                results.take(refused(
                        number, "the line is longer than %d bytes; write one case a line".formatted(LONGEST_LINE)));
            }
        }
    }

    private Optional<CaseLine> line(long number, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return Optional.of(refused(number, "is not UTF-8; write it in UTF-8"));
        }
        // Some editors begin a file with a mark that is no part of the first case.
        var json = number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
        return json.isBlank() ? Optional.empty() : Optional.of(decide(number, json));
    }

    private CaseLine decide(long number, String json) {
        try {
            var oneCase = mapper.readTree(json);
            return new CaseLine.Decided(number, name(number, oneCase), simulator.decide(oneCase));
        } catch (JsonProcessingException e) {
            return refused(number, problem(e));
        } catch (MalformedCaseException e) {
            return new CaseLine.Refused(number, e.problems());
        }
    }

    private static String name(long number, JsonNode oneCase) throws MalformedCaseException {
        var name = oneCase.path("name");
        if (name.isMissingNode() || name.isNull()) {
            return "line " + number;
        }
        if (!name.isTextual()) {
            throw new MalformedCaseException(List.of("/name: is not a text"));
        }
        return name.textValue();
    }

    private static CaseLine refused(long number, String problem) {
        return new CaseLine.Refused(number, List.of(problem));
    }

    private static String problem(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "the JSON is nested deeper than %d, or has a number or text that no case needs; write a plain case"
                    .formatted(DEEPEST);
        }
        var duplicate = DUPLICATE.matcher(e.getOriginalMessage());
        if (duplicate.lookingAt()) {
            return "the key `%s` is there twice; leave one out".formatted(duplicate.group(1));
        }
        var place = e.getLocation() == null
                ? ""
                : " (column %d)".formatted(e.getLocation().getColumnNr());
        return "is not one JSON object%s; write one case a line".formatted(place);
    }
}
