package dev.ullage.access.gcp;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.IMPERSONATE;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.model.AccessBoundary;
import dev.ullage.model.AccessBoundaryBinding;
import dev.ullage.model.Answer;
import dev.ullage.model.Condition;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcpBoundariesTest {

    private static final String ROBOT = "serviceAccount:train@home.iam.gserviceaccount.com";
    private static final String ANA = "user:ana@acme.example";
    private static final String POD = "serviceAccount:home.svc.id.goog[ml/train]";
    private static final Source SOURCE = new Source("pab.json", 1, "");

    private static GcpEstate estate() {
        return GcpEstate.with()
                .fact(new Container(
                        Provider.GCP,
                        "organizations/1",
                        ContainerKind.ORGANIZATION,
                        "acme.example",
                        null,
                        List.of(),
                        SOURCE))
                .folder("folders/2", "organizations/1")
                .project("home", "folders/2")
                .project("away", "organizations/1")
                .bucket("gs://here", "home")
                .bucket("gs://there", "away")
                .serviceAccount(ROBOT, "home")
                .bind("gs://here", "roles/storage.admin", ROBOT, ANA, POD)
                .bind("gs://there", "roles/storage.admin", ROBOT, ANA, POD);
    }

    private static GcpEstate bound(
            GcpEstate estate, String set, @Nullable String condition, String version, String... resources) {
        var name = "boundary-" + estate.facts().size();
        return estate.fact(new AccessBoundary(name, List.of(resources), version, SOURCE))
                .fact(new AccessBoundaryBinding(
                        "binding of " + name,
                        name,
                        set,
                        condition == null ? null : new Condition("", condition),
                        SOURCE));
    }

    private static final String HOME = "//cloudresourcemanager.googleapis.com/projects/home";
    private static final String EVERYBODY = "//cloudresourcemanager.googleapis.com/organizations/1";

    private static Answer reads(GcpEstate estate, String who, String where) {
        return Access.of(estate.snapshot()).may(who, READ, where + "/a");
    }

    @Test
    void who_is_bound_uses_what_the_boundary_blocks_only_within_it() {
        var estate = bound(estate(), HOME, null, "1", "folders/2");

        assertThat(reads(estate, ROBOT, "gs://here")).isEqualTo(YES);
        assertThat(reads(estate, ROBOT, "gs://there")).isEqualTo(NO);
    }

    @ParameterizedTest
    @CsvSource({"1, YES", "2, NO", "3, NO", "4, NO", "latest, NO", "'', NO", "5, NO", "x, UNKNOWN"})
    void what_a_boundary_blocks_depends_on_its_version(String version, Answer mayCreate) {
        var estate = bound(estate(), HOME, null, version, "projects/home");

        assertThat(Access.of(estate.snapshot()).may(ROBOT, CREATE, "gs://there/a"))
                .isEqualTo(mayCreate);
    }

    @Test
    void impersonation_is_blocked_from_the_third_version_on() {
        var other = "serviceAccount:other@away.iam.gserviceaccount.com";
        var estate = estate().serviceAccount(other, "away").bind(other, "roles/iam.serviceAccountTokenCreator", ROBOT);

        assertThat(Access.of(bound(estate, HOME, null, "2", "projects/home").snapshot())
                        .may(ROBOT, IMPERSONATE, other))
                .isEqualTo(YES);
        assertThat(Access.of(bound(estate, HOME, null, "3", "projects/home").snapshot())
                        .may(ROBOT, IMPERSONATE, other))
                .isEqualTo(NO);
    }

    @Test
    void one_boundary_that_lets_in_is_enough() {
        var estate = bound(bound(estate(), HOME, null, "1", "projects/home"), EVERYBODY, null, "1", "organizations/1");

        assertThat(reads(estate, ROBOT, "gs://there")).isEqualTo(YES);
    }

    @Test
    void whether_a_boundary_that_does_not_block_lets_in_where_another_blocks_is_not_clear() {
        var access =
                Access.of(bound(bound(estate(), HOME, null, "1", "projects/away"), HOME, null, "2", "projects/home")
                        .snapshot());

        assertThat(access.may(ROBOT, CREATE, "gs://there/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(ROBOT, CREATE, "gs://there/a"))
                .containsExactly("whether a boundary that does not block storage.objects.create lets " + ROBOT
                        + " in where another blocks it is not clear");
    }

    @Test
    void a_workload_of_kubernetes_is_bound_with_its_project_by_id_and_by_number() {
        var pod = "principal://iam.googleapis.com/projects/77/locations/global/workloadIdentityPools/lost.svc.id.goog"
                + "/subject/ns/ml/sa/train";
        var estate = estate().bind("gs://there", "roles/storage.objectViewer", pod);
        var containers = "//cloudresourcemanager.googleapis.com/";

        assertThat(reads(bound(estate, containers + "projects/78", null, "1", "folders/2"), pod, "gs://there"))
                .isEqualTo(YES);
        assertThat(reads(bound(estate, containers + "projects/lost", null, "1", "folders/2"), pod, "gs://there"))
                .isEqualTo(NO);
        assertThat(reads(bound(estate, containers + "projects/77", null, "1", "folders/2"), pod, "gs://there"))
                .isEqualTo(NO);
    }

    @ParameterizedTest
    @CsvSource({
        "//cloudresourcemanager.googleapis.com/projects/home, NO, YES, NO",
        "//cloudresourcemanager.googleapis.com/projects/away, YES, YES, YES",
        "//cloudresourcemanager.googleapis.com/organizations/1, NO, NO, NO",
        "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/home.svc.id.goog, YES, YES, NO",
        "//iam.googleapis.com/locations/global/workspace/C1, YES, UNKNOWN, YES",
    })
    void a_set_binds_those_who_are_in_it(String set, Answer robot, Answer ana, Answer pod) {
        var estate = bound(estate(), set, null, "1", "folders/7");

        assertThat(reads(estate, ROBOT, "gs://there")).isEqualTo(robot);
        assertThat(reads(estate, ANA, "gs://there")).isEqualTo(ana);
        assertThat(reads(estate, POD, "gs://there")).isEqualTo(pod);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "principal.type == 'iam.googleapis.com/ServiceAccount'      | NO",
                "principal.type == 'iam.googleapis.com/WorkspaceIdentity'   | YES",
                "principal.subject != 'train@home.iam.gserviceaccount.com'  | YES",
                "principal.subject.endsWith('gserviceaccount.com')          | NO",
                "principal.subject.matches('[')                             | NO",
            })
    void a_condition_says_whom_a_boundary_binds_and_one_that_cannot_be_evaluated_binds(
            String condition, Answer expected) {
        assertThat(reads(bound(estate(), EVERYBODY, condition, "1", "folders/2"), ROBOT, "gs://there"))
                .isEqualTo(expected);
    }

    @Test
    void a_boundary_that_is_not_in_the_input_may_keep_out() {
        var estate = estate().fact(new AccessBoundaryBinding("all", "lost", HOME, null, SOURCE));

        assertThat(reads(estate, ROBOT, "gs://here")).isEqualTo(UNKNOWN);
        assertThat(Access.of(estate.snapshot()).missing(ROBOT, READ, "gs://here/a"))
                .contains("what lost permits is not known: it is not in the input");
    }

    @Test
    void where_nothing_was_read_access_is_shown_and_where_it_was_refused_it_is_not_sure() {
        assertThat(reads(estate().without(Topic.ACCESS_BOUNDARIES), ROBOT, "gs://there"))
                .isEqualTo(YES);
        assertThat(reads(estate().denied(Topic.ACCESS_BOUNDARIES, "organizations/1"), ROBOT, "gs://there"))
                .isEqualTo(UNKNOWN);
        assertThat(reads(estate().denied(Topic.ACCESS_BOUNDARIES, "projects/away"), ROBOT, "gs://there"))
                .isEqualTo(YES);
    }
}
