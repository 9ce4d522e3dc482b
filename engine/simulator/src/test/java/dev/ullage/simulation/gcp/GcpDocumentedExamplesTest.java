package dev.ullage.simulation.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.simulation.Evaluator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Google's pages say by way of example, each with the page that says it, in our own words and names. */
class GcpDocumentedExamplesTest {

    static List<JsonNode> examples() throws IOException {
        var mapper = new ObjectMapper();
        try (var in = GcpDocumentedExamplesTest.class.getResourceAsStream("documented-examples.jsonl");
                var each = mapper.readerFor(JsonNode.class).<JsonNode>readValues(in)) {
            var examples = new ArrayList<JsonNode>();
            each.forEachRemaining(examples::add);
            return examples;
        }
    }

    @ParameterizedTest
    @MethodSource("judged")
    void an_example_of_a_page_is_answered_as_the_page_says(Evaluator evaluator, JsonNode example) {
        var oneCase = ((ObjectNode) example).deepCopy().<ObjectNode>without(List.of("page", "expected"));

        assertThat(evaluator.answer(oneCase))
                .as("%s%n%s", example.path("page").asText(), example)
                .isEqualTo(example.path("expected").asText());
    }

    static Stream<Arguments> judged() throws IOException {
        var examples = examples();
        return Stream.of(GcpReference.EVALUATOR, Evaluator.ENGINE)
                .flatMap(evaluator -> examples.stream()
                        .map(example -> argumentSet(
                                evaluator + ": " + example.path("name").asText(), evaluator, example)));
    }

    @Test
    void every_example_names_its_page() throws IOException {
        assertThat(examples())
                .hasSizeGreaterThan(60)
                .allSatisfy(example ->
                        assertThat(example.path("page").asText()).startsWith("https://docs.cloud.google.com/"));
    }
}
