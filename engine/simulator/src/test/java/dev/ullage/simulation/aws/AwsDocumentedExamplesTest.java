package dev.ullage.simulation.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.simulation.Evaluator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS's own pages show by example, each with the page. */
final class AwsDocumentedExamplesTest {

    private static final String FILE = "documented-examples.jsonl";

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_of_a_page_is_answered_as_the_page_says(Evaluator evaluator, JsonNode example) {
        var oneCase = ((ObjectNode) example).deepCopy().<ObjectNode>without(List.of("page", "expected"));

        assertThat(evaluator.answer(oneCase))
                .as("%s%n%s", example.path("page").asText(), example)
                .isEqualTo(example.path("expected").asText());
    }

    @Test
    void every_ruling_has_its_examples() {
        assertThat(read())
                .extracting(example -> example.path("expected").asText())
                .contains("ALLOWED", "EXPLICIT_DENY", "IMPLICIT_DENY", "UNKNOWN")
                .hasSizeGreaterThan(80);
    }

    static Stream<Arguments> examples() {
        return Stream.of(AwsReference.EVALUATOR, Evaluator.ENGINE)
                .flatMap(evaluator -> read().stream()
                        .map(example -> argumentSet(
                                evaluator + ": " + example.path("name").asText(), evaluator, example)));
    }

    private static List<JsonNode> read() {
        var examples = new ArrayList<JsonNode>();
        try (var stream = Objects.requireNonNull(AwsDocumentedExamplesTest.class.getResourceAsStream(FILE), FILE);
                var lines = new ObjectMapper().readerFor(JsonNode.class).<JsonNode>readValues(stream)) {
            lines.forEachRemaining(examples::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }
}
