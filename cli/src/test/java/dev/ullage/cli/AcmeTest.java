package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.analysis.Assessment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example estate against what its story says; the expected files were written by hand and not by the program. */
class AcmeTest {

    private static Assessment assessment;

    @BeforeAll
    static void audit() throws ConfigurationException, IOException {
        assessment = Acme.audit(Acme.FOLDER);
    }

    @Test
    void every_planted_problem_is_found_and_no_clean_case_is_flagged() {
        var found = new TreeSet<String>();
        for (var finding : assessment.findings()) {
            found.add(String.join(
                    "\t",
                    finding.verdict().name(),
                    finding.rule(),
                    Objects.requireNonNullElse(finding.principal(), "-"),
                    finding.resource()));
        }

        assertThat(found).isEqualTo(new TreeSet<>(rows("expected-findings.tsv")));
    }

    @Test
    void the_ledger_says_what_the_story_says() {
        var found = assessment.ledger().stream()
                .map(row -> String.join(
                        "\t",
                        row.principal(),
                        row.permissionClass().word(),
                        row.place().toString(),
                        row.verdict().name()))
                .toList();

        assertThat(found).containsAll(rows("expected-ledger.tsv"));
    }

    @Test
    void every_file_is_recognised() {
        assertThat(assessment.inputs())
                .allMatch(input ->
                        !input.recognisedAs().isEmpty() && input.problem().isEmpty());
    }

    @Test
    void the_waivers_in_force_are_used_and_the_expired_one_is_named() {
        assertThat(assessment.unusedWaivers())
                .extracting(waiver -> waiver.source().file())
                .containsExactly("waivers/labelling-handover.yaml");
    }

    private static List<String> rows(String file) {
        try (var stream = AcmeTest.class.getResourceAsStream("/acme/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line ->
                            String.join("\t", Arrays.asList(line.split("\t")).subList(0, 4)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
