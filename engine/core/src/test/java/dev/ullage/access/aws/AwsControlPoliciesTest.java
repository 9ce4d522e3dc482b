package dev.ullage.access.aws;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import org.junit.jupiter.api.Test;

class AwsControlPoliciesTest {

    private static final String ACME = "111122223333";
    private static final String TRAIN = "arn:aws:iam::111122223333:role/train";
    private static final String OBJECTS = "arn:aws:s3:::models/*";
    private static final String EVERYTHING = "Allow * on *";

    /** Acme's account below a unit below the root of an organisation; the role may do everything. */
    private static AwsEstate estate() {
        return AwsEstate.with()
                .organization("o-1")
                .unit("r-1", "o-1")
                .unit("ou-1", "r-1")
                .accountIn(ACME, "ou-1")
                .openBucket("s3://models", ACME)
                .role(TRAIN, "Own: Allow s3:* on *");
    }

    private static Answer trainReads(AwsEstate estate) {
        return Access.of(estate.snapshot()).may(TRAIN, READ, "s3://models/a");
    }

    @Test
    void without_control_policies_identity_policies_decide() {
        assertThat(trainReads(estate())).isEqualTo(YES);
    }

    @Test
    void every_level_has_to_allow() {
        assertThat(trainReads(estate().scp("r-1", "p-full", EVERYTHING)
                        .attach("ou-1", "p-full", AttachmentKind.SERVICE_CONTROL)
                        .attach(ACME, "p-full", AttachmentKind.SERVICE_CONTROL)))
                .isEqualTo(YES);
        assertThat(trainReads(estate().scp("r-1", "p-full", EVERYTHING)
                        .scp("ou-1", "p-ec2", "Allow ec2:* on *")
                        .attach(ACME, "p-full", AttachmentKind.SERVICE_CONTROL)))
                .isEqualTo(NO);
    }

    @Test
    void a_deny_at_any_level_denies() {
        for (var level : new String[] {"r-1", "ou-1", ACME}) {
            assertThat(trainReads(estate().scp(level, "p-guard", EVERYTHING, "Deny s3:GetObject on *")))
                    .as(level)
                    .isEqualTo(NO);
        }
    }

    @Test
    void the_management_account_is_not_bound() {
        assertThat(trainReads(estate().setting("o-1", SettingName.MANAGEMENT_ACCOUNT, ACME)
                        .policy("p-guard", EVERYTHING, "Deny s3:GetObject on *")
                        .attach("r-1", "p-guard", AttachmentKind.SERVICE_CONTROL)))
                .isEqualTo(YES);
    }

    @Test
    void where_nobody_said_which_account_manages_a_deny_may_bind_or_not() {
        assertThat(trainReads(estate().policy("p-guard", EVERYTHING, "Deny s3:GetObject on *")
                        .attach("r-1", "p-guard", AttachmentKind.SERVICE_CONTROL)))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void a_deny_beside_the_account_is_none_of_its_business() {
        assertThat(trainReads(estate().unit("ou-2", "r-1").scp("ou-2", "p-guard", "Deny s3:* on *")))
                .isEqualTo(YES);
    }

    @Test
    void a_deny_on_a_condition_is_decided_where_the_estate_knows_its_key() {
        var guard = "Deny s3:* on * if StringNotEquals aws:PrincipalOrgID ";

        assertThat(trainReads(estate().scp("r-1", "p-guard", EVERYTHING, guard + "o-1")))
                .isEqualTo(YES);
        assertThat(trainReads(estate().scp("r-1", "p-guard", EVERYTHING, guard + "o-2")))
                .isEqualTo(NO);
    }

    @Test
    void a_deny_on_what_only_a_request_says_leaves_nothing_sure() {
        assertThat(trainReads(estate().scp(
                                "r-1", "p-guard", EVERYTHING, "Deny s3:* on * if StringNotEquals aws:SourceVpc vpc-1")))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void a_control_policy_that_is_not_in_the_input_leaves_nothing_sure() {
        var access = Access.of(estate().attach("r-1", "p-elsewhere", AttachmentKind.SERVICE_CONTROL)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(TRAIN, READ, "s3://models/a"))
                .containsExactly("policy p-elsewhere is attached and not in the input");
    }

    @Test
    void where_control_policies_were_read_in_part_nothing_is_sure() {
        var access = Access.of(estate().denied(Topic.CONTROL_POLICIES, "o-1").snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(TRAIN, READ, "s3://models/a"))
                .containsExactly("control-policies of o-1: access denied");
    }

    @Test
    void a_control_policy_limits_what_a_bucket_policy_gives_too() {
        var access = Access.of(AwsEstate.with()
                .organization("o-1")
                .accountIn(ACME, "o-1")
                .openBucket("s3://models", ACME)
                .role(TRAIN)
                .bucketPolicy("s3://models", "Allow to " + TRAIN + " s3:GetObject on " + OBJECTS)
                .scp("o-1", "p-guard", EVERYTHING, "Deny s3:GetObject on arn:aws:s3:::models/secret/*")
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(TRAIN, READ, "s3://models/secret/a")).isEqualTo(NO);
    }

    @Test
    void a_service_control_policy_binds_the_caller_and_not_the_owner() {
        var access = Access.of(estate().scp(ACME, "p-guard", EVERYTHING, "Deny s3:GetObject on *")
                .bucketPolicy("s3://models", "Allow to * s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may("*", READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(NO);
    }

    @Test
    void a_resource_control_policy_binds_everybody_at_the_owners_buckets() {
        var access =
                Access.of(estate().bucketPolicy("s3://models", "Allow to *,999988887777 s3:GetObject on " + OBJECTS)
                        .rcp("r-1", "p-rcp", EVERYTHING, "Deny to * s3:GetObject on *")
                        .snapshot());

        assertThat(access.who(READ, "s3://models/a")).isEmpty();
        assertThat(access.may(TRAIN, LIST, "s3://models")).isEqualTo(YES);
    }

    @Test
    void control_policies_leave_service_linked_roles_alone() {
        var role = "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/linked";
        var access = Access.of(estate().role(role, "Allow s3:GetObject on *")
                .scp(ACME, "p-guard", EVERYTHING, "Deny s3:GetObject on *")
                .rcp(ACME, "p-rcp", EVERYTHING, "Deny to * s3:GetObject on *")
                .snapshot());

        assertThat(access.may(role, READ, "s3://models/a")).isEqualTo(YES);
    }
}
