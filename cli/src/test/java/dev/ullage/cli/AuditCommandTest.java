package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.rule.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditCommandTest {

    @TempDir
    Path work;

    private Path estate;
    private Path out;

    @BeforeEach
    void an_empty_estate() throws IOException {
        estate = Files.createDirectory(work.resolve("an estate"));
        out = work.resolve("out");
    }

    @Test
    void the_table_is_printed_and_every_report_is_written() throws IOException {
        var run = new CommandRun(Assessments.clean());

        run.run("audit", estate.toString(), "--out", out.toString());

        assertThat(run.out()).startsWith("ullage test · acme · as of 2026-11-20 02:00 UTC\n");
        assertThat(out.resolve("report.html")).hasContent("html of acme");
        assertThat(out.resolve("findings.json")).hasContent("json of acme");
    }

    @Test
    void json_is_all_that_stdout_carries_when_it_is_asked_for() {
        var run = new CommandRun(Assessments.withFinding(Severity.HIGH));

        run.run("audit", estate.toString(), "--out", out.toString(), "--format", "json");

        assertThat(run.out())
                .startsWith("{")
                .contains("\"format\": \"ullage-findings/1\"")
                .endsWith("}\n");
    }

    @Test
    void the_last_line_says_why_the_exit_code_is_what_it_is() {
        var run = new CommandRun(Assessments.withFinding(Severity.HIGH));

        run.run("audit", estate.toString(), "--out", out.toString());

        assertThat(run.err()).endsWith("1 finding at or above `high`\n");
    }

    @Test
    void the_estate_can_be_named_by_an_option() {
        var run = new CommandRun(Assessments.clean());

        run.run("audit", "--estate", estate.toString(), "--out", out.toString());

        assertThat(run.requests).extracting(AuditRequest::estate).containsExactly(estate);
    }

    @Test
    void the_clock_is_only_a_last_resort() {
        var run = new CommandRun(Assessments.clean());

        run.run("audit", estate.toString(), "--out", out.toString());

        assertThat(run.requests).containsExactly(new AuditRequest(estate, null, CommandRun.NOW, List.of()));
    }

    @Test
    void a_stated_time_and_extra_rules_reach_the_pipeline() throws IOException {
        var rules = work.resolve("rules");
        Files.createDirectories(rules.resolve("catalog"));
        var run = new CommandRun(Assessments.clean());

        run.run(
                "audit",
                estate.toString(),
                "--out=" + out,
                "--as-of=2026-11-20T02:00:00Z",
                "--rules=" + rules,
                "--rules=" + rules);

        assertThat(run.requests)
                .containsExactly(new AuditRequest(
                        estate, Instant.parse("2026-11-20T02:00:00Z"), CommandRun.NOW, List.of(rules, rules)));
    }

    @Test
    void the_facts_are_kept_where_they_are_wanted() {
        var run = new CommandRun(Assessments.clean());

        run.run(
                "audit",
                estate.toString(),
                "--out",
                out.toString(),
                "--snapshot",
                work.resolve("snapshot").toString());

        assertThat(work.resolve("snapshot/manifest.json")).exists();
    }

    @Test
    void the_kinds_of_file_are_named_and_every_file_that_was_skipped() {
        var run = new CommandRun(Assessments.withFiles());

        run.run("audit", estate.toString(), "--out", out.toString());

        assertThat(run.err())
                .startsWith("recognised as CloudTrail records: 4 facts in 2 files\n"
                        + "recognised as credential report: 1 fact in 1 file\n"
                        + "notes.txt: not recognised: skipped; it is no JSON\n");
    }

    @Test
    void all_that_owners_wrote_wrongly_is_said_at_once() {
        var run = new CommandRun((request, progress) -> {
            throw new ConfigurationException(List.of(
                    "intents/a.yaml:7:9: unknown key `gramt`; did you mean `grant`?",
                    "waivers/b.yaml:1:1: `owner` is missing; add it"));
        });

        var exit = run.run("audit", estate.toString(), "--out", out.toString());

        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err())
                .isEqualTo("intents/a.yaml:7:9: unknown key `gramt`; did you mean `grant`?\n"
                        + "waivers/b.yaml:1:1: `owner` is missing; add it\n");
    }

    @Test
    void a_folder_that_is_not_there_is_the_persons_to_mend() {
        var run = new CommandRun(Assessments.clean());

        var exit = run.run(
                "audit",
                work.resolve("nowhere").toString(),
                "--rules",
                work.resolve("nothing").toString());

        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err())
                .isEqualTo(
                        "`" + work + "/nowhere` is not a folder; name the one that holds the estate's exports\n" + "`"
                                + work
                                + "/nothing` is no folder of rules; name one that holds `catalog/<topic>/<id>/rule.yaml` with `--rules`\n");
        assertThat(run.requests).isEmpty();
    }

    @Test
    void reports_are_not_written_where_the_next_audit_would_read_them() {
        var run = new CommandRun(Assessments.clean());

        var exit = run.run(
                "audit",
                estate.toString(),
                "--out",
                estate.resolve("a/../b/out").toString());

        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains("lies inside the estate", "name a folder elsewhere with `--out`");
        assertThat(estate).isEmptyDirectory();
    }

    @Test
    void out_at_the_top_of_the_estate_is_no_input_and_may_be_written_to() {
        var run = new CommandRun(Assessments.clean());

        var exit = run.run(
                "audit",
                estate.toString(),
                "--out=" + estate.resolve("out/today"),
                "--snapshot=" + estate.resolve("out/facts"));

        assertThat(exit).isEqualTo(ExitCode.CLEAN.code());
        assertThat(estate.resolve("out/today/report.html")).exists();
    }

    @Test
    void a_link_into_the_estate_is_inside_the_estate() throws IOException {
        var link = Files.createSymbolicLink(work.resolve("link"), estate);
        var run = new CommandRun(Assessments.clean());

        var exit = run.run(
                "audit", estate.toString(), "--out", link.resolve("reports").toString());

        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void a_way_out_of_a_link_is_followed_as_the_system_follows_it() throws IOException {
        Files.createDirectories(estate.resolve("gcp/logs"));
        var link = Files.createSymbolicLink(work.resolve("link"), estate.resolve("gcp/logs"));
        var run = new CommandRun(Assessments.clean());

        var exit = run.run(
                "audit", estate.toString(), "--out", link.resolve("../reports").toString());

        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void a_snapshot_is_not_written_into_the_estate_either() {
        var run = new CommandRun(Assessments.clean());

        var exit = run.run("audit", estate.toString(), "--out=" + out, "--snapshot=" + estate.resolve("facts"));

        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains("name a folder elsewhere with `--snapshot`");
    }

    @Test
    void a_folder_whose_name_only_begins_like_the_estates_is_elsewhere() {
        var run = new CommandRun(Assessments.clean());

        var exit = run.run("audit", estate.toString(), "--out", estate + "-out");

        assertThat(exit).isEqualTo(ExitCode.CLEAN.code());
    }

    @Test
    void a_file_in_the_place_of_the_output_folder_is_said_before_the_work_begins() throws IOException {
        Files.writeString(out, "mine");
        var run = new CommandRun(Assessments.clean());

        var exit = run.run("audit", estate.toString(), "--out", out.toString());

        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).isEqualTo("`" + out + "` is a file; name a folder with `--out`\n");
        assertThat(run.requests).isEmpty();
    }

    @Test
    void a_failure_to_read_is_one_sentence_about_the_file() {
        var run = new CommandRun((request, progress) -> {
            throw new NoSuchFileException("gcp/iam.json");
        });

        var exit = run.run("audit", estate.toString(), "--out", out.toString());

        assertThat(exit).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.err()).isEqualTo("`gcp/iam.json` is not there\n");
    }

    @Test
    void our_own_fault_is_owned_and_shows_no_stack_trace() {
        var run = new CommandRun((request, progress) -> {
            throw new IllegalStateException("two rows for one place");
        });

        var exit = run.run("audit", estate.toString(), "--out", out.toString());

        assertThat(exit).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.err())
                .isEqualTo("ullage failed, and your input is not to blame: two rows for one place;"
                        + " run it again with `--stacktrace` and report what it says\n");
    }

    @Test
    void a_result_that_could_not_be_printed_is_not_passed_over() {
        var full = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left on device");
            }
        });
        var err = new ByteArrayOutputStream();
        var console = new Console(full, new PrintStream(err, true, StandardCharsets.UTF_8), 100, false, false);
        AuditPipeline pipeline = (request, progress) -> new Audit(Assessments.NOTHING_READ, Assessments.clean());

        var exit = new Main(console, pipeline, List.of(), InstantSource.fixed(CommandRun.NOW))
                .run("audit", estate.toString(), "--out", out.toString(), "--format", "json");

        assertThat(exit).isEqualTo(ExitCode.FAILED.code());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("the result could not be printed");
    }

    @Test
    void a_stack_trace_is_shown_to_those_who_ask() {
        var run = new CommandRun((request, progress) -> {
            throw new IllegalStateException("two rows for one place");
        });

        run.run("audit", estate.toString(), "--out", out.toString(), "--stacktrace");

        assertThat(run.err()).contains("\tat dev.ullage.cli.AuditCommand.call(");
    }
}
