package dev.ullage.access.aws;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.model.Answer;
import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import org.junit.jupiter.api.Test;

class AwsPublicAccessTest {

    private static final String ACME = "111122223333";
    private static final String LAB = "222233334444";
    private static final String TRAIN = "arn:aws:iam::111122223333:role/train";
    private static final String SERVE = "arn:aws:iam::222233334444:role/serve";
    private static final String STRANGER = "arn:aws:iam::999988887777:root";
    private static final String OBJECTS = "arn:aws:s3:::models/*";
    private static final String PUBLIC = "Allow to * s3:GetObject on " + OBJECTS;

    private static AwsEstate estate() {
        return AwsEstate.with()
                .account(ACME)
                .account(LAB)
                .bareBucket("s3://models", ACME)
                .ownership("s3://models", "BucketOwnerEnforced")
                .without(Topic.IAM_POLICIES)
                .read(Topic.IAM_POLICIES, ACME)
                .read(Topic.IAM_POLICIES, LAB);
    }

    private static AwsEstate restricted(String onBucket, String onAccount) {
        return estate().setting("s3://models", SettingName.RESTRICT_PUBLIC_BUCKETS, onBucket)
                .setting(ACME, SettingName.RESTRICT_PUBLIC_BUCKETS, onAccount);
    }

    private static Answer everybodyReads(AwsEstate estate) {
        return Access.of(estate.bucketPolicy("s3://models", PUBLIC).snapshot()).may("*", READ, "s3://models/a");
    }

    @Test
    void a_public_policy_is_open_to_everybody_unless_the_bucket_or_its_account_restricts_it() {
        assertThat(everybodyReads(restricted("false", "false"))).isEqualTo(YES);
        assertThat(everybodyReads(restricted("none", "none"))).isEqualTo(YES);
        assertThat(everybodyReads(restricted("true", "false"))).isEqualTo(NO);
        assertThat(everybodyReads(restricted("false", "true"))).isEqualTo(NO);
    }

    @Test
    void a_public_policy_may_be_open_where_a_setting_was_not_read() {
        var access = Access.of(estate().setting("s3://models", SettingName.RESTRICT_PUBLIC_BUCKETS, "false")
                .bucketPolicy("s3://models", PUBLIC)
                .snapshot());

        assertThat(access.may("*", READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing("*", READ, "s3://models/a"))
                .containsExactly("whether Block Public Access restricts s3://models to its own account is not known");
    }

    @Test
    void blocking_new_public_policies_does_not_close_what_is_open() {
        assertThat(everybodyReads(restricted("false", "false")
                        .setting("s3://models", SettingName.BLOCK_PUBLIC_POLICY, "true")
                        .setting("s3://models", SettingName.BLOCK_PUBLIC_ACLS, "true")
                        .setting("s3://models", SettingName.IGNORE_PUBLIC_ACLS, "true")))
                .isEqualTo(YES);
    }

    @Test
    void a_restricted_public_policy_still_serves_its_own_account() {
        var access = Access.of(restricted("true", "none")
                .role(TRAIN)
                .bucketPolicy("s3://models", PUBLIC)
                .snapshot());

        assertThat(access.who(READ, "s3://models/a")).containsExactly(TRAIN);
        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void a_restricted_public_policy_shuts_out_even_the_other_accounts_that_it_names() {
        var access = Access.of(restricted("true", "none")
                .role(SERVE, "Allow s3:* on *")
                .bucketPolicy(
                        "s3://models",
                        PUBLIC,
                        "Allow to 999988887777," + SERVE + " s3:GetObject on " + OBJECTS,
                        "Allow to Service/logging.s3.amazonaws.com s3:PutObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may(STRANGER, READ, "s3://models/a")).isEqualTo(NO);
        assertThat(access.may(SERVE, READ, "s3://models/a")).isEqualTo(NO);
        assertThat(access.may("service:logging.s3.amazonaws.com", CREATE, "s3://models/a"))
                .isEqualTo(YES);
    }

    @Test
    void a_restriction_leaves_a_policy_alone_that_is_not_public() {
        var access = Access.of(restricted("true", "true")
                .role(SERVE, "Allow s3:* on *")
                .bucketPolicy("s3://models", "Allow to 999988887777," + SERVE + " s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may(STRANGER, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(SERVE, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void whether_a_conditional_policy_is_public_is_not_evaluated() {
        var access = Access.of(restricted("true", "true")
                .role(SERVE, "Allow s3:* on *")
                .bucketPolicy(
                        "s3://models",
                        PUBLIC + " if StringEquals aws:SourceVpce vpce-1",
                        "Allow to " + SERVE + " s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may("*", READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.may(SERVE, READ, "s3://models/a")).isEqualTo(UNKNOWN);
    }

    @Test
    void a_deny_for_everybody_closes_a_public_bucket() {
        assertThat(Access.of(restricted("false", "false")
                                .bucketPolicy("s3://models", PUBLIC, "Deny to * s3:GetObject on " + OBJECTS)
                                .snapshot())
                        .entitlements())
                .isEmpty();
    }

    @Test
    void a_deny_for_somebody_else_does_not_close_a_public_bucket() {
        var access = Access.of(restricted("false", "false")
                .bucketPolicy("s3://models", PUBLIC, "Deny to " + TRAIN + " s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may("*", READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void everybody_is_one_principal_and_not_every_role_of_the_estate() {
        var access = Access.of(restricted("false", "false")
                .role(TRAIN)
                .bucketPolicy("s3://models", PUBLIC)
                .snapshot());

        assertThat(access.who(READ, "s3://models/a")).containsExactly("*");
    }

    @Test
    void a_public_policy_that_demands_encrypted_transport_is_public() {
        assertThat(Access.of(restricted("false", "false")
                                .bucketPolicy("s3://models", PUBLIC + " if Bool aws:SecureTransport true")
                                .snapshot())
                        .may("*", READ, "s3://models/a"))
                .isEqualTo(YES);
    }
}
