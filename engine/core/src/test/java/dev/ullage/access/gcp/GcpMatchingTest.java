package dev.ullage.access.gcp;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.CanonicalId;
import dev.ullage.access.FactIndex;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.FederationProvider;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcpMatchingTest {

    private static final String POOL = "//iam.googleapis.com/projects/acme/locations/global/workloadIdentityPools/ci";
    private static final String STAFF = "//iam.googleapis.com/locations/global/workforcePools/staff";

    private static GcpEstate estate() {
        return GcpEstate.with()
                .organization("organizations/1")
                .folder("folders/2", "organizations/1")
                .project("acme", "folders/2")
                .project("other", "organizations/1")
                .serviceAccount("serviceAccount:train@acme.iam.gserviceaccount.com", "acme")
                .member("group:all@acme.example", "group:ml@acme.example", "user:ben@acme.example")
                .member(
                        "group:ml@acme.example",
                        "user:Ana@acme.example",
                        "group:all@acme.example",
                        "domain:lab.example")
                .fact(provider(
                        "one",
                        Map.of("google.subject", "assertion.sub", "attribute.repository", "assertion.repository")))
                .fact(provider(
                        "two",
                        Map.of(
                                "google.subject",
                                "assertion.sub",
                                "attribute.sub",
                                "assertion.sub",
                                "attribute.kind",
                                "'ci'")));
    }

    private static FederationProvider provider(String name, Map<String, String> mapping) {
        return new FederationProvider(
                Provider.GCP,
                "//iam.googleapis.com/" + name,
                "projects/acme",
                "projects/" + GcpEstate.number("acme") + "/locations/global/workloadIdentityPools/" + name,
                "https://issuer.example",
                List.of(),
                new TreeMap<>(mapping),
                null,
                YES,
                new Source("cai.json", 1, ""));
    }

    private static Match match(GcpEstate estate, String member, String principal) {
        return new GcpMatching(new FactIndex(estate.snapshot())).match(member, CanonicalId.of(principal));
    }

    @ParameterizedTest
    @CsvSource({
        "user:ana@acme.example, user:Ana@ACME.example, YES",
        "user:ana@acme.example, serviceAccount:ana@acme.example, NO",
        "deleted:user:ana@acme.example?uid=1, user:ana@acme.example, NO",
        "allUsers, user:ana@acme.example, YES",
        "allUsers, allUsers, YES",
        "allUsers, principal:" + STAFF + "/subject/ana, YES",
        "allAuthenticatedUsers, user:ana@acme.example, YES",
        "allAuthenticatedUsers, serviceAccount:train@acme.iam.gserviceaccount.com, YES",
        "allAuthenticatedUsers, principal:" + STAFF + "/subject/ana, NO",
        "allAuthenticatedUsers, serviceAccount:acme.svc.id.goog[ml/train], NO",
        "allAuthenticatedUsers, allUsers, NO",
        "domain:acme.example, user:ana@acme.example, YES",
        "domain:acme.example, user:ana@sub.acme.example, NO",
        "domain:acme.example, serviceAccount:x@acme.example, NO",
        "group:all@acme.example, user:ana@acme.example, YES",
        "group:all@acme.example, user:eve@lab.example, YES",
        "group:all@acme.example, user:eve@acme.example, NO",
        "group:all@acme.example, allUsers, NO",
        "something:else, user:ana@acme.example, UNKNOWN",
        "something:else, something:else, YES",
    })
    void a_member_means_whom_its_form_says(String member, String principal, Answer expected) {
        assertThat(match(estate(), member, principal).answer()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "principal:" + STAFF + "/subject/ana, YES",
        "principal:" + STAFF + "/subject/Ana, NO",
        "principalSet:" + STAFF + "/*, YES",
        "principalSet:" + STAFF + "/group/ml, UNKNOWN",
        "principalSet:" + STAFF + "x/*, NO",
        "principalSet:" + POOL + "/*, NO",
    })
    void an_identity_of_a_pool_is_in_its_pool_and_no_other(String member, Answer expected) {
        assertThat(match(estate(), member, "principal:" + STAFF + "/subject/ana")
                        .answer())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "one, /attribute.repository/acme, UNKNOWN",
        "one, /attribute.team/ml, NO",
        "one, /group/ml, NO",
        "two, /attribute.sub/job-1, YES",
        "two, /attribute.sub/job-2, NO",
        "two, /attribute.kind/ci, YES",
        "two, /attribute.kind/cd, NO",
        "nowhere, /attribute.kind/cd, UNKNOWN",
    })
    void an_attribute_is_told_from_the_subject_where_the_mapping_tells_it(String pool, String part, Answer expected) {
        var path = "//iam.googleapis.com/projects/%s/locations/global/workloadIdentityPools/" + pool;
        assertThat(match(
                                estate(),
                                "principalSet:" + path.formatted("acme") + part,
                                "principal:" + path.formatted(GcpEstate.number("acme")) + "/subject/job-1")
                        .answer())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "principal://iam.googleapis.com/projects/7/locations/global/workloadIdentityPools/acme.svc.id.goog/subject/ns/ml/sa/train, YES",
        "principal://iam.googleapis.com/projects/7/locations/global/workloadIdentityPools/acme.svc.id.goog/subject/ns/ml/sa/serve, NO",
        "principal://iam.googleapis.com/projects/7/locations/global/workloadIdentityPools/other.svc.id.goog/subject/ns/ml/sa/train, NO",
        "principalSet://iam.googleapis.com/projects/7/locations/global/workloadIdentityPools/acme.svc.id.goog/namespace/ml, YES",
        "principalSet://iam.googleapis.com/projects/7/locations/global/workloadIdentityPools/acme.svc.id.goog/namespace/m, NO",
        "principalSet://iam.googleapis.com/projects/7/locations/global/workloadIdentityPools/acme.svc.id.goog/*, YES",
        "principalSet://iam.googleapis.com/projects/7/locations/global/workloadIdentityPools/acme.svc.id.goog/kubernetes.cluster/x, UNKNOWN",
        "serviceAccount:acme.svc.id.goog[ml/train], YES",
        "serviceAccount:acme.svc.id.goog[ml/serve], NO",
    })
    void a_kubernetes_workload_is_known_in_both_spellings(String member, Answer expected) {
        assertThat(match(estate(), member, "serviceAccount:acme.svc.id.goog[ml/train]")
                        .answer())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "projects/acme, train@acme.iam.gserviceaccount.com, YES",
        "folders/2, train@acme.iam.gserviceaccount.com, YES",
        "organizations/1, unlisted@other.iam.gserviceaccount.com, YES",
        "folders/2, unlisted@other.iam.gserviceaccount.com, NO",
        "projects/acme, acme@appspot.gserviceaccount.com, YES",
        "projects/other, train@acme.iam.gserviceaccount.com, NO",
        "organizations/1, train@elsewhere.iam.gserviceaccount.com, UNKNOWN",
        "projects/7, train@elsewhere.iam.gserviceaccount.com, UNKNOWN",
        "projects/acme, service-1@gcp-sa-aiplatform.iam.gserviceaccount.com, NO",
    })
    void service_accounts_of_a_container_are_those_of_its_projects(String container, String account, Answer expected) {
        assertThat(match(
                                estate(),
                                "principalSet://cloudresourcemanager.googleapis.com/" + container
                                        + "/type/ServiceAccount",
                                "serviceAccount:" + account)
                        .answer())
                .isEqualTo(expected);
    }

    @Test
    void a_project_is_known_by_its_number() {
        var number = "projects/" + GcpEstate.number("acme");

        assertThat(match(
                                estate(),
                                "principalSet://cloudresourcemanager.googleapis.com/" + number + "/type/ServiceAccount",
                                "serviceAccount:" + GcpEstate.number("acme") + "-compute@developer.gserviceaccount.com")
                        .answer())
                .isEqualTo(YES);
    }

    @ParameterizedTest
    @CsvSource({
        "principalSet://agents.global.org-1.system.id.goog/*, YES",
        "principalSet://agents.global.org-2.system.id.goog/*, NO",
        "principalSet://agents.global.org-1.system.id.goog/attribute.platformContainer/aiplatform/projects/9, YES",
        "principalSet://agents.global.org-1.system.id.goog/attribute.platformContainer/aiplatform/projects/98, NO",
    })
    void an_agent_is_known_by_its_trust_domain_and_its_project(String member, Answer expected) {
        var agent =
                "principal://agents.global.org-1.system.id.goog/resources/aiplatform/projects/9/locations/x/reasoningEngines/y";

        assertThat(match(estate(), member, agent).answer()).isEqualTo(expected);
    }

    @Test
    void a_nested_membership_is_told_from_the_inside_out() {
        assertThat(match(estate(), "group:all@acme.example", "user:eve@lab.example").path().stream()
                        .map(Step::says))
                .containsExactly(
                        "user:eve@lab.example belongs to domain:lab.example",
                        "domain:lab.example is a member of group:ml@acme.example",
                        "group:ml@acme.example is a member of group:all@acme.example");
    }

    @Test
    void an_unread_group_may_hold_anybody_and_says_so() {
        var match = match(estate().without(Topic.GROUP_MEMBERSHIPS), "group:x@acme.example", "user:ana@acme.example");

        assertThat(match.answer()).isEqualTo(UNKNOWN);
        assertThat(match.missing())
                .containsExactly("whether user:ana@acme.example is in group:x@acme.example is not known: not all of its"
                        + " members were read");
    }

    @ParameterizedTest
    @CsvSource({
        "principal:" + STAFF + "/subject/ana, NO",
        "serviceAccount:acme.svc.id.goog[ml/train], NO",
        "principal://agents.global.org-1.system.id.goog/resources/x, NO",
        "allUsers, NO",
        "serviceAccount:train@acme.iam.gserviceaccount.com, UNKNOWN",
        "group:ml@acme.example, UNKNOWN",
    })
    void an_unread_group_holds_accounts_and_groups_and_nobody_from_outside(String principal, Answer expected) {
        assertThat(match(estate().without(Topic.GROUP_MEMBERSHIPS), "group:x@acme.example", principal)
                        .answer())
                .isEqualTo(expected);
    }

    @Test
    void a_team_means_those_with_the_basic_role() {
        var estate = estate().bind("projects/acme", "roles/viewer", "group:ml@acme.example");

        assertThat(match(estate, "projectViewer:acme", "user:ana@acme.example").answer())
                .isEqualTo(YES);
        assertThat(match(estate, "projectViewer:other", "user:ana@acme.example").answer())
                .isEqualTo(NO);
        assertThat(match(estate, "projectViewer:acme", "allUsers").answer()).isEqualTo(NO);
    }
}
