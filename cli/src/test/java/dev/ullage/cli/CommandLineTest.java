package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ''                        | no command is named; try `ullage audit examples/acme`; see `ullage --help`
            audt                      | unexpected argument `audt`; did you mean `audit`?; see `ullage --help`
            --colour                  | unknown option `--colour`; see `ullage --help`
            audit                     | no estate is named; name its folder, as in `ullage audit examples/acme`; see `ullage audit --help`
            audit a --estate b        | the estate is named twice, as `a` and as `b`; leave one out; see `ullage audit --help`
            audit a b                 | unexpected argument `b`; see `ullage audit --help`
            audit a --formt json      | unknown option `--formt`; did you mean `--format`?; see `ullage audit --help`
            audit a --format xml      | `--format`: `xml` is no format; write table or json; see `ullage audit --help`
            audit a --fail-on HUGE    | `--fail-on`: `HUGE` is no severity; write one of critical, high, medium, low or never; see `ullage audit --help`
            audit a --as-of yesterday | `--as-of`: `yesterday` is not an instant; write it like `2026-11-20T02:00:00Z`; see `ullage audit --help`
            who-can reed gs://bb      | `reed` is not a permission that is analysed; did you mean `read`?; see `ullage who-can --help`
            who-can x gs://bb         | `x` is not a permission that is analysed; write a class, one of list, read, create, overwrite, delete, read-policy, write-policy, configure, impersonate, create-key, or a native permission such as `s3:GetObject`; see `ullage who-can --help`
            who-can s3:GetObjekt s3://bb | `s3:GetObjekt` is not a permission that is analysed; did you mean `s3:GetObject`?; see `ullage who-can --help`
            who-can read bb           | `bb` is not a place; write `gs://bucket/prefix/*`, `s3://bucket/object`, the id of a principal, or `projects/id`; see `ullage who-can --help`
            who-can read gs://b*      | `gs://b*` does not name a bucket; write the lower-case letters, digits, dots and hyphens of its name, as in `gs://acme-models/fraud/*`; see `ullage who-can --help`
            who-can read gs://bb/*/x  | `gs://bb/*/x` has a `*` that is not at its end; name a prefix, as in `gs://bb/models/*`; see `ullage who-can --help`
            who-can read arn:aws:s3:::bb/x | `arn:aws:s3:::bb/x` is not how a place is written; write `s3://bb/x`; see `ullage who-can --help`
            who-can read gs://bb      | no estate is named; name its folder, as in `--estate examples/acme`; see `ullage who-can --help`
            who-can read              | missing required parameter: 'PLACE'; see `ullage who-can --help`
            what-can ana@x.example    | `ana@x.example` does not say what kind it is; write `user:ana@x.example` or `group:ana@x.example`; see `ullage what-can --help`
            what-can ana              | `ana` is not a principal; write it as its provider does: `serviceAccount:…`, `user:…`, `group:…`, `principal://…` or `arn:aws:iam::111122223333:role/name`; see `ullage what-can --help`
            what-can arn:aws:sts::111122223333:assumed-role/r/s | `arn:aws:sts::111122223333:assumed-role/r/s` is a session, which ends; ask of its role, such as `arn:aws:iam::111122223333:role/r`; see `ullage what-can --help`
            diff a                    | missing required parameter: 'AFTER'; see `ullage diff --help`
            diff a b --fail-on lost   | `--fail-on`: `lost` is no change; write gained, any or never; see `ullage diff --help`
            simulate                  | missing required option: '--cases=FILE'; see `ullage simulate --help`
            simulate --cases a --format csv | `--format`: `csv` is no format; write jsonl or table; see `ullage simulate --help`
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

    @ParameterizedTest
    @ValueSource(strings = {"who-can", "what-can", "explain", "diff", "simulate"})
    void the_help_of_a_question_has_examples_and_its_exit_codes(String command) {
        var run = new CommandRun();

        var exit = run.run(command, "--help");

        assertThat(exit).isEqualTo(ExitCode.CLEAN.code());
        assertThat(run.out()).contains("Examples:\n").contains("  ullage " + command + " ");
        assertThat(run.out()).containsPattern("\n +0   [a-z]").containsPattern("\n +2   [a-z]");
    }

    @Test
    void a_name_from_outside_cannot_steer_the_terminal() {
        var run = new CommandRun(Assessments.clean());

        run.run("audit", "\u001b[2Jx\u202ey");

        assertThat(run.err()).startsWith("`\\u001b[2Jx\\u202ey` is not a folder");
    }
}
