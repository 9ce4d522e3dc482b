package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The how-to page says what the simulator does. */
final class SimulatePageTest {

    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern KNOWN = Pattern.compile("/noSuchField: unknown field; known: (.*)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A case and what the page says of its decision, which need not be all of it. */
    record Example(JsonNode given, JsonNode decision) {
        @Override
        public String toString() {
            return given.path("name").textValue();
        }
    }

    static List<Example> examples() throws IOException {
        var blocks = BLOCK.matcher(page()).results().toList();
        var examples = new ArrayList<Example>();
        for (int i = 0; i < blocks.size(); i += 2) {
            examples.add(new Example(
                    JSON.readTree(blocks.get(i).group(1)),
                    JSON.readTree(blocks.get(i + 1).group(1))));
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_decided_as_the_page_says(Example example) throws JsonProcessingException {
        var run = new CommandRun().piped(bytes(example.given()));

        var exit = run.run("simulate", "--cases", "-");

        assertThat(run.err()).isEmpty();
        assertThat(exit).isEqualTo(ExitCode.CLEAN.code());
        var decision = JSON.readTree(run.out());
        example.decision()
                .properties()
                .forEach(field -> assertThat(decision.get(field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(field.getValue()));
    }

    @Test
    void every_decision_has_an_example() throws IOException {
        assertThat(examples())
                .extracting(example -> example.decision().path("decision").textValue())
                .contains("ALLOWED", "EXPLICIT_DENY", "IMPLICIT_DENY", "UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "gcp"})
    void the_table_has_every_field_and_no_other(String cloud) throws IOException {
        var run = new CommandRun().piped(bytes(JSON.readTree("{\"cloud\":\"" + cloud + "\",\"noSuchField\":1}")));

        run.run("simulate", "--cases", "-");

        var known = KNOWN.matcher(run.err());
        assertThat(known.find()).isTrue();
        assertThat(fields(cloud))
                .isEqualTo(new TreeSet<>(Arrays.asList(known.group(1).split(", "))));
    }

    private static TreeSet<String> fields(String cloud) throws IOException {
        var head = "| " + cloud.toUpperCase(java.util.Locale.ROOT) + " field | required | says |\n|---|---|---|\n";
        var page = page();
        return page.substring(page.indexOf(head) + head.length())
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(line.indexOf('`') + 1, line.indexOf("` |")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte[] bytes(JsonNode oneCase) throws JsonProcessingException {
        return (JSON.writeValueAsString(oneCase) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/how-to/simulate.md"));
    }
}
