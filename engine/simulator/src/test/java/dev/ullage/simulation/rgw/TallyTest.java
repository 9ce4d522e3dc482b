package dev.ullage.simulation.rgw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.access.Ruling;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The comparison itself, without a server. */
final class TallyTest {

    private static final Lane LANE = Lane.of(0);
    private static final Caller ANA = LANE.users().get(0);
    private static final String READ = "{'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*'}";

    private static Question question(Ruling ours, String statement) {
        try {
            var text = "{'action': 's3:GetObject', 'resource': 'arn:aws:s3:::lake/home/ana/new', 'context': {},"
                    + "'identityPolicies': [{'Statement': [%s]}]}".formatted(statement);
            var json = (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
            return new Question(LANE, ANA, json, ours);
        } catch (IOException e) {
            throw new IllegalArgumentException(statement, e);
        }
    }

    private static Tally tally(Question question, Verdict verdict) {
        var tally = new Tally();
        tally.add(question, verdict);
        return tally;
    }

    @Test
    void a_wrong_answer_of_ours_is_found() {
        assertThat(tally(question(Ruling.IMPLICIT_DENY, READ), Verdict.ALLOWED).differences())
                .hasSize(1);
        assertThat(tally(question(Ruling.ALLOWED, READ), Verdict.DENIED).differences())
                .hasSize(1);
    }

    @Test
    void either_kind_of_denial_is_the_gateways_denial() {
        assertThat(tally(question(Ruling.IMPLICIT_DENY, READ), Verdict.DENIED).differences())
                .isEmpty();
        assertThat(tally(question(Ruling.EXPLICIT_DENY, READ), Verdict.DENIED).differences())
                .isEmpty();
    }

    @Test
    void not_to_know_is_a_difference_where_nothing_is_missing() {
        assertThat(tally(question(Ruling.UNKNOWN, READ), Verdict.DENIED).differences())
                .hasSize(1);
    }

    @Test
    void what_an_exclusion_covers_is_counted_and_not_judged() {
        var tally = tally(
                question(Ruling.ALLOWED, "{'Effect': 'Allow', 'NotAction': 's3:PutObject', 'Resource': '*'}"),
                Verdict.DENIED);

        assertThat(tally.differences()).isEmpty();
        assertThat(tally.judged()).isZero();
        assertThat(tally).asString().contains("1 not judged, 1 of them different: a statement with NotAction");
    }

    @Test
    void a_statement_about_something_else_excludes_nothing() {
        var elsewhere = "{'Effect': 'Allow', 'NotAction': 's3:PutObject', 'Resource': 'arn:aws:s3:::lake/data/*'}";

        assertThat(tally(question(Ruling.ALLOWED, elsewhere), Verdict.DENIED).differences())
                .hasSize(1);
    }

    @Test
    void the_gateway_misses_what_lies_behind_a_false_start() {
        assertThat(new Wildcards("*new*").isMissedByGateway("home/ana/new")).isTrue();
        assertThat(new Wildcards("*new*").isMissedByGateway("data/new")).isFalse();
        assertThat(new Wildcards("*new*").isMissedByGateway("data/old")).isFalse();
    }

    @Test
    void a_scene_can_be_made_again() {
        assertThat(Scene.random(7, Dice.of(1, 7))).isEqualTo(Scene.random(7, Dice.of(1, 7)));
        assertThat(AclScene.random(7, Dice.of(1, 7))).isEqualTo(AclScene.random(7, Dice.of(1, 7)));
    }
}
