package dev.ullage.simulation.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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

    @TestFactory
    Stream<DynamicTest> the_reference_rules_as_the_page_says() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.path("name").asText(),
                        () -> assertThat(GcpReference.rule(example))
                                .as(example.path("page").asText())
                                .hasToString(example.path("expected").asText())));
    }

    @TestFactory
    Stream<DynamicTest> the_engine_rules_as_the_page_says() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.path("name").asText(),
                        () -> assertThat(Engine.rule(example))
                                .as(example.path("page").asText())
                                .hasToString(example.path("expected").asText())));
    }

    @Test
    void every_example_names_its_page() throws IOException {
        assertThat(examples())
                .hasSizeGreaterThan(60)
                .allSatisfy(example ->
                        assertThat(example.path("page").asText()).startsWith("https://docs.cloud.google.com/"));
    }
}
