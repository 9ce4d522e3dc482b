package dev.ullage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsEstate;
import dev.ullage.estate.Estate;
import dev.ullage.ledger.LogProof;
import dev.ullage.model.Topic;
import dev.ullage.rule.Subject;
import dev.ullage.rule.subject.Facts;
import dev.ullage.rule.subject.Variable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AccessPointGrantsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final String ACME = "111122223333";
    private static final String POINT = "arn:aws:s3:eu-central-1:111122223333:accesspoint/train";

    /** Whether each grant takes effect, as rules are told. */
    private static List<String> alive(AwsEstate aws) {
        var facts = new FactIndex(aws.snapshot());
        var estate = new Estate("acme", null, false, List.of(), List.of(), List.of(), 90, List.of(), List.of());
        return new Questions(facts, estate, new LogProof(facts, estate, NOW), NOW)
                .about(Subject.GRANT, List.of()).stream()
                        .map(question -> question.resource() + " " + live(question.facts()))
                        .toList();
    }

    private static String live(Facts facts) {
        var field = Objects.requireNonNull(Variable.GRANT.fields().get("live"));
        return String.valueOf(facts.value(Variable.GRANT, field));
    }

    private static AwsEstate delegating() {
        return AwsEstate.with()
                .account(ACME)
                .openBucket("s3://models", ACME)
                .bucketPolicy(
                        "s3://models",
                        "Allow to * s3:GetObject on arn:aws:s3:::models/* if StringEquals s3:DataAccessPointAccount "
                                + ACME);
    }

    @Test
    void what_a_bucket_leaves_to_access_points_lets_nobody_in_by_itself() {
        assertThat(alive(delegating())).containsExactly("s3://models false");
    }

    @Test
    void what_it_leaves_to_access_points_that_nobody_listed_is_not_known() {
        assertThat(alive(delegating().without(Topic.ACCESS_POINTS))).containsExactly("s3://models null");
    }

    @Test
    void a_public_policy_of_an_access_point_is_alive_unless_it_is_blocked() {
        var open = AwsEstate.with()
                .account(ACME)
                .openBucket("s3://models", ACME)
                .openAccessPoint(POINT, "s3://models")
                .blocks(POINT, "false")
                .bucketPolicy(POINT, "Allow to * s3:GetObject on " + POINT + "/object/*");
        var blocked = AwsEstate.with()
                .account(ACME)
                .openBucket("s3://models", ACME)
                .accessPoint(POINT, "s3://models")
                .bucketPolicy(POINT, "Allow to * s3:GetObject on " + POINT + "/object/*");

        assertThat(alive(open)).containsExactly(POINT + " true");
        assertThat(alive(blocked)).containsExactly(POINT + " false");
    }
}
