package dev.ullage.access.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Escalation;
import dev.ullage.access.FactIndex;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsBecomingTest {

    private static final String ACME = "111122223333";
    private static final String ROOT = "arn:aws:iam::111122223333:root";
    private static final String ANA = "arn:aws:iam::111122223333:user/ana";
    private static final String EVE = "arn:aws:iam::111122223333:user/eve";
    private static final String TRAIN = "arn:aws:iam::111122223333:role/train";
    private static final String DEPLOY = "arn:aws:iam::111122223333:role/deploy";

    private static AwsEstate estate() {
        return AwsEstate.with().account(ACME);
    }

    private static List<String> paths(AwsEstate estate) {
        return new Escalation(new AwsBecoming(new FactIndex(estate.snapshot())).all())
                .from(ANA).stream().map(path -> path.certainty() + " " + path).toList();
    }

    @Test
    void a_chain_of_roles_is_followed() {
        assertThat(paths(estate().user(ANA)
                        .role(TRAIN)
                        .role(DEPLOY)
                        .trust(TRAIN, "Allow to " + ANA + " sts:AssumeRole")
                        .trust(DEPLOY, "Allow to " + TRAIN + " sts:AssumeRole")))
                .containsExactly(
                        "YES " + ANA + " -[sts:AssumeRole]-> " + TRAIN + " -[sts:AssumeRole]-> " + DEPLOY,
                        "YES " + ANA + " -[sts:AssumeRole]-> " + TRAIN);
    }

    @Test
    void keys_of_another_user_are_that_user() {
        assertThat(paths(estate().user(ANA, "Allow iam:CreateAccessKey on *").user(EVE)))
                .containsExactly("YES " + ANA + " -[iam:CreateAccessKey]-> " + EVE);
    }

    @Test
    void a_role_is_passed_to_a_service_that_it_trusts() {
        var estate = estate().user(ANA, "Allow iam:PassRole,sagemaker:CreateTrainingJob on *")
                .role(TRAIN)
                .role(DEPLOY)
                .trust(TRAIN, "Allow to Service/sagemaker.amazonaws.com sts:AssumeRole")
                .trust(DEPLOY, "Allow to Service/ec2.amazonaws.com sts:AssumeRole");

        assertThat(paths(estate))
                .containsExactly("YES " + ANA + " -[iam:PassRole + sagemaker:CreateTrainingJob]-> " + TRAIN);
    }

    @Test
    void a_role_is_passed_to_those_services_alone_that_the_policy_names() {
        var estate = estate().user(
                        ANA,
                        "Allow iam:PassRole on * if StringEquals iam:PassedToService sagemaker.amazonaws.com",
                        "Allow sagemaker:CreateTrainingJob,ec2:RunInstances on *")
                .role(TRAIN)
                .role(DEPLOY)
                .trust(TRAIN, "Allow to Service/sagemaker.amazonaws.com sts:AssumeRole")
                .trust(DEPLOY, "Allow to Service/ec2.amazonaws.com sts:AssumeRole");

        assertThat(paths(estate))
                .containsExactly("YES " + ANA + " -[iam:PassRole + sagemaker:CreateTrainingJob]-> " + TRAIN);
    }

    @Test
    void a_denial_in_a_trust_policy_keeps_a_service_out() {
        var estate = estate().user(ANA, "Allow iam:PassRole,sagemaker:CreateTrainingJob on *")
                .role(TRAIN)
                .trust(
                        TRAIN,
                        "Allow to Service/sagemaker.amazonaws.com sts:AssumeRole",
                        "Deny to Service/sagemaker.amazonaws.com sts:AssumeRole");

        assertThat(paths(estate)).isEmpty();
    }

    @Test
    void who_writes_its_own_policy_can_do_what_the_account_can() {
        assertThat(paths(estate().user(ANA, "Allow iam:PutUserPolicy on arn:aws:iam::111122223333:user/ana")
                        .user(EVE)))
                .containsExactly(
                        "YES " + ANA + " -[iam:PutUserPolicy]-> " + ROOT,
                        "YES " + ANA + " -[iam:PutUserPolicy]-> " + ROOT + " -[administration of the account]-> "
                                + EVE);
    }

    @Test
    void a_boundary_leaves_it_open_what_a_policy_of_ones_own_is_worth() {
        assertThat(paths(estate().user(ANA, "Allow iam:PutUserPolicy on *").boundary(ANA, "Allow iam:* on *")))
                .containsExactly("UNKNOWN " + ANA + " -[iam:PutUserPolicy]-> " + ROOT);
    }

    @Test
    void who_writes_a_managed_policy_that_it_carries_writes_its_own() {
        var policy = "arn:aws:iam::111122223333:policy/team";
        assertThat(paths(estate().user(ANA)
                        .policy(policy, "Allow iam:CreatePolicyVersion on " + policy)
                        .attach(ANA, policy, dev.ullage.model.AttachmentKind.IDENTITY)))
                .containsExactly("YES " + ANA + " -[iam:CreatePolicyVersion]-> " + ROOT);
    }

    @Test
    void who_rewrites_a_trust_policy_can_assume_the_role() {
        assertThat(paths(estate().user(ANA, "Allow iam:UpdateAssumeRolePolicy on *")
                        .role(TRAIN)))
                .containsExactly("YES " + ANA + " -[iam:UpdateAssumeRolePolicy]-> " + TRAIN);
    }

    @Test
    void a_role_that_trusts_nobody_is_assumed_by_nobody() {
        assertThat(paths(estate().user(ANA, "Allow sts:AssumeRole on *").role(TRAIN)))
                .isEmpty();
    }
}
