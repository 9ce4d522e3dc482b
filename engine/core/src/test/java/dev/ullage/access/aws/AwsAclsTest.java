package dev.ullage.access.aws;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.DELETE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.OVERWRITE;
import static dev.ullage.model.PermissionClass.READ;
import static dev.ullage.model.PermissionClass.READ_POLICY;
import static dev.ullage.model.PermissionClass.WRITE_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.model.Answer;
import dev.ullage.model.SettingName;
import org.junit.jupiter.api.Test;

class AwsAclsTest {

    private static final String ACME = "111122223333";
    private static final String OWN = "canonical:own";
    private static final String THEM = "canonical:them";
    private static final String ALL_USERS = AwsAcls.ALL_USERS;

    private static AwsEstate estate() {
        return AwsEstate.with().account(ACME).aclBucket("s3://models", ACME);
    }

    private static AwsEstate blocked(String ownership, String ignoreOnBucket, String ignoreOnAccount) {
        return AwsEstate.with()
                .account(ACME)
                .bareBucket("s3://models", ACME)
                .ownership("s3://models", ownership)
                .setting("s3://models", SettingName.IGNORE_PUBLIC_ACLS, ignoreOnBucket)
                .setting(ACME, SettingName.IGNORE_PUBLIC_ACLS, ignoreOnAccount)
                .objectAcl("s3://models", "a", OWN, ALL_USERS, "READ");
    }

    private static Answer everybodyReads(AwsEstate estate) {
        return Access.of(estate.snapshot()).may("*", READ, "s3://models/a");
    }

