package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ''                        | no command is named; try `ullage audit examples/acme`; see `ullage --help`
            adit                      | unexpected argument `adit`; did you mean `audit`?; see `ullage --help`
            --colour                  | unknown option `--colour`; see `ullage --help`
            audit                     | no estate is named; name its folder, as in `ullage audit examples/acme`; see `ullage audit --help`
            audit a --estate b        | the estate is named twice, as `a` and as `b`; leave one out; see `ullage audit --help`
            audit a b                 | unexpected argument `b`; see `ullage audit --help`
            audit a --formt json      | unknown option `--formt`; did you mean `--format`?; see `ullage audit --help`
            audit a --format xml      | `--format`: `xml` is no format; write table or json; see `ullage audit --help`
            audit a --fail-on HUGE    | `--fail-on`: `HUGE` is no severity; write one of critical, high, medium, low or never; see `ullage audit --help`
            audit a --as-of yesterday | `--as-of`: `yesterday` is not an instant; write it like `2026-11-20T02:00:00Z`; see `ullage audit --help`
            audit a --out             | missing required parameter for option '--out' (DIR); see `ullage audit --help`
            """)
    void a_wrong_command_line_is_answered_in_one_sentence(String line, String sentence) {
        var run = new CommandRun(Assessments.clean());

        var exit = run.run(line.equals("''") ? new String[0] : line.split(" "));

        assertThat(run.err()).isEqualTo(sentence + "\n");
        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void the_version_is_a_function_of_the_sources() {
        var run = new CommandRun(Assessments.clean());

        var exit = run.run("--version");

        assertThat(exit).isEqualTo(ExitCode.CLEAN.code());
        assertThat(run.out()).matches("ullage \\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(Java \\d+.*\\)\n");
    }

    @ParameterizedTest
    @CsvSource({"--help", "audit --help"})
    void help_has_examples_and_every_exit_code(String line) {
        var run = new CommandRun(Assessments.clean());

        var exit = run.run(line.split(" "));

        assertThat(exit).isEqualTo(ExitCode.CLEAN.code());
        assertThat(run.out()).contains("Examples:\n  ullage audit examples/acme\n");
        for (var code : ExitCode.values()) {
            assertThat(run.out()).containsPattern("\n +" + code.code() + "   [a-z]");
        }
    }

    @Test
    void a_name_from_outside_cannot_steer_the_terminal() {
        var run = new CommandRun(Assessments.clean());

        run.run("audit", "\u001b[2Jx\u202ey");

        assertThat(run.err()).startsWith("`\\u001b[2Jx\\u202ey` is not a folder");
    }
}
