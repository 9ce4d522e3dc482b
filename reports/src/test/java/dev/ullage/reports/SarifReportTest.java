package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.analysis.Verdict;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SarifReportTest {

    private static final String TEXT = Rendered.text(new SarifReport(), SampleAssessment.acme());
    private static final JsonNode RUN = Rendered.json(TEXT).get("runs").get(0);

    @Test
    void it_is_as_it_was() {
        Golden.assertMatches("report.sarif", TEXT);
    }

    @Test
    void it_is_valid_and_acceptable_to_github() {
        assertThat(SarifRules.violations(Rendered.json(TEXT))).isEmpty();
    }

    @Test
    void every_failure_is_a_result() {
        assertThat(RUN.get("results")).hasSize((int) SampleAssessment.acme().findings().stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .count());
    }

    @Test
    void a_waived_failure_is_suppressed_with_the_reason() {
        var result = result("bucket-public");

        assertThat(result.at("/suppressions/0/kind").asText()).isEqualTo("external");
        assertThat(result.at("/suppressions/0/justification").asText())
                .isEqualTo("The demo data set is meant to be public; it holds synthetic rows only."
                        + " (owner marketing@acme.example, approver security@acme.example, until 2027-05-31)");
        assertThat(result("object-public").get("suppressions")).isEmpty();
    }

    @Test
    void it_points_at_the_line_of_the_intent_or_rule() {
        var place = result("granted-not-declared").at("/locations/0/physicalLocation");

        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("intents/fraud-train.yaml");
        assertThat(place.at("/region/startLine").asInt()).isEqualTo(4);
    }

    @Test
    void what_is_unknown_is_a_notification_and_not_a_result() {
        assertThat(RUN.get("results").findValuesAsText("text")).noneMatch(text -> text.contains("ml-platform"));
        assertThat(RUN.at("/invocations/0/toolExecutionNotifications").findValuesAsText("text"))
                .contains("it is not known who is in `ml-platform`: missing group-memberships of"
                        + " group:ml-platform@acme.example");
        assertThat(RUN.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    }

    @Test
    void a_rule_that_could_not_answer_for_a_scope_is_a_notification_too() {
        assertThat(RUN.at("/invocations/0/toolExecutionNotifications").findValuesAsText("text"))
                .contains("could not answer in full for projects/acme-prod: object-acls were denied: the reader lacks"
                        + " storage.objects.getIamPolicy.");
    }

    @Test
    void two_findings_at_one_line_have_different_fingerprints() {
        assertThat(RUN.get("results").findValuesAsText("primaryLocationLineHash"))
                .doesNotHaveDuplicates();
    }

    @Test
    void results_beyond_the_limit_are_left_out_and_counted() {
        var run = Rendered.json(new SarifReport(3, Long.MAX_VALUE), SampleAssessment.acme())
                .get("runs")
                .get(0);

        assertThat(run.get("results")).hasSize(3);
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .isEqualTo(
                        "10 less severe results left out to stay within the limits of GitHub; findings.json has all");
    }

    @Test
    void a_file_that_would_be_too_large_is_made_smaller_until_it_fits() {
        var run = Rendered.json(new SarifReport(25_000, 3_200), SampleAssessment.acme())
                .get("runs")
                .get(0);

        assertThat(run.get("results").size()).isBetween(1, 12);
    }

    private static JsonNode result(String rule) {
        return StreamSupport.stream(RUN.get("results").spliterator(), false)
                .filter(result -> result.get("ruleId").asText().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