    @Test
    void a_public_object_is_read_by_everybody_and_no_other_object_is() {
        var access = Access.of(
                estate().objectAcl("s3://models", "a", OWN, ALL_USERS, "READ").snapshot());

        assertThat(access.may("*", READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may("*", READ, "s3://models/b")).isEqualTo(NO);
        assertThat(access.why("*", READ, "s3://models/a"))
                .containsExactly("the ACL of s3://models/a gives " + ALL_USERS + " READ");
    }

    @Test
    void ignoring_public_acls_on_the_bucket_or_the_account_closes_it() {
        assertThat(everybodyReads(blocked("ObjectWriter", "false", "none"))).isEqualTo(YES);
        assertThat(everybodyReads(blocked("ObjectWriter", "true", "none"))).isEqualTo(NO);
        assertThat(everybodyReads(blocked("BucketOwnerPreferred", "false", "true")))
                .isEqualTo(NO);
    }

    @Test
    void bucket_owner_enforced_takes_the_effect_of_every_acl_away() {
        assertThat(everybodyReads(blocked("BucketOwnerEnforced", "false", "none")))
                .isEqualTo(NO);
    }

    @Test
    void an_ownership_that_was_never_configured_leaves_acls_in_force() {
        assertThat(everybodyReads(blocked("none", "false", "none"))).isEqualTo(YES);
    }

    @Test
    void what_was_not_read_leaves_a_public_object_possible_and_says_so() {
        var noOwnership = Access.of(AwsEstate.with()
                .account(ACME)
                .bareBucket("s3://models", ACME)
                .blocks("s3://models", "false")
                .blocks(ACME, "none")
                .objectAcl("s3://models", "a", OWN, ALL_USERS, "READ")
                .snapshot());
        var noBlocks = Access.of(AwsEstate.with()
                .account(ACME)
                .bareBucket("s3://models", ACME)
                .ownership("s3://models", "ObjectWriter")
                .objectAcl("s3://models", "a", OWN, ALL_USERS, "READ")
                .snapshot());

        assertThat(noOwnership.may("*", READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(noOwnership.missing("*", READ, "s3://models/a"))
                .containsExactly(
                        "whether ACLs decide anything in s3://models is not known: its Object Ownership was not read");
        assertThat(noBlocks.may("*", READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(noBlocks.missing("*", READ, "s3://models/a"))
                .containsExactly("whether Block Public Access ignores public ACLs of s3://models is not known");
    }

    @Test
    void everybody_with_an_account_is_a_principal_of_its_own() {
        var access = Access.of(estate().bucketAcl("s3://models", OWN, AwsAcls.AUTHENTICATED_USERS, "READ")
                .snapshot());

        assertThat(access.may(AwsAcls.AUTHENTICATED_USERS, LIST, "s3://models")).isEqualTo(YES);
        assertThat(access.may(AwsAcls.AUTHENTICATED_USERS, READ, "s3://models/a"))
                .isEqualTo(NO);
    }

    @Test
    void writing_a_bucket_creates_and_perhaps_replaces_what_the_grantee_owns() {
        var access =
                Access.of(estate().bucketAcl("s3://models", OWN, THEM, "WRITE").snapshot());

        assertThat(access.may(THEM, CREATE, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(THEM, OVERWRITE, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.may(THEM, DELETE, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(THEM, DELETE, "s3://models/a"))
                .containsExactly("the bucket's ACL lets canonical:them replace and delete its own objects in"
                        + " s3://models; which these are is not known");
    }

    @Test
    void full_control_of_a_bucket_reads_and_writes_its_acl() {
        var access = Access.of(
                estate().bucketAcl("s3://models", OWN, THEM, "FULL_CONTROL").snapshot());

        assertThat(access.may(THEM, LIST, "s3://models")).isEqualTo(YES);
        assertThat(access.may(THEM, READ_POLICY, "s3://models")).isEqualTo(YES);
        assertThat(access.may(THEM, WRITE_POLICY, "s3://models")).isEqualTo(YES);
        assertThat(access.may(THEM, READ, "s3://models/a")).isEqualTo(NO);
    }

    @Test
    void the_owner_of_the_bucket_is_no_grantee() {
        var access = Access.of(estate().bucketAcl("s3://models", OWN, OWN, "FULL_CONTROL")
                .objectAcl("s3://models", "a", OWN, OWN, "FULL_CONTROL")
                .snapshot());

        assertThat(access.entitlements()).isEmpty();
    }

    @Test
    void the_owner_of_an_object_who_does_not_own_the_bucket_is_one() {
        var access = Access.of(estate().bucketAcl("s3://models", OWN, OWN, "FULL_CONTROL")
                .objectAcl("s3://models", "a", THEM, THEM, "FULL_CONTROL")
                .snapshot());

        assertThat(access.may(THEM, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void a_canonical_id_of_a_known_account_is_that_account() {
        var access = Access.of(AwsEstate.with()
                .account(ACME, OWN)
                .account("222233334444", THEM)
                .aclBucket("s3://models", ACME)
                .objectAcl("s3://models", "a", "canonical:other", OWN, "FULL_CONTROL")
                .objectAcl("s3://models", "a", "canonical:other", THEM, "READ")
                .snapshot());

        assertThat(access.who(READ, "s3://models/a")).containsExactly("arn:aws:iam::222233334444:root");
    }

    @Test
    void log_delivery_is_a_service_of_the_provider() {
        var access = Access.of(
                estate().bucketAcl("s3://models", OWN, "http://acs.amazonaws.com/groups/s3/LogDelivery", "WRITE")
                        .snapshot());

        assertThat(access.entitlements()).isEmpty();
    }

    @Test
    void an_explicit_deny_in_the_bucket_policy_wins_over_an_acl() {
        var access = Access.of(estate().objectAcl("s3://models", "a", OWN, ALL_USERS, "READ")
                .objectAcl("s3://models", "b", OWN, ALL_USERS, "READ")
                .bucketPolicy("s3://models", "Deny to * s3:GetObject on arn:aws:s3:::models/a")
                .snapshot());

        assertThat(access.may("*", READ, "s3://models/a")).isEqualTo(NO);
        assertThat(access.may("*", READ, "s3://models/b")).isEqualTo(YES);
    }

    @Test
    void a_resource_control_policy_wins_over_an_acl() {
        assertThat(everybodyReads(estate().objectAcl("s3://models", "a", OWN, ALL_USERS, "READ")
                        .rcp(ACME, "p-rcp", "Allow * on *", "Deny to * s3:GetObject on *")))
                .isEqualTo(NO);
    }

    @Test
    void permissions_on_acls_matter_only_where_acls_are_in_force() {
        var role = "arn:aws:iam::111122223333:role/train";
        var withAcls = Access.of(estate().role(role, "Allow s3:* on *").snapshot());
        var without = Access.of(AwsEstate.with()
                .account(ACME)
                .bucket("s3://models", ACME)
                .role(role, "Allow s3:* on *")
                .snapshot());

        assertThat(withAcls.may(role, "s3:PutObjectAcl", "s3://models/a")).isEqualTo(YES);
        assertThat(without.may(role, "s3:PutObjectAcl", "s3://models/a")).isEqualTo(NO);
        assertThat(without.may(role, "s3:PutBucketPolicy", "s3://models")).isEqualTo(YES);
    }
}
