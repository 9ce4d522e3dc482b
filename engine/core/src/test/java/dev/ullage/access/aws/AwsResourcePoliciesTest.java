package dev.ullage.access.aws;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.model.Topic;
import org.junit.jupiter.api.Test;

class AwsResourcePoliciesTest {

    private static final String ACME = "111122223333";
    private static final String LAB = "222233334444";
    private static final String STRANGER = "999988887777";
    private static final String TRAIN = "arn:aws:iam::111122223333:role/train";
    private static final String ANA = "arn:aws:iam::111122223333:user/ana";
    private static final String SERVE = "arn:aws:iam::222233334444:role/serve";
    private static final String OBJECTS = "arn:aws:s3:::models/*";

    /** Two accounts whose policies were read; the bucket is Acme's and its policy may be public. */
    private static AwsEstate estate() {
        return AwsEstate.with()
                .account(ACME)
                .account(LAB)
                .openBucket("s3://models", ACME)
                .without(Topic.IAM_POLICIES)
                .read(Topic.IAM_POLICIES, ACME)
                .read(Topic.IAM_POLICIES, LAB);
    }

    @Test
    void a_bucket_policy_that_names_a_role_of_its_account_is_enough() {
        var access = Access.of(estate().role(TRAIN)
                .bucketPolicy("s3://models", "Train: Allow to " + TRAIN + " s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.why(TRAIN, READ, "s3://models/a"))
                .containsExactly("s3://models carries policy s3://models#policy"
                        + " → statement `Train` allows s3:GetObject on arn:aws:s3:::models/*");
    }

    @Test
    void a_bucket_policy_that_names_its_own_account_leaves_it_to_the_identity_policies() {
        var access = Access.of(estate().role(TRAIN)
                .user(ANA, "Allow s3:GetObject on " + OBJECTS)
                .bucketPolicy("s3://models", "Allow to " + ACME + " s3:* on *")
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, LIST, "s3://models")).isEqualTo(NO);
    }

    @Test
    void a_bucket_policy_denies_whom_it_names_whatever_they_have() {
        var access = Access.of(estate().role(TRAIN, "Allow s3:* on *")
                .user(ANA, "Allow s3:* on *")
                .bucketPolicy("s3://models", "Deny to " + TRAIN + " s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void a_denied_account_is_everybody_in_it() {
        var access = Access.of(estate().role(TRAIN, "Allow s3:* on *")
                .bucketPolicy("s3://models", "Deny to arn:aws:iam::111122223333:root s3:GetObject on *")
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(NO);
    }

    @Test
    void a_deny_of_plaintext_transport_in_the_bucket_policy_leaves_access_sure() {
        var access = Access.of(estate().role(TRAIN, "Allow s3:GetObject on " + OBJECTS)
                .bucketPolicy(
                        "s3://models",
                        "Deny to * s3:* on arn:aws:s3:::models,arn:aws:s3:::models/* if Bool aws:SecureTransport false")
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void not_principal_denies_everybody_whom_it_does_not_name() {
        var access = Access.of(estate().role(TRAIN, "Allow s3:* on *")
                .user(ANA, "Allow s3:* on *")
                .bucketPolicy("s3://models", "Deny notTo " + ANA + "," + ACME + " s3:* on *")
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.may(ANA, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void not_principal_that_names_somebody_without_their_account_may_deny_them_too() {
        var access = Access.of(estate().role(TRAIN, "Allow s3:* on *")
                .user(ANA, "Allow s3:* on *")
                .bucketPolicy("s3://models", "Guard: Deny notTo " + ANA + " s3:* on *")
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(ANA, READ, "s3://models/a"))
                .singleElement()
                .asString()
                .startsWith("whom NotPrincipal in statement `Guard` at aws.json:")
                .endsWith(" spares is not sure");
    }

    @Test
    void not_principal_never_spares_somebody_with_a_boundary() {
        var access = Access.of(estate().user(ANA, "Allow s3:* on *")
                .boundary(ANA, "Allow s3:* on *")
                .bucketPolicy("s3://models", "Deny notTo " + ANA + "," + ACME + " s3:* on *")
                .snapshot());

        assertThat(access.may(ANA, READ, "s3://models/a")).isEqualTo(NO);
    }

    @Test
    void an_allow_with_not_principal_is_open_to_everybody_else() {
        var access =
                Access.of(estate().bucketPolicy("s3://models", "Allow notTo " + TRAIN + " s3:GetObject on " + OBJECTS)
                        .snapshot());

        assertThat(access.may("*", READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void across_accounts_both_sides_have_to_agree_and_the_explanation_names_both() {
        var both = Access.of(estate().role(SERVE, "Own: Allow s3:GetObject on arn:aws:s3:::models/a/*")
                .bucketPolicy("s3://models", "Theirs: Allow to " + SERVE + " s3:GetObject on " + OBJECTS)
                .snapshot());
        var bucketOnly = Access.of(estate().role(SERVE)
                .bucketPolicy("s3://models", "Allow to " + SERVE + " s3:GetObject on " + OBJECTS)
                .snapshot());
        var identityOnly = Access.of(
                estate().role(SERVE, "Allow s3:GetObject on " + OBJECTS).snapshot());

        assertThat(both.may(SERVE, READ, "s3://models/a/x")).isEqualTo(YES);
        assertThat(both.may(SERVE, READ, "s3://models/x")).isEqualTo(NO);
        assertThat(both.why(SERVE, READ, "s3://models/a/x"))
                .containsExactly(SERVE + " carries policy " + SERVE + "#inline/own"
                        + " → statement `Own` allows s3:GetObject on arn:aws:s3:::models/a/*"
                        + " → s3://models carries policy s3://models#policy"
                        + " → statement `Theirs` allows s3:GetObject on arn:aws:s3:::models/*");
        assertThat(bucketOnly.may(SERVE, READ, "s3://models/a/x")).isEqualTo(NO);
        assertThat(identityOnly.may(SERVE, READ, "s3://models/a/x")).isEqualTo(NO);
    }

    @Test
    void an_account_named_from_outside_gives_to_those_whom_that_account_allows() {
        var access = Access.of(estate().role(SERVE, "Allow s3:GetObject on *")
                .role("arn:aws:iam::222233334444:role/idle")
                .bucketPolicy("s3://models", "Allow to arn:aws:iam::222233334444:root s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.who(READ, "s3://models/a")).containsExactly(SERVE);
    }

    @Test
    void a_boundary_limits_what_a_policy_gives_to_a_role_and_not_what_it_gives_to_a_user() {
        var access = Access.of(estate().role(TRAIN)
                .user(ANA)
                .boundary(TRAIN, "Allow ec2:* on *")
                .boundary(ANA, "Allow ec2:* on *")
                .bucketPolicy("s3://models", "Allow to " + TRAIN + "," + ANA + " s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void an_account_that_is_not_in_the_input_stands_for_itself_in_either_spelling() {
        var access = Access.of(estate().bucketPolicy(
                        "s3://models",
                        "Allow to " + STRANGER + " s3:GetObject on " + OBJECTS,
                        "Allow to arn:aws:iam::999988887777:root s3:PutObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may("arn:aws:iam::999988887777:root", READ, "s3://models/a"))
                .isEqualTo(YES);
        assertThat(access.may("arn:aws:iam::999988887777:root", CREATE, "s3://models/a"))
                .isEqualTo(YES);
    }

    @Test
    void a_role_of_an_account_that_is_not_in_the_input_is_possible() {
        var role = "arn:aws:iam::999988887777:role/partner";
        var access = Access.of(estate().bucketPolicy("s3://models", "Allow to " + role + " s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may(role, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(role, READ, "s3://models/a"))
                .containsExactly("the policies of " + role + " are not in the input");
    }

    @Test
    void a_role_of_the_same_account_is_possible_where_its_policies_were_not_read() {
        var access = Access.of(AwsEstate.with()
                .account(ACME)
                .openBucket("s3://models", ACME)
                .without(Topic.IAM_POLICIES)
                .bucketPolicy("s3://models", "Allow to " + TRAIN + " s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
    }

    @Test
    void a_role_that_a_complete_list_does_not_have_is_nobody() {
        var access = Access.of(estate().bucketPolicy(
                        "s3://models", "Allow to arn:aws:iam::111122223333:role/gone s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.entitlements()).isEmpty();
    }

    @Test
    void whom_not_principal_spares_keeps_what_everybody_is_allowed() {
        var access = Access.of(estate().user(ANA)
                .role(TRAIN)
                .bucketPolicy(
                        "s3://models",
                        "Allow to * s3:GetObject on " + OBJECTS,
                        "Deny notTo " + ANA + "," + ACME + " s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may(ANA, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void what_everybody_is_allowed_on_a_condition_is_sure_of_those_of_whom_the_estate_knows_that_they_meet_it() {
        var access = Access.of(estate().user(ANA)
                .bucketPolicy(
                        "s3://models",
                        "Allow to * s3:GetObject on " + OBJECTS + " if StringEquals aws:PrincipalAccount " + ACME)
                .snapshot());

        assertThat(access.may(ANA, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may("*", READ, "s3://models/a")).isEqualTo(UNKNOWN);
    }

    @Test
    void the_unique_id_of_a_deleted_principal_is_nobody() {
        var access = Access.of(
                estate().bucketPolicy("s3://models", "Allow to AROAEXAMPLEID12345678 s3:GetObject on " + OBJECTS)
                        .snapshot());

        assertThat(access.entitlements()).isEmpty();
    }

    @Test
    void services_canonical_users_and_distributions_have_what_the_policy_says() {
        var distribution = "arn:aws:iam::cloudfront:user/CloudFront-Origin-Access-Identity-E1";
        var access = Access.of(estate().bucketPolicy(
                        "s3://models",
                        "Allow to Service/logging.s3.amazonaws.com s3:PutObject on " + OBJECTS,
                        "Allow to CanonicalUser/abc s3:GetObject on " + OBJECTS,
                        "Allow to " + distribution + " s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may("service:logging.s3.amazonaws.com", CREATE, "s3://models/a"))
                .isEqualTo(YES);
        assertThat(access.may("canonical:abc", READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(distribution, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void the_canonical_user_of_the_owner_is_no_outsider() {
        var access = Access.of(AwsEstate.with()
                .account(ACME, "canonical:own")
                .openBucket("s3://models", ACME)
                .bucketPolicy("s3://models", "Allow to CanonicalUser/own s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.entitlements()).isEmpty();
    }

    @Test
    void a_session_named_in_a_policy_makes_access_of_its_role_possible() {
        var role = "arn:aws:iam::111122223333:role/team/train";
        var access = Access.of(estate().role(role)
                .bucketPolicy(
                        "s3://models",
                        "Allow to arn:aws:sts::111122223333:assumed-role/train/night s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may(role, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(role, READ, "s3://models/a"))
                .singleElement()
                .asString()
                .endsWith(" names single sessions of the role; which of them are used is not known");
    }

    @Test
    void a_denied_session_is_avoided_by_another() {
        var access = Access.of(estate().role(TRAIN, "Allow s3:GetObject on " + OBJECTS)
                .bucketPolicy(
                        "s3://models", "Deny to arn:aws:sts::111122223333:assumed-role/train/night s3:GetObject on *")
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
    }

    @Test
    void where_the_bucket_policy_was_not_read_nothing_is_sure() {
        var access = Access.of(estate().role(TRAIN, "Allow s3:GetObject on " + OBJECTS)
                .without(Topic.BUCKET_POLICIES)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(TRAIN, READ, "s3://models/a"))
                .containsExactly("bucket-policies of 111122223333 are not in the input");
    }

    @Test
    void where_the_owner_of_a_bucket_is_not_known_only_what_holds_in_any_account_is_sure() {
        var access = Access.of(AwsEstate.with()
                .account(ACME)
                .bareBucket("s3://models", "")
                .ownership("s3://models", "BucketOwnerEnforced")
                .blocks("s3://models", "false")
                .blocks("", "none")
                .role(TRAIN, "Allow s3:GetObject,s3:PutObject on " + OBJECTS)
                .bucketPolicy("s3://models", "Allow to " + TRAIN + " s3:GetObject on " + OBJECTS)
                .snapshot());

        assertThat(access.may(TRAIN, READ, "s3://models/a")).isEqualTo(YES);
        assertThat(access.may(TRAIN, CREATE, "s3://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(TRAIN, CREATE, "s3://models/a"))
                .containsExactly("which account owns s3://models is not in the input");
    }
}
