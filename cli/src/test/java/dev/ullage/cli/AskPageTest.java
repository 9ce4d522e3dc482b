package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The how-to page shows what the commands print. */
final class AskPageTest {

    private static final Path PAGE = Path.of("../docs/how-to/ask.md");
    private static final Path ACTUAL = Path.of("target/ask.md");
    private static final Pattern EXAMPLE = Pattern.compile("```console\n\\$ ullage ([^\n]*)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void every_example_prints_what_the_page_shows() throws Exception {
        var nights = Nights.in(folder);
        var page = Files.readString(PAGE);
        var actual = EXAMPLE.matcher(page)
                .replaceAll(example -> Matcher.quoteReplacement(
                        "```console\n$ ullage " + example.group(1) + "\n" + printed(example.group(1), nights) + "```"));
        Files.writeString(ACTUAL, actual);

        assertThat(page)
                .as("docs/how-to/ask.md differs; if the new one is right: cp cli/%s docs/how-to/ask.md", ACTUAL)
                .isEqualTo(actual);
    }

    @Test
    void every_question_has_an_example() throws IOException {
        assertThat(EXAMPLE.matcher(Files.readString(PAGE))
                        .results()
                        .map(example -> example.group(1).split(" ")[0]))
                .contains("who-can", "what-can", "explain", "diff");
    }

    private static String printed(String line, Nights nights) {
        var run = new CommandRun();
        run.run(line.replace("examples/acme", Acme.FOLDER.toString())
                .replace("snapshots/sunday", nights.sunday().toString())
                .replace("snapshots/monday", nights.monday().toString())
                .split(" "));
        return run.err() + run.out();
    }
}
