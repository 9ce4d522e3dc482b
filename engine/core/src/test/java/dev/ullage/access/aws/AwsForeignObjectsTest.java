package dev.ullage.access.aws;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.DELETE;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ruling;
import org.junit.jupiter.api.Test;

class AwsForeignObjectsTest {

    private static final String ACME = "111122223333";
    private static final String LABS = "444455556666";
    private static final String ANA = "arn:aws:iam::111122223333:user/ana";
    private static final String LEO = "arn:aws:iam::444455556666:user/leo";
    private static final String MODELS = "s3://models";
    private static final String OWN = "canonical:own";
    private static final String THEM = "canonical:them";
    private static final String READS = "Allow s3:GetObject,s3:ListBucket on arn:aws:s3:::models,arn:aws:s3:::models/*";

    /** `theirs` in Acme's bucket belongs to Labs. */
    private static AwsEstate estate() {
        return AwsEstate.with()
                .account(ACME, OWN)
                .account(LABS, THEM)
                .aclBucket(MODELS, ACME)
                .bucketAcl(MODELS, OWN, OWN, "FULL_CONTROL")
                .objectAcl(MODELS, "theirs", THEM, THEM, "FULL_CONTROL");
    }

    private static Access access(AwsEstate estate) {
        return Access.of(estate.snapshot());
    }

    private static Ruling decide(AwsEstate estate, String principal, String action, String object) {
        return new AwsDecisions(new FactIndex(estate.snapshot()))
                .decide(principal, action, object)
                .ruling();
    }

    @Test
    void policies_of_the_buckets_account_do_not_open_the_object_of_another_account() {
        var access = access(estate().user(ANA, READS));

        assertThat(access.may(ANA, READ, "s3://models/theirs")).isEqualTo(NO);
        assertThat(access.may(ANA, READ, "s3://models/ours")).isEqualTo(YES);
    }

    @Test
    void a_bucket_policy_does_not_open_the_object_of_another_account() {
        var access = access(estate().bucketPolicy(MODELS, "Allow to * s3:GetObject on arn:aws:s3:::models/*"));

        assertThat(access.may("*", READ, "s3://models/theirs")).isEqualTo(NO);
        assertThat(access.may("*", READ, "s3://models/ours")).isEqualTo(YES);
    }

