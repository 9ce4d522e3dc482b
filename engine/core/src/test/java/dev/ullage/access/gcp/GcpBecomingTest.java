package dev.ullage.access.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.FactIndex;
import dev.ullage.access.gcp.GcpBecoming.Edge;
import dev.ullage.model.Answer;
import dev.ullage.model.PrincipalKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcpBecomingTest {

    private static final String ANA = "user:ana@acme.example";
    private static final String ROBOT = "serviceAccount:train@acme.iam.gserviceaccount.com";
    private static final String SECOND = "serviceAccount:second@acme.iam.gserviceaccount.com";
    private static final String THIRD = "serviceAccount:third@acme.iam.gserviceaccount.com";
    private static final String CREATOR = "roles/iam.serviceAccountTokenCreator";

    private static GcpEstate estate() {
        return GcpEstate.with()
                .organization("organizations/1")
                .project("acme", "organizations/1")
                .serviceAccount(ROBOT, "acme")
                .role("projects/acme/roles/delegate", "iam.serviceAccounts.implicitDelegation")
                .role("projects/acme/roles/starter", "compute.instances.create");
    }

    private static List<Edge> edges(GcpEstate estate) {
        return new GcpBecoming(new FactIndex(estate.snapshot()), Access.AS_OF).edges();
    }

    private static List<String> ways(GcpEstate estate) {
        return edges(estate).stream()
                .map(edge -> String.join(
                        " ",
                        edge.from(),
                        edge.permission(),
                        edge.to(),
                        edge.sure().name()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "projects/acme/roles/own, iam.serviceAccounts.getAccessToken",
        "projects/acme/roles/own, iam.serviceAccounts.signBlob",
        "projects/acme/roles/own, iam.serviceAccounts.signJwt",
        "projects/acme/roles/own, iam.serviceAccountKeys.create",
        "projects/acme/roles/own, iam.serviceAccounts.setIamPolicy"
    })
    void whoever_gets_its_tokens_signatures_keys_or_policy_becomes_the_account(String role, String permission) {
        assertThat(ways(estate().role(role, permission).bind(ROBOT, role, ANA)))
                .containsExactly(ANA + " " + permission + " " + ROBOT + " YES");
    }

    @ParameterizedTest
    @CsvSource({
        "projects/acme, resourcemanager.projects.setIamPolicy",
        "organizations/1, resourcemanager.organizations.setIamPolicy",
        "projects/acme, storage.hmacKeys.create",
    })
    void so_does_whoever_governs_what_it_lies_in(String on, String permission) {
        assertThat(ways(estate().role("projects/acme/roles/own", permission).bind(on, "projects/acme/roles/own", ANA)))
                .containsExactly(ANA + " " + permission + " " + ROBOT + " YES");
    }

    @Test
    void an_id_token_or_a_role_that_only_looks_is_no_way() {
        assertThat(ways(estate().bind(ROBOT, "roles/iam.serviceAccountOpenIdTokenCreator", ANA)
                        .bind("projects/acme", "roles/viewer", ANA)))
                .isEmpty();
    }

    @Test
    void attaching_it_is_sure_for_whoever_may_start_something_and_possible_for_others() {
        var attaching = estate().bind(ROBOT, "roles/iam.serviceAccountUser", ANA);

        assertThat(ways(attaching)).containsExactly(ANA + " iam.serviceAccounts.actAs " + ROBOT + " UNKNOWN");
        assertThat(edges(attaching).get(0).missing())
                .containsExactly("whether user:ana@acme.example may start a job, service or machine that runs as "
                        + ROBOT + " is not known");
        var starting = attaching.bind("projects/acme", "projects/acme/roles/starter", ANA);
        assertThat(ways(starting)).containsExactly(ANA + " iam.serviceAccounts.actAs " + ROBOT + " YES");
        assertThat(edges(starting).get(0).explanation().steps().toString())
                .contains("roles/iam.serviceAccountUser")
                .contains("which permits compute.instances.create");
    }

    @Test
    void delegation_leads_through_accounts_to_what_the_last_may_get_tokens_of() {
        var chain = estate().serviceAccount(SECOND, "acme")
                .serviceAccount(THIRD, "acme")
                .bind(ROBOT, "projects/acme/roles/delegate", ANA)
                .bind(SECOND, "projects/acme/roles/delegate", ROBOT)
                .role("projects/acme/roles/own", "iam.serviceAccounts.getAccessToken")
                .bind(THIRD, "projects/acme/roles/own", SECOND);

        assertThat(ways(chain))
                .containsExactly(
                        SECOND + " iam.serviceAccounts.getAccessToken " + THIRD + " YES",
                        ROBOT + " iam.serviceAccounts.implicitDelegation " + THIRD + " YES",
                        ANA + " iam.serviceAccounts.implicitDelegation " + THIRD + " YES");
    }

    @Test
    void accounts_that_delegate_to_each_other_do_not_go_round_in_circles() {
        var circle = estate().serviceAccount(SECOND, "acme")
                .bind(ROBOT, CREATOR, SECOND)
                .bind(SECOND, CREATOR, ROBOT, ANA);

        assertThat(ways(circle))
                .contains(ANA + " iam.serviceAccounts.implicitDelegation " + ROBOT + " YES")
                .noneMatch(way -> way.startsWith(ROBOT) && way.contains(ROBOT + " YES"));
    }

    @Test
    void workloads_of_a_cluster_and_of_a_pool_become_the_account_that_they_are_bound_to() {
        var subject = "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/subject/s";
        assertThat(ways(estate().bind(
                                ROBOT,
                                "roles/iam.workloadIdentityUser",
                                "serviceAccount:acme.svc.id.goog[ml/train]",
                                subject)))
                .containsExactly(
                        subject + " iam.serviceAccounts.getAccessToken " + ROBOT + " YES",
                        "serviceAccount:acme.svc.id.goog[ml/train] iam.serviceAccounts.getAccessToken " + ROBOT
                                + " YES");
    }

    @Test
    void denials_conditions_and_disabled_accounts_count() {
        assertThat(ways(estate().bind(ROBOT, CREATOR, ANA)
                        .deny(
                                "projects/acme",
                                "iam.googleapis.com/serviceAccounts.*",
                                "principal://goog/subject/ana@acme.example")))
                .isEmpty();
        assertThat(ways(estate().bindIf("request.time < date('2026-01-01')", ROBOT, CREATOR, ANA)))
                .isEmpty();
        assertThat(ways(GcpEstate.with()
                        .project("acme")
                        .principal(ROBOT, PrincipalKind.SERVICE_ACCOUNT, "projects/acme", Answer.NO)
                        .bind(ROBOT, CREATOR, ANA)))
                .isEmpty();
    }
}
