package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.Test;

class JsonReportTest {

    private static final String TEXT = Rendered.text(new JsonReport(), SampleAssessment.acme());
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(JsonReport.class.getResourceAsStream("findings.schema.json"));

    @Test
    void it_is_as_it_was() {
        Golden.assertMatches("findings.json", TEXT);
    }

    @Test
    void it_is_what_its_schema_says() {
        assertThat(SCHEMA.validate(Rendered.json(TEXT))).isEmpty();
    }

    @Test
    void the_schema_objects_to_a_field_that_it_does_not_describe() {
        var changed = (ObjectNode) Rendered.json(TEXT);
        ((ObjectNode) changed.get("findings").get(0)).put("verdct", "pass");

        assertThat(SCHEMA.validate(changed)).hasSize(1);
    }

    @Test
    void it_ends_with_a_line_feed_and_has_one_finding_a_line() {
        assertThat(TEXT).endsWith("}\n");
        assertThat(TEXT.lines().filter(line -> line.contains("\"fingerprint\": ")))
                .hasSize(16);
    }

    @Test
    void counts_agree_with_the_lists() {
        JsonNode json = Rendered.json(TEXT);
        int counted = 0;
        for (var count : json.at("/counts/findings")) {
            counted += count.asInt();
        }

        assertThat(counted).isEqualTo(json.get("findings").size());
    }

    @Test
    void the_share_is_exact_to_a_tenth() {
        assertThat(Rendered.json(TEXT).at("/ullage").toString())
                .isEqualTo(
                        "{\"granted\":176,\"empty\":82,\"unsure\":15,\"atLeastPercent\":46.6,\"atMostPercent\":55.1}");
    }
}
