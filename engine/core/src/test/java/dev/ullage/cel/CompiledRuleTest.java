package dev.ullage.cel;

import static dev.ullage.cel.Asking.COMPILER;
import static dev.ullage.cel.Asking.ask;
import static dev.ullage.cel.Asking.askBucket;
import static dev.ullage.cel.Asking.facts;
import static dev.ullage.cel.Asking.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ullage.rule.Judgement;
import dev.ullage.rule.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompiledRuleTest {

    private static final Judgement PASSES = new Judgement.Passes();
    private static final Judgement FAILS = new Judgement.Fails("it objects");

    @Test
    void a_condition_that_is_true_fails_the_subject() {
        assertThat(askBucket("!bucket.versioned", "versioned: false")).isEqualTo(FAILS);
    }

    @Test
    void a_condition_that_is_false_passes_it() {
        assertThat(askBucket("!bucket.versioned", "versioned: true")).isEqualTo(PASSES);
    }

    @Test
    void a_field_that_is_not_known_leaves_the_answer_open_and_is_named() {
        assertThat(askBucket("!bucket.versioned", "id: gs://b"))
                .isEqualTo(unknown("whether old versions of its objects are kept is not known (`bucket.versioned`)"));
    }

    @Test
    void a_variable_that_is_not_known_leaves_the_answer_open_and_is_named() {
        assertThat(ask(Subject.GRANT, "bucket.versioned", "grant: {level: project}"))
                .isEqualTo(unknown("the bucket that it is about is not known (`bucket`)"));
    }

    @Test
    void a_time_that_is_not_known_leaves_the_answer_open() {
        assertThat(ask(
                        Subject.CREDENTIAL,
                        "as_of - credential.created > days(90)",
                        "credential: {created: 2026-01-01T00:00:00Z}"))
                .isEqualTo(unknown("the time that the facts describe is not known (`as_of`)"));
    }

    @Test
    void every_missing_fact_is_named_once() {
        var judgement = askBucket("(bucket.versioned || bucket.tls_only) && bucket.versioned", "id: gs://b");

        assertThat(((Judgement.Unknown) judgement).missing()).hasSize(2);
    }

    @Test
    void a_missing_fact_does_not_matter_beside_a_false_one() {
        assertThat(askBucket("bucket.versioned && bucket.tls_only", "tls_only: false"))
                .isEqualTo(PASSES);
    }

    @Test
    void a_missing_fact_does_not_matter_beside_a_true_alternative() {
        assertThat(askBucket("bucket.versioned || bucket.tls_only", "tls_only: true"))
                .isEqualTo(FAILS);
    }

    @Test
    void a_missing_fact_denied_is_still_missing() {
        assertThat(askBucket("!(bucket.location == 'EU')", "id: gs://b")).isInstanceOf(Judgement.Unknown.class);
    }

    @Test
    void a_missing_fact_that_would_choose_between_equals_is_still_missing() {
        assertThat(askBucket("bucket.versioned ? false : false", "id: gs://b")).isInstanceOf(Judgement.Unknown.class);
    }

    @Test
    void a_missing_list_is_not_an_empty_one() {
        assertThat(askBucket("bucket.exempted_members.exists(member, member == 'user:a')", "id: gs://b"))
                .isInstanceOf(Judgement.Unknown.class);
        assertThat(askBucket("bucket.exempted_members == []", "id: gs://b")).isInstanceOf(Judgement.Unknown.class);
        assertThat(askBucket("size(bucket.exempted_members) == 0", "id: gs://b"))
                .isInstanceOf(Judgement.Unknown.class);
    }

    @Test
    void labels_that_are_missing_say_nothing() {
        assertThat(askBucket("bucket.labels.says('team', 'fraud')", "id: gs://b"))
                .isInstanceOf(Judgement.Unknown.class);
    }

    @Test
    void labels_are_compared_without_regard_to_case_because_aws_tags_keep_what_a_person_typed() {
        assertThat(askBucket("bucket.labels.says('team', 'fraud')", "labels: {Team: Fraud}"))
                .isEqualTo(FAILS);
        assertThat(askBucket("bucket.labels.says('team', 'fraud')", "labels: {Team: risk}"))
                .isEqualTo(PASSES);
    }

    @Test
    void a_condition_that_takes_too_many_steps_has_no_answer() {
        var numbers = "[" + "1,".repeat(199) + "1]";

        assertThat(askBucket(numbers + ".all(a, " + numbers + ".all(b, a == b))", "id: gs://b"))
                .isEqualTo(unknown("the condition takes more steps than it may"));
    }

    @Test
    void the_message_holds_the_facts() {
        var rule = rule(
                Subject.CREDENTIAL,
                "credential.active",
                "`{credential.id}` of {principal.id}, made {credential.created}, in use: {credential.active}, as of {as_of}");

        var judgement = COMPILER.compile(rule)
                .judge(facts(
                        Subject.CREDENTIAL,
                        "credential: {id: AKIA1, active: true, created: 2026-03-01T23:59:00Z},"
                                + " principal: {id: 'arn:aws:iam::1:user/ana'}, as_of: 2026-11-20T02:00:00Z"));

        assertThat(judgement)
                .isEqualTo(new Judgement.Fails(
                        "`AKIA1` of arn:aws:iam::1:user/ana, made 2026-03-01, in use: yes, as of 2026-11-20"));
    }

    @Test
    void the_message_says_when_a_fact_in_it_is_not_known() {
        var rule = rule(Subject.BUCKET, "bucket.declared", "{bucket.id} was made {bucket.created}");

        assertThat(COMPILER.compile(rule).judge(facts(Subject.BUCKET, "bucket: {id: gs://b, declared: true}")))
                .isEqualTo(new Judgement.Fails("gs://b was made (not known)"));
    }

    @Test
    void braces_in_a_fact_are_no_places() {
        var rule = rule(Subject.BUCKET, "bucket.declared", "{bucket.id} is odd");

        assertThat(COMPILER.compile(rule).judge(facts(Subject.BUCKET, "bucket: {id: '{bucket.id}', declared: true}")))
                .isEqualTo(new Judgement.Fails("{bucket.id} is odd"));
    }

    @Test
    void lists_and_labels_read_as_words_in_a_message() {
        var rule = rule(Subject.BUCKET, "bucket.declared", "{bucket.labels}; {bucket.read_by}; {bucket.written_by}");

        assertThat(
                        COMPILER.compile(rule)
                                .judge(
                                        facts(
                                                Subject.BUCKET,
                                                "bucket: {declared: true, labels: {b: '2', a: '1'}, read_by: [serve, train], written_by: []}")))
                .isEqualTo(new Judgement.Fails("a=1, b=2; serve, train; none"));
    }

    @Test
    void a_rule_cannot_be_asked_of_another_subject() {
        var compiled = COMPILER.compile(rule(Subject.BUCKET, "bucket.declared"));
        var credential = facts(Subject.CREDENTIAL, "credential: {id: a}");

        assertThatThrownBy(() -> compiled.judge(credential)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Judgement unknown(String missing) {
        return new Judgement.Unknown(List.of(missing));
    }
}
