package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.analysis.Assessment;
import dev.ullage.rule.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExitCodeTest {

    @TempDir
    Path work;

    @Test
    void the_numbers_never_change_meaning() {
        assertThat(Arrays.stream(ExitCode.values()).map(exit -> exit.code() + " " + exit.name()))
                .containsExactly("0 CLEAN", "1 FAILED", "2 USAGE", "3 FINDINGS", "4 UNANSWERED", "5 REFUSED");
    }

    @Test
    void an_estate_with_nothing_to_object_to_is_clean() throws Exception {
        assertThat(exitOf(Assessments.clean())).isEqualTo(ExitCode.CLEAN.code());
    }

    @Test
    void a_finding_at_the_threshold_counts() throws Exception {
        assertThat(exitOf(Assessments.withFinding(Severity.HIGH))).isEqualTo(ExitCode.FINDINGS.code());
    }

    @Test
    void a_finding_worse_than_the_threshold_counts() throws Exception {
        assertThat(exitOf(Assessments.withFinding(Severity.CRITICAL))).isEqualTo(ExitCode.FINDINGS.code());
    }

    @Test
    void a_finding_milder_than_the_threshold_does_not_count() throws Exception {
        assertThat(exitOf(Assessments.withFinding(Severity.MEDIUM))).isEqualTo(ExitCode.CLEAN.code());
    }

    @Test
    void the_threshold_can_be_lowered() throws Exception {
        assertThat(exitOf(Assessments.withFinding(Severity.LOW), "--fail-on", "low"))
                .isEqualTo(ExitCode.FINDINGS.code());
    }

    @Test
    void never_means_that_no_finding_counts() throws Exception {
        assertThat(exitOf(Assessments.withFinding(Severity.CRITICAL), "--fail-on", "never"))
                .isEqualTo(ExitCode.CLEAN.code());
    }

    @Test
    void a_finding_that_somebody_accepted_for_now_does_not_count() throws Exception {
        assertThat(exitOf(Assessments.withWaivedFinding(Severity.CRITICAL))).isEqualTo(ExitCode.CLEAN.code());
    }

    @Test
    void a_question_without_an_answer_is_not_clean() throws Exception {
        assertThat(exitOf(Assessments.unanswered())).isEqualTo(ExitCode.UNANSWERED.code());
    }

    @Test
    void never_does_not_turn_a_missing_answer_into_a_clean_one() throws Exception {
        assertThat(exitOf(Assessments.unanswered(), "--fail-on", "never")).isEqualTo(ExitCode.UNANSWERED.code());
    }

    @Test
    void what_was_not_read_whole_is_not_clean_even_if_no_rule_needs_it() throws Exception {
        assertThat(exitOf(Assessments.withGapThatNoRuleNeeds())).isEqualTo(ExitCode.UNANSWERED.code());
    }

    @Test
    void a_file_that_is_no_export_leaves_nothing_unanswered() throws Exception {
        assertThat(exitOf(Assessments.withFiles())).isEqualTo(ExitCode.CLEAN.code());
    }

    @Test
    void findings_win_over_missing_answers() throws Exception {
        assertThat(exitOf(Assessments.failingAndUnanswered())).isEqualTo(ExitCode.FINDINGS.code());
    }

    private int exitOf(Assessment assessment, String... options) throws Exception {
        var estate = Files.createDirectories(work.resolve("estate"));
        var args = new java.util.ArrayList<>(java.util.List.of(
                "audit", estate.toString(), "--out", work.resolve("out").toString()));
        args.addAll(Arrays.asList(options));
        return new CommandRun(assessment).run(args.toArray(String[]::new));
    }
}
