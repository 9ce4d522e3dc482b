package dev.ullage.access.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Decision;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ruling;
import dev.ullage.analysis.Step;
import org.junit.jupiter.api.Test;

class AwsDecisionsTest {

    private static final String ACME = "111122223333";
    private static final String ANA = "arn:aws:iam::111122223333:user/ana";
    private static final String OBJECT = "s3://models/a";

    private static AwsEstate estate() {
        return AwsEstate.with().account(ACME).bucket("s3://models", ACME);
    }

    private static Decision decide(AwsEstate estate, String action) {
        return new AwsDecisions(new FactIndex(estate.snapshot())).decide(ANA, action, OBJECT);
    }

    private static String why(Decision decision) {
        return String.join("\n", decision.deciding().stream().map(Step::says).toList());
    }

    @Test
    void what_allows_is_named() {
        var decision = decide(estate().user(ANA, "Read: Allow s3:GetObject on arn:aws:s3:::models/*"), "s3:GetObject");

        assertThat(decision.ruling()).isEqualTo(Ruling.ALLOWED);
        assertThat(why(decision)).contains("`Read` allows s3:GetObject");
    }

    @Test
    void the_boundary_that_does_not_allow_is_named() {
        var decision = decide(estate().user(ANA, "Allow s3:* on *").boundary(ANA, "Allow ec2:* on *"), "s3:GetObject");

        assertThat(decision.ruling()).isEqualTo(Ruling.IMPLICIT_DENY);
        assertThat(why(decision)).isEqualTo("no permissions boundary allows s3:GetObject on arn:aws:s3:::models/a");
    }

    @Test
    void any_action_can_be_asked_about() {
        assertThat(decide(estate().user(ANA, "Allow s3:PutObjectTagging on *"), "s3:PutObjectTagging")
                        .ruling())
                .isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void what_an_access_control_list_gives_to_everybody_is_allowed() {
        var estate = AwsEstate.with()
                .account(ACME)
                .aclBucket("s3://models", ACME)
                .user(ANA)
                .objectAcl("s3://models", "a", "canonical:own", AwsAcls.ALL_USERS, "READ");

        assertThat(decide(estate, "s3:GetObject").ruling()).isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void somebody_who_is_not_in_the_input_is_not_known() {
        assertThat(decide(estate(), "s3:GetObject").ruling()).isEqualTo(Ruling.UNKNOWN);
    }
}
