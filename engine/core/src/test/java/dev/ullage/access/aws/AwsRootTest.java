package dev.ullage.access.aws;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CONFIGURE;
import static dev.ullage.model.PermissionClass.IMPERSONATE;
import static dev.ullage.model.PermissionClass.READ;
import static dev.ullage.model.PermissionClass.WRITE_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.FactIndex;
import org.junit.jupiter.api.Test;

class AwsRootTest {

    private static final String ACME = "111122223333";
    private static final String LAB = "222233334444";
    private static final String ROOT = "arn:aws:iam::111122223333:root";
    private static final String TRAIN = "arn:aws:iam::111122223333:role/train";

    private static AwsEstate estate() {
        return AwsEstate.with()
                .account(ACME)
                .account(LAB)
                .bucket("s3://models", ACME)
                .bucket("s3://lab", LAB);
    }

    private static Access ofRoot(AwsEstate estate) {
        return new Access(new AwsAccess(new FactIndex(estate.snapshot())).ofRootUser(ROOT));
    }

    @Test
    void the_root_user_can_do_everything_in_its_account_and_nothing_elsewhere() {
        var access = ofRoot(estate());

        assertThat(access.may(ROOT, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(ROOT, CONFIGURE, "s3://models")).isEqualTo(YES);
        assertThat(access.may(ROOT, READ, "s3://lab/a")).isEqualTo(NO);
        assertThat(access.why(ROOT, READ, "s3://models/a"))
                .containsExactly(ROOT + " is the account itself, and can do everything in it");
    }

    @Test
    void what_another_account_gives_to_its_account_the_root_user_has() {
        var shared = estate().bucketPolicy("s3://lab", "Allow to " + ACME + " s3:GetObject on arn:aws:s3:::lab/*");

        assertThat(ofRoot(shared).may(ROOT, READ, "s3://lab/a")).isEqualTo(YES);
    }

    @Test
    void a_denial_of_a_bucket_policy_stops_the_root_user_but_not_from_rewriting_it() {
        var closed = estate().bucketPolicy("s3://models", "Deny to * s3:* on *");

        assertThat(ofRoot(closed).may(ROOT, READ, "s3://models/a")).isEqualTo(NO);
        assertThat(ofRoot(closed).may(ROOT, WRITE_POLICY, "s3://models")).isEqualTo(YES);
    }

    @Test
    void no_role_is_assumed_by_a_root_user() {
        var trusting = estate().role(TRAIN).trust(TRAIN, "Allow to " + ACME + " sts:AssumeRole");

        assertThat(ofRoot(trusting).may(ROOT, IMPERSONATE, TRAIN)).isEqualTo(NO);
    }

    @Test
    void the_root_user_is_not_among_those_that_are_listed() {
        assertThat(Access.of(estate().snapshot()).may(ROOT, READ, "s3://models/a"))
                .isEqualTo(NO);
    }
}
