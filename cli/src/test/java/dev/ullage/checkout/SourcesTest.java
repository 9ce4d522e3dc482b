package dev.ullage.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules about the source text: in class files, try-with-resources looks like a catch of everything. */
final class SourcesTest {

    private static final Pattern CATCHES_EVERYTHING =
            Pattern.compile("\\bcatch\\s*\\([^)]*\\b(Exception|RuntimeException|Throwable|Error)\\b");
    private static final Pattern SUPPRESSES = Pattern.compile("^\\s*@SuppressWarnings\\b");

    /** What is caught and not foreseen is swallowed: a bug of ours would look like a fault of the input. */
    @Test
    void nobody_catches_everything() throws IOException {
        assertThat(linesOf(mainSources(), CATCHES_EVERYTHING)).isEmpty();
    }

    @Test
    void a_planted_catch_of_everything_is_found() throws IOException {
        assertThat(linesOf(plantedSources(), CATCHES_EVERYTHING))
                .containsExactly("SwallowsFailures.java:12: } catch (IOException | RuntimeException e) {");
    }

    /** A warning is silenced by an argument, on the line above. */
    @Test
    void a_suppressed_warning_has_a_reason() throws IOException {
        assertThat(withoutReason(mainSources())).isEmpty();
    }

    @Test
    void a_planted_suppression_without_a_reason_is_found() throws IOException {
        assertThat(withoutReason(plantedSources()))
                .containsExactly("SwallowsFailures.java:24: @SuppressWarnings(\"unused\")");
    }

    @Test
    void there_is_something_to_check() throws IOException {
        assertThat(mainSources())
                .extracting(file -> file.getFileName().toString())
                .contains("Fact.java", "Rule.java", "RecordReader.java", "Main.java")
                .doesNotContain("SwallowsFailures.java");
    }

    private static List<Path> mainSources() throws IOException {
        return Checkout.files(Checkout.root(), ".java").stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .toList();
    }

    private static List<Path> plantedSources() throws IOException {
        return Checkout.files(Checkout.root().resolve("cli/src/test/java/dev/ullage/planted"), ".java");
    }

    private static List<String> withoutReason(List<Path> files) throws IOException {
        return linesOf(files, SUPPRESSES).stream()
                .filter(line -> !line.contains("// "))
                .toList();
    }

    /** {@code file:line: text}, with the comment of the line above behind it where there is one. */
    private static List<String> linesOf(List<Path> files, Pattern pattern) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files) {
            var lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    var above = i > 0 ? lines.get(i - 1).strip() : "";
                    found.add(file.getFileName() + ":" + (i + 1) + ": "
                            + lines.get(i).strip() + (above.startsWith("// ") ? " " + above : ""));
                }
            }
        }
        return found;
    }
}
