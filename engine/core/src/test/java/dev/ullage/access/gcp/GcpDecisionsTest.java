package dev.ullage.access.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.Decision;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ruling;
import dev.ullage.analysis.Step;
import dev.ullage.cel.iam.Attributes;
import dev.ullage.model.Answer;
import dev.ullage.model.Condition;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Topic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcpDecisionsTest {

    private static final String ANA = "user:ana@acme.example";
    private static final String ROBOT = "serviceAccount:train@acme.iam.gserviceaccount.com";
    private static final String GET = "storage.objects.get";
    private static final String VIEWER = "roles/storage.objectViewer";

    private static GcpEstate estate() {
        return GcpEstate.with()
                .organization("organizations/1")
                .project("acme", "organizations/1")
                .bucket("gs://models", "acme")
                .serviceAccount(ROBOT, "acme");
    }

    private static Decision decide(GcpEstate estate, String who, String permission, String resource) {
        var now = Attributes.of(Map.of(Attributes.TIME, Access.AS_OF));
        return new GcpDecisions(new FactIndex(estate.snapshot())).decide(who, permission, resource, now);
    }

    private static List<String> reasons(Decision decision) {
        return decision.deciding().stream().map(Step::says).toList();
    }

    @Test
    void every_way_that_allows_is_cited_from_the_principal_to_the_permission() {
        var estate = estate().member("group:ml@acme.example", ANA)
                .bind("gs://models", VIEWER, "group:ml@acme.example")
                .bind("organizations/1", "roles/storage.admin", ANA);

        assertThat(reasons(decide(estate, ANA, GET, "gs://models/a")))
                .containsExactly(
                        "user:ana@acme.example is a member of group:ml@acme.example",
                        "group:ml@acme.example has roles/storage.objectViewer on gs://models",
                        "user:ana@acme.example has roles/storage.admin on organizations/1");
    }

    @ParameterizedTest
    @CsvSource({
        "gs://models/data/x, ALLOWED",
        "//storage.googleapis.com/projects/_/buckets/models/objects/data/x, ALLOWED",
        "projects/_/buckets/models/objects/data/x, ALLOWED",
        "projects/_/buckets/models/managedFolders/data/, ALLOWED",
        "gs://models/database, IMPLICIT_DENY",
        "gs://models, IMPLICIT_DENY",
    })
    void a_resource_is_known_in_every_spelling(String resource, Ruling expected) {
        var estate = estate().bind("gs://models/data/", VIEWER, ANA);

        assertThat(decide(estate, ANA, GET, resource).ruling()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "iam.serviceAccounts.getAccessToken, serviceAccount:train@acme.iam.gserviceaccount.com",
        "iam.serviceAccounts.getAccessToken, //iam.googleapis.com/projects/acme/serviceAccounts/train@acme.iam.gserviceaccount.com",
        "iam.serviceAccounts.getAccessToken, projects/acme",
        "iam.serviceAccounts.getAccessToken, //run.googleapis.com/projects/acme/locations/x/services/y",
    })
    void a_role_on_the_project_is_inherited_by_whatever_lies_in_it(String permission, String resource) {
        var estate = estate().bind("projects/acme", "roles/iam.serviceAccountTokenCreator", ANA);

        assertThat(decide(estate, ANA, permission, resource).ruling()).isEqualTo(Ruling.ALLOWED);
    }

    @Test
    void a_denial_wins_over_whatever_allows_or_does_not() {
        var denied =
                estate().deny("projects/acme", "storage.googleapis.com/objects.get", "principalSet://goog/public:all");

        assertThat(decide(denied, ANA, GET, "gs://models/a").ruling()).isEqualTo(Ruling.EXPLICIT_DENY);
        assertThat(reasons(decide(denied.bind("gs://models", VIEWER, ANA), ANA, GET, "gs://models/a")))
                .containsExactly("deny policy guard on projects/acme denies it to user:ana@acme.example");
    }

    @Test
    void a_denial_that_hangs_on_a_tag_leaves_it_open_and_says_what_is_left() {
        var tagged = estate().bind("gs://models", VIEWER, ANA)
                .denyIf(
                        new Condition("", "resource.matchTag('1/env', 'prod')"),
                        "projects/acme",
                        "storage.googleapis.com/*.*",
                        "principalSet://goog/public:all",
                        "principal://goog/subject/ben@acme.example");
        var decision = decide(tagged, ANA, GET, "gs://models/a");

        assertThat(decision.ruling()).isEqualTo(Ruling.UNKNOWN);
        assertThat(decision.residual()).containsExactly("resource.matchTag(\"1/env\", \"prod\")");
        assertThat(decide(tagged, "user:ben@acme.example", GET, "gs://models/a").ruling())
                .isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @Test
    void a_binding_whose_condition_cannot_be_evaluated_does_not_count_and_is_told() {
        var estate = estate().bindIf("request.time < timestamp('soon')", "gs://models", VIEWER, ANA);

        assertThat(reasons(decide(estate, ANA, GET, "gs://models/a")).get(0))
                .startsWith("user:ana@acme.example has roles/storage.objectViewer on gs://models if"
                        + " `request.time < timestamp('soon')`, which cannot be evaluated: ");
    }

    @Test
    void a_disabled_account_may_nothing() {
        var estate = estate().principal("user:gone@acme.example", PrincipalKind.USER, null, Answer.NO)
                .bind("gs://models", VIEWER, "user:gone@acme.example");

        assertThat(reasons(decide(estate, "user:gone@acme.example", GET, "gs://models/a")))
                .containsExactly("user:gone@acme.example is disabled");
    }

    @Test
    void what_nothing_allows_is_open_where_not_all_was_read() {
        var unread = estate().without(Topic.IAM_POLICIES).read(Topic.IAM_POLICIES, "projects/acme");

        assertThat(decide(unread, ANA, GET, "gs://models/a").ruling()).isEqualTo(Ruling.UNKNOWN);
        assertThat(decide(unread, ANA, GET, "gs://models/a").missing())
                .containsExactly("iam-policies of organizations/1 are not in the input");
        assertThat(decide(estate(), ANA, GET, "//x.googleapis.com/things/1").missing())
                .containsExactly("what //x.googleapis.com/things/1 lies in is not known");
    }

    @Test
    void a_permission_that_the_role_catalogue_is_not_about_is_open() {
        var estate = estate().bind("projects/acme", "roles/editor", ANA);

        assertThat(decide(estate, ANA, "compute.instances.create", "projects/acme")
                        .missing())
                .containsExactly("whether roles/editor permits compute.instances.create is not in the role catalogue");
        assertThat(decide(estate, ANA, "storage.objects.move", "gs://models/a").ruling())
                .isEqualTo(Ruling.IMPLICIT_DENY);
    }

    @Test
    void a_team_of_a_project_that_is_not_in_the_input_may_be_anybody() {
        var estate = estate().bind("gs://models", VIEWER, "projectViewer:elsewhere");

        assertThat(decide(estate, ANA, GET, "gs://models/a").missing())
                .containsExactly("who has roles/viewer on projects/elsewhere is not known: it is not in the input");
    }

    @ParameterizedTest
    @CsvSource({
        "storage.googleapis.com/objects.get, storage.objects.get, true",
        "storage.googleapis.com/objects.*, storage.objects.get, true",
        "storage.googleapis.com/*.get, storage.objects.get, true",
        "storage.googleapis.com/*.*, storage.objects.get, true",
        "storage.googleapis.com/*, storage.objects.get, true",
        "storage.googleapis.com/objects.g*, storage.objects.get, false",
        "storage.googleapis.com/buckets.*, storage.objects.get, false",
        "iam.googleapis.com/*.*, storage.objects.get, false",
        "cloudresourcemanager.googleapis.com/projects.setIamPolicy, resourcemanager.projects.setIamPolicy, true",
    })
    void a_star_in_a_denied_permission_stands_for_a_whole_word(String pattern, String permission, boolean matches) {
        assertThat(GcpPermissionNames.anyMatches(List.of(pattern), GcpPermissionNames.ofDenials(permission)))
                .isEqualTo(matches);
    }
}
