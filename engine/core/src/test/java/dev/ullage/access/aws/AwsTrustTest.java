package dev.ullage.access.aws;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.IMPERSONATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.model.Topic;
import org.junit.jupiter.api.Test;

class AwsTrustTest {

    private static final String ACME = "111122223333";
    private static final String LAB = "222233334444";
    private static final String ADMIN = "arn:aws:iam::111122223333:role/admin";
    private static final String ANA = "arn:aws:iam::111122223333:user/ana";
    private static final String SERVE = "arn:aws:iam::222233334444:role/serve";
    private static final String STRANGER = "arn:aws:iam::999988887777:root";
    private static final String GITHUB = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
    private static final String ASSUMES = "Own: Allow sts:AssumeRole on " + ADMIN;

    private static AwsEstate estate() {
        return AwsEstate.with()
                .account(ACME)
                .account(LAB)
                .role(ADMIN)
                .without(Topic.IAM_POLICIES)
                .read(Topic.IAM_POLICIES, ACME)
                .read(Topic.IAM_POLICIES, LAB);
    }

    @Test
    void a_trust_policy_that_names_a_caller_of_its_account_is_enough() {
        var access = Access.of(estate().user(ANA)
                .trust(ADMIN, "Allow to " + ANA + " sts:AssumeRole")
                .snapshot());

        assertThat(access.may(ANA, IMPERSONATE, ADMIN)).isEqualTo(YES);
        assertThat(access.why(ANA, IMPERSONATE, ADMIN))
                .containsExactly(ADMIN + " carries policy " + ADMIN + "#trust"
                        + " → statement without Sid allows sts:AssumeRole on itself");
    }

    @Test
    void a_trusted_account_leaves_it_to_identity_policies_and_both_are_named() {
        var access = Access.of(estate().user(ANA, ASSUMES)
                .user("arn:aws:iam::111122223333:user/ben")
                .trust(ADMIN, "Theirs: Allow to " + ACME + " sts:AssumeRole")
                .snapshot());

        assertThat(access.who(IMPERSONATE, ADMIN)).containsExactly(ANA);
        assertThat(access.why(ANA, IMPERSONATE, ADMIN))
                .containsExactly(
                        ANA + " carries policy " + ANA + "#inline/own → statement `Own` allows sts:AssumeRole on "
                                + ADMIN + " → " + ADMIN + " carries policy " + ADMIN
                                + "#trust → statement `Theirs` allows sts:AssumeRole on itself");
    }

    @Test
    void an_identity_policy_without_trust_is_not_enough() {
        var access = Access.of(estate().user(ANA, ASSUMES).snapshot());

        assertThat(access.may(ANA, IMPERSONATE, ADMIN)).isEqualTo(NO);
    }

    @Test
    void to_be_named_for_something_else_is_not_to_be_trusted() {
        var access = Access.of(estate().user(ANA)
                .trust(ADMIN, "Allow to " + ANA + " sts:TagSession", "Allow to " + ACME + " sts:AssumeRole")
                .snapshot());

        assertThat(access.may(ANA, IMPERSONATE, ADMIN)).isEqualTo(NO);
    }

    @Test
    void across_accounts_both_sides_have_to_agree() {
        var trust = "Allow to " + SERVE + " sts:AssumeRole";

        assertThat(Access.of(estate().role(SERVE).trust(ADMIN, trust).snapshot())
                        .may(SERVE, IMPERSONATE, ADMIN))
                .isEqualTo(NO);
        assertThat(Access.of(estate().role(SERVE, ASSUMES).trust(ADMIN, trust).snapshot())
                        .may(SERVE, IMPERSONATE, ADMIN))
                .isEqualTo(YES);
    }

    @Test
    void a_condition_on_trust_makes_it_possible() {
        var access = Access.of(estate().user(ANA)
                .trust(ADMIN, "Allow to " + ANA + " sts:AssumeRole if Bool aws:MultiFactorAuthPresent true")
                .snapshot());

        assertThat(access.may(ANA, IMPERSONATE, ADMIN)).isEqualTo(UNKNOWN);
    }

    @Test
    void a_trusted_account_that_is_not_in_the_input_may_send_whom_it_likes() {
        var access = Access.of(
                estate().trust(ADMIN, "Allow to 999988887777 sts:AssumeRole").snapshot());

        assertThat(access.may(STRANGER, IMPERSONATE, ADMIN)).isEqualTo(YES);
    }

    @Test
    void a_role_that_trusts_everybody_is_everybodys() {
        var access =
                Access.of(estate().trust(ADMIN, "Allow to * sts:AssumeRole").snapshot());

        assertThat(access.may("*", IMPERSONATE, ADMIN)).isEqualTo(YES);
    }

    @Test
    void a_provider_is_trusted_to_send_its_identities() {
        var access = Access.of(estate().trust(ADMIN, "Allow to Federated/" + GITHUB + " sts:AssumeRoleWithWebIdentity")
                .snapshot());

        assertThat(access.may(GITHUB, IMPERSONATE, ADMIN)).isEqualTo(YES);
        assertThat(access.may(GITHUB, "sts:AssumeRole", ADMIN)).isEqualTo(NO);
    }

    @Test
    void a_provider_bound_by_a_condition_is_possible() {
        var access = Access.of(estate().trust(
                        ADMIN,
                        "Allow to Federated/" + GITHUB
                                + " sts:AssumeRoleWithWebIdentity if StringLike token:sub repo:acme/*")
                .snapshot());

        assertThat(access.may(GITHUB, IMPERSONATE, ADMIN)).isEqualTo(UNKNOWN);
    }

    @Test
    void a_deny_for_everybody_in_a_trust_policy_denies_providers_too() {
        var access = Access.of(estate().trust(
                        ADMIN,
                        "Allow to Federated/" + GITHUB + " sts:AssumeRoleWithWebIdentity",
                        "Deny to * sts:AssumeRoleWithWebIdentity")
                .snapshot());

        assertThat(access.may(GITHUB, IMPERSONATE, ADMIN)).isEqualTo(NO);
    }

    @Test
    void a_role_of_the_estate_does_not_come_with_the_token_of_a_provider() {
        var access = Access.of(estate().user(ANA, "Allow sts:* on *")
                .trust(ADMIN, "Allow to " + ACME + " sts:*")
                .snapshot());

        assertThat(access.may(ANA, "sts:AssumeRole", ADMIN)).isEqualTo(YES);
        assertThat(access.may(ANA, "sts:AssumeRoleWithWebIdentity", ADMIN)).isEqualTo(NO);
    }

    @Test
    void that_a_service_may_assume_a_role_is_not_impersonation_by_anybody() {
        var access = Access.of(estate().trust(ADMIN, "Allow to Service/ec2.amazonaws.com sts:AssumeRole")
                .snapshot());

        assertThat(access.entitlements()).isEmpty();
    }

    @Test
    void a_resource_control_policy_closes_trust() {
        var access = Access.of(estate().trust(ADMIN, "Allow to 999988887777 sts:AssumeRole")
                .rcp(ACME, "p-rcp", "Allow * on *", "Deny to * sts:AssumeRole on *")
                .snapshot());

        assertThat(access.may(STRANGER, IMPERSONATE, ADMIN)).isEqualTo(NO);
    }
}
