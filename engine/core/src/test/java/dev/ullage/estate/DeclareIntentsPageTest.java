package dev.ullage.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The how-to page says what the reader does. */
class DeclareIntentsPageTest {

    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern KEY_TABLE =
            Pattern.compile("\\| key \\| required \\| says \\|\n\\|---\\|---\\|---\\|\n((\\|.*\n)+)");
    private static final Pattern FIRST_CELL = Pattern.compile("^\\| `(\\w+)` ", Pattern.MULTILINE);
    private static final Pattern KNOWN = Pattern.compile("`(\\w+)`");

    @TempDir
    Path folder;

    private String page = "";

    @BeforeEach
    void write_the_examples_of_the_page() throws IOException {
        page = Files.readString(Path.of("../../docs/how-to/declare-intents.md"));
        for (var example : EXAMPLE.matcher(page).results().toList()) {
            var file = folder.resolve(example.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, example.group(2));
        }
    }

    @Test
    void its_examples_are_an_estate() {
        var estate = EstateReader.read(folder).orElseThrow();

        assertThat(estate.name()).isEqualTo("acme");
        assertThat(estate.logExports()).hasSize(1);
        assertThat(estate.intents()).hasSize(1);
        assertThat(estate.waivers()).hasSize(1);
    }

    @Test
    void its_tables_explain_every_key_and_no_other() throws IOException {
        for (var file : List.of("intents/fraud-training.yaml", "waivers/old-key.yaml", "estate.yaml")) {
            var path = folder.resolve(file);
            Files.writeString(
                    path,
                    Files.readString(path) + (file.equals("estate.yaml") ? "    nosuchkey: x\n" : "")
                            + "nosuchkey: x\n");
        }

        assertThat(keysInTables()).containsExactlyInAnyOrderElementsOf(knownKeys());
    }

    private List<List<String>> keysInTables() {
        var tables = new ArrayList<List<String>>();
        for (var table : KEY_TABLE.matcher(page).results().toList()) {
            tables.add(words(FIRST_CELL, table.group(1)));
        }
        return tables;
    }

    /** What the reader says is known, where it met the key that is not. */
    private List<List<String>> knownKeys() {
        return EstateReader.read(folder).problems().stream()
                .map(YamlProblem::remedy)
                .map(remedy -> words(KNOWN, remedy))
                .toList();
    }

    private static List<String> words(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(word -> word.group(1))
                .sorted()
                .toList();
    }
}