    @Test
    void what_its_list_gives_the_buckets_owner_the_owner_passes_on_within_the_account() {
        var shared = estate().objectAcl(MODELS, "theirs", THEM, OWN, "READ").user(ANA, READS);

        assertThat(access(shared).may(ANA, READ, "s3://models/theirs")).isEqualTo(YES);
        assertThat(decide(shared, ANA, "s3:GetObject", "s3://models/theirs")).isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void what_its_list_gives_the_buckets_owner_the_owner_cannot_pass_on_to_another_account() {
        var third = "arn:aws:iam::777788889999:user/eve";
        var shared = estate().account("777788889999")
                .objectAcl(MODELS, "theirs", THEM, OWN, "READ")
                .user(third, READS)
                .bucketPolicy(MODELS, "Allow to " + third + " s3:GetObject on arn:aws:s3:::models/*");

        assertThat(access(shared).may(third, READ, "s3://models/theirs")).isEqualTo(NO);
        assertThat(access(shared).may(third, READ, "s3://models/ours")).isEqualTo(YES);
    }

    @Test
    void the_buckets_owner_deletes_whatever_is_in_it() {
        assertThat(access(estate().user(ANA, "Allow s3:* on *")).may(ANA, DELETE, "s3://models/theirs"))
                .isEqualTo(YES);
    }

    @Test
    void where_acls_may_be_disabled_it_is_not_known() {
        var unread = AwsEstate.with()
                .account(ACME, OWN)
                .bareBucket(MODELS, ACME)
                .objectAcl(MODELS, "theirs", THEM, THEM, "FULL_CONTROL")
                .user(ANA, READS);

        assertThat(access(unread).may(ANA, READ, "s3://models/theirs")).isEqualTo(UNKNOWN);
        assertThat(decide(unread, ANA, "s3:GetObject", "s3://models/theirs")).isEqualTo(Ruling.UNKNOWN);
    }

    @Test
    void where_acls_are_disabled_everything_is_the_bucket_owners() {
        var enforced = AwsEstate.with()
                .account(ACME, OWN)
                .bucket(MODELS, ACME)
                .objectAcl(MODELS, "theirs", THEM, THEM, "FULL_CONTROL")
                .user(ANA, READS);

        assertThat(access(enforced).may(ANA, READ, "s3://models/theirs")).isEqualTo(YES);
    }

    @Test
    void a_single_request_is_refused_as_well() {
        assertThat(decide(estate().user(ANA, READS), ANA, "s3:GetObject", "s3://models/theirs"))
                .isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @Test
    void an_account_on_a_list_passes_it_on_by_its_own_policies() {
        var access = access(estate().user(LEO, READS).user("arn:aws:iam::444455556666:user/lea"));

        assertThat(access.may(LEO, READ, "s3://models/theirs")).isEqualTo(YES);
        assertThat(access.may("arn:aws:iam::444455556666:user/lea", READ, "s3://models/theirs"))
                .isEqualTo(NO);
        assertThat(access.may("arn:aws:iam::444455556666:root", READ, "s3://models/theirs"))
                .isEqualTo(YES);
    }

    @Test
    void an_account_on_a_list_passes_nothing_on_that_a_boundary_keeps() {
        var bounded = estate().user(LEO, READS).boundary(LEO, "Allow ec2:* on *");

        assertThat(access(bounded).may(LEO, READ, "s3://models/theirs")).isEqualTo(NO);
    }

    @Test
    void the_chain_to_what_an_account_was_given_names_the_policy_and_the_list() {
        assertThat(access(estate().user(LEO, READS)).why(LEO, READ, "s3://models/theirs"))
                .singleElement()
                .asString()
                .contains("statement without Sid allows s3:GetObject", "→ the ACL of s3://models/theirs gives");
    }

    @Test
    void a_single_request_is_settled_by_the_policies_of_the_account_on_the_list() {
        var estate = estate().user(LEO, READS).user("arn:aws:iam::444455556666:user/lea");

        assertThat(decide(estate, LEO, "s3:GetObject", "s3://models/theirs")).isEqualTo(Ruling.ALLOWED);
        assertThat(decide(estate, "arn:aws:iam::444455556666:user/lea", "s3:GetObject", "s3://models/theirs"))
                .isEqualTo(Ruling.IMPLICIT_DENY);
        assertThat(decide(estate, "arn:aws:iam::444455556666:root", "s3:GetObject", "s3://models/theirs"))
                .isEqualTo(Ruling.ALLOWED);
        assertThat(decide(estate, "arn:aws:iam::444455556666:user/gone", "s3:GetObject", "s3://models/theirs"))
                .isEqualTo(Ruling.UNKNOWN);
    }

    @Test
    void a_list_that_gives_to_list_gives_versions_and_uploads_too() {
        var estate = estate().bucketAcl(MODELS, OWN, AwsAcls.ALL_USERS, "READ");

        for (var action : new String[] {"s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"}) {
            assertThat(decide(estate, "*", action, MODELS)).as(action).isEqualTo(Ruling.ALLOWED);
        }
    }

    @Test
    void what_a_list_gives_alike_a_policy_may_deny_apart() {
        var estate = estate().bucketAcl(MODELS, OWN, AwsAcls.ALL_USERS, "READ")
                .bucketPolicy(MODELS, "Deny to * s3:ListBucketVersions on arn:aws:s3:::models");

        assertThat(decide(estate, "*", "s3:ListBucketVersions", MODELS)).isEqualTo(Ruling.EXPLICIT_DENY);
        assertThat(decide(estate, "*", "s3:ListBucket", MODELS)).isEqualTo(Ruling.ALLOWED);
    }
}
