package dev.ullage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.Evidence;
import dev.ullage.analysis.RuleOutcome;
import dev.ullage.analysis.Verdict;
import dev.ullage.estate.Estate;
import dev.ullage.estate.Intent;
import dev.ullage.estate.IntentKind;
import dev.ullage.estate.Waiver;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.RoleBinding;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.rule.Control;
import dev.ullage.rule.Judgement;
import dev.ullage.rule.Rule;
import dev.ullage.rule.RuleSet;
import dev.ullage.rule.Severity;
import dev.ullage.rule.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AuditorTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final Source AT = new Source("gcp/assets.ndjson", 1, "");

    private static final RuleJudge OBJECTS = (rule, facts) -> new Judgement.Fails("no");
    private static final RuleJudge APPROVES = (rule, facts) -> new Judgement.Passes();
    private static final RuleJudge CANNOT_TELL =
            (rule, facts) -> new Judgement.Unknown(List.of("the thing was not read"));

    private static final List<Fact> ESTATE = List.of(
            new Container(Provider.GCP, "projects/acme", ContainerKind.PROJECT, "acme", null, List.of(), AT),
            bucket("gs://models"),
            bucket("gs://data"),
            read(Topic.BUCKETS, "projects/acme"),
            read(Topic.IAM_POLICIES, "projects/acme"),
            read(Topic.BUCKET_SETTINGS, "gs://models"),
            read(Topic.BUCKET_SETTINGS, "gs://data"));

    @Test
    void a_rule_that_objects_fails_its_scope() {
        assertThat(outcome(Subject.BUCKET, OBJECTS, ESTATE).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void a_rule_whose_facts_were_all_read_passes() {
        assertThat(outcome(Subject.BUCKET, APPROVES, ESTATE).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void one_bucket_that_could_not_be_read_is_enough_to_be_unknown() {
        var facts = without(ESTATE, read(Topic.BUCKET_SETTINGS, "gs://data"));
        facts.add(new Coverage(Topic.BUCKET_SETTINGS, "gs://data", CoverageStatus.DENIED, "AccessDenied", AT));

        assertThat(outcome(Subject.BUCKET, APPROVES, facts).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_topic_that_nobody_read_is_a_gap_and_not_a_pass() {
        var facts = without(ESTATE, read(Topic.BUCKET_SETTINGS, "gs://data"));

        assertThat(outcome(Subject.BUCKET, APPROVES, facts).gaps())
                .containsExactly("bucket-settings of projects/acme are not in the input");
    }

    @Test
    void a_rule_that_cannot_tell_leaves_its_scope_unknown() {
        assertThat(outcome(Subject.BUCKET, CANNOT_TELL, ESTATE).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_rule_with_nothing_to_ask_does_not_apply() {
        assertThat(outcome(Subject.ACL, OBJECTS, ESTATE).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void an_empty_input_is_not_a_clean_estate() {
        assertThat(outcome(Subject.BUCKET, APPROVES, List.of()).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void an_unread_document_that_may_hold_a_grant_is_a_finding_of_its_own() {
        var facts = without(ESTATE, read(Topic.BUCKET_SETTINGS, "gs://data"));
        var findings = audit(Subject.GRANT, APPROVES, facts, List.of()).findings();

        assertThat(findings)
                .extracting(finding -> finding.verdict() + " " + finding.resource())
                .containsExactly("UNKNOWN gs://data");
    }

    @Test
    void a_waived_finding_stays_visible_and_no_longer_fails() {
        var waiver = waiver("2026-12-31");
        var outcome = audit(Subject.BUCKET, OBJECTS, ESTATE, List.of(waiver))
                .outcomes()
                .get(0);

        assertThat(List.of(outcome.failed(), outcome.waived())).containsExactly(1, 1);
    }

    @Test
    void an_expired_waiver_covers_nothing_and_is_named() {
        var assessment = audit(Subject.BUCKET, OBJECTS, ESTATE, List.of(waiver("2026-11-19")));

        assertThat(assessment.unusedWaivers()).hasSize(1);
        assertThat(assessment.outcomes().get(0).failed()).isEqualTo(2);
    }

    @Test
    void several_grants_of_one_principal_on_one_bucket_are_one_finding() {
        var facts = new ArrayList<>(ESTATE);
        facts.add(new RoleBinding("gs://data", "roles/storage.objectViewer", "user:ana@acme.example", null, null, AT));
        facts.add(new RoleBinding("gs://data", "roles/storage.objectAdmin", "user:ana@acme.example", null, null, AT));

        assertThat(audit(Subject.GRANT, OBJECTS, facts, List.of()).findings()).hasSize(1);
    }

    @Test
    void a_finding_about_more_than_was_declared_names_an_object_that_no_intent_declares() {
        var facts = new ArrayList<>(ESTATE);
        facts.add(new RoleBinding("gs://data", "roles/storage.objectViewer", "user:ana@acme.example", null, null, AT));
        var intent = new Intent(
                "look",
                List.of("user:ana@acme.example"),
                IntentKind.INSPECT,
                List.of("gs://data/img/"),
                List.of(),
                "prod",
                "ana@acme.example",
                LocalDate.parse("2027-01-01"),
                false,
                AT);

        var findings =
                audit(Subject.ROW, OBJECTS, facts, List.of(intent), List.of()).findings();

        assertThat(findings.stream().flatMap(finding -> finding.evidence().stream()))
                .extracting(Evidence::says)
                .contains("for example gs://data/x, which no intent declares");
    }

    @Test
    void a_control_fails_with_its_rule() {
        assertThat(audit(Subject.BUCKET, OBJECTS, ESTATE, List.of())
                        .controls()
                        .get(0)
                        .failing())
                .containsExactly("a-rule");
    }

    @Test
    void a_control_whose_rule_could_not_answer_is_unknown() {
        assertThat(audit(Subject.BUCKET, CANNOT_TELL, ESTATE, List.of())
                        .controls()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void the_order_of_facts_changes_nothing() {
        var shuffled = new ArrayList<>(ESTATE);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(audit(Subject.BUCKET, OBJECTS, shuffled, List.of()))
                .isEqualTo(audit(Subject.BUCKET, OBJECTS, ESTATE, List.of()));
    }

    private static RuleOutcome outcome(Subject subject, RuleJudge judge, List<Fact> facts) {
        return audit(subject, judge, facts, List.of()).outcomes().get(0);
    }

    private static Assessment audit(Subject subject, RuleJudge judge, List<Fact> facts, List<Waiver> waivers) {
        return audit(subject, judge, facts, List.of(), waivers);
    }

    private static Assessment audit(
            Subject subject, RuleJudge judge, List<Fact> facts, List<Intent> intents, List<Waiver> waivers) {
        var rule = new Rule(
                "a-rule",
                "a-topic",
                "A title",
                Severity.HIGH,
                subject,
                Set.of(Topic.BUCKET_SETTINGS),
                Set.of(Provider.GCP, Provider.AWS),
                "true",
                "no",
                "why",
                "fix",
                List.of(),
                List.of(),
                new Source("rules/a-rule/rule.yaml", 5, ""),
                "0".repeat(64));
        var control = new Control("SOC 2", "CC6.1", "A control", Control.Support.FULL, List.of("a-rule"));
        var estate = new Estate("acme", null, false, List.of(), List.of(), List.of(), 90, intents, waivers);
        return new Auditor(new RuleSet(List.of(rule), List.of(control)), judge, "ullage test")
                .audit(Snapshot.of(facts), estate, List.of(), NOW);
    }

    private static Waiver waiver(String expires) {
        return new Waiver(
                "a-rule",
                null,
                "gs://data",
                "owner@acme.example",
                "approver@acme.example",
                "a reason",
                LocalDate.parse("2026-01-01"),
                LocalDate.parse(expires),
                AT);
    }

    private static Bucket bucket(String id) {
        return new Bucket(Provider.GCP, id, "projects/acme", "EU", null, new TreeMap<>(), AT);
    }

    private static Coverage read(Topic topic, String scope) {
        return new Coverage(topic, scope, CoverageStatus.COMPLETE, "", AT);
    }

    private static List<Fact> without(List<Fact> facts, Fact fact) {
        var rest = new ArrayList<>(facts);
        rest.remove(fact);
        return rest;
    }
}
