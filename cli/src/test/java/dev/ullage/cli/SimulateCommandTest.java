package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimulateCommandTest {

    private static final String GOOD = "{\"name\":\"ana\",\"principal\":\"arn:aws:iam::111122223333:user/ana\","
            + "\"action\":\"s3:GetObject\",\"resource\":\"arn:aws:s3:::data/a\",\"resourceAccount\":\"111122223333\"}";
    private static final String ANSWER =
            "{\"name\": \"ana\", \"decision\": \"IMPLICIT_DENY\", \"deciding\": [{\"says\": "
                    + "\"no identity policy allows s3:GetObject on arn:aws:s3:::data/a\", \"source\": null}], "
                    + "\"missing\": [], \"residual\": []}\n";

    @TempDir
    private Path folder;

    private static CommandRun simulated(String lines) {
        var run = new CommandRun().piped(lines.getBytes(StandardCharsets.UTF_8));
        run.run("simulate", "--cases", "-");
        return run;
    }

    @Test
    void a_case_becomes_a_line() {
        assertThat(simulated(GOOD + "\n").out()).isEqualTo(ANSWER);
    }

    @Test
    void a_file_is_read_as_well_as_a_pipe() throws IOException {
        var file = Files.writeString(folder.resolve("cases.jsonl"), GOOD);
        var run = new CommandRun();

        var exit = run.run("simulate", "--cases", file.toString());

        assertThat(run.out()).isEqualTo(ANSWER);
        assertThat(exit).isEqualTo(ExitCode.CLEAN.code());
    }

    @Test
    void a_table_is_for_people() {
        var run = new CommandRun().piped(GOOD.getBytes(StandardCharsets.UTF_8));

        run.run("simulate", "--cases", "-", "--format", "table");

        assertThat(run.out())
                .isEqualTo("implicit deny  ana                             no identity policy allows …ect on"
                        + " arn:aws:s3:::data/a\n");
    }

    @Test
    void a_bad_line_does_not_keep_the_others_from_their_answers() {
        var run = new CommandRun().piped((GOOD + "\nnonsense\n\n" + GOOD).getBytes(StandardCharsets.UTF_8));

        var exit = run.run("simulate", "--cases", "-");

        assertThat(run.out()).isEqualTo(ANSWER + ANSWER);
        assertThat(run.err()).startsWith("stdin:2: ");
        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            nonsense           | stdin:1: is not one JSON object (column 1); write one case a line
            {'a':1,'a':2}      | stdin:1: the key `a` is there twice; leave one out
            {'name':'n'} {}    | stdin:1: is not one JSON object (column 14); write one case a line
            {'name':'          | stdin:1: is not one JSON object (column 10); write one case a line
            {'name':7}         | stdin:1: /name: is not a text
            []                 | stdin:1: the case is not an object; write `{"name": …}`
            """)
    void a_line_that_is_no_case_is_told_of_with_its_number(String line, String sentence) {
        assertThat(simulated(line.replace('\'', '"') + "\n").err().lines().findFirst())
                .hasValue(sentence);
    }

    @Test
    void every_problem_of_a_case_is_told() {
        assertThat(simulated("{\"context\":7,\"boundry\":null}").err())
                .contains("stdin:1: /boundry: unknown field")
                .contains("stdin:1: /principal: is missing")
                .contains("stdin:1: /context: is not an object");
    }

    @Test
    void a_case_without_a_name_is_called_by_its_line() {
        assertThat(simulated("\n" + GOOD.replace("\"name\":\"ana\",", "")).out())
                .startsWith("{\"name\": \"line 2\"");
    }

    @Test
    void a_line_that_is_too_long_is_passed_over() throws IOException {
        var lines = new ByteArrayOutputStream();
        lines.write(new byte[5 * 1024 * 1024]);
        lines.write(("\n" + GOOD).getBytes(StandardCharsets.UTF_8));
        var run = new CommandRun().piped(lines.toByteArray());

        run.run("simulate", "--cases", "-");

        assertThat(run.err()).isEqualTo("stdin:1: the line is longer than 4194304 bytes; write one case a line\n");
        assertThat(run.out()).isEqualTo(ANSWER);
    }

    @Test
    void json_that_is_nested_deep_is_refused() {
        assertThat(simulated("{\"context\":" + "[".repeat(100_000)).err())
                .startsWith("stdin:1: the JSON is nested deeper");
    }

    @Test
    void a_line_that_is_not_text_is_refused() {
        var run = new CommandRun().piped(new byte[] {'{', (byte) 0xff, '}'});

        run.run("simulate", "--cases", "-");

        assertThat(run.err()).isEqualTo("stdin:1: is not UTF-8; write it in UTF-8\n");
    }

    @Test
    void a_nul_is_refused() {
        assertThat(simulated("{\"name\":\"a\u0000b\"}").err()).startsWith("stdin:1: is not one JSON object");
    }

    @Test
    void a_mark_at_the_beginning_of_a_file_is_no_part_of_the_first_case() {
        assertThat(simulated("\ufeff" + GOOD).out()).isEqualTo(ANSWER);
    }

    @Test
    void a_name_cannot_steer_the_terminal() {
        assertThat(simulated(GOOD.replace("ana\",\"pr", "\\u001b[2J\",\"pr")).out())
                .startsWith("{\"name\": \"\\u001B[2J\"");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        var run = new CommandRun();

        var exit = run.run("simulate", "--cases", "no-such-file");

        assertThat(run.err())
                .isEqualTo(
                        "`no-such-file` is not a file; name a file of cases with `--cases`, or `-` for what is piped in\n");
        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
    }
}
