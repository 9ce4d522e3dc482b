package dev.ullage.access.gcp;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.CREATE_KEY;
import static dev.ullage.model.PermissionClass.DELETE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.OVERWRITE;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.model.Answer;
import dev.ullage.model.Condition;
import dev.ullage.model.Topic;
import org.junit.jupiter.api.Test;

class GcpDenialsTest {

    private static final String ANA = "user:ana@acme.example";
    private static final String ROBOT = "serviceAccount:train@acme.iam.gserviceaccount.com";
    private static final String ML = "group:ml@acme.example";
    private static final String EVERYBODY = "principalSet://goog/public:all";
    private static final String SUBJECT_ANA = "principal://goog/subject/ana@acme.example";
    private static final String GROUP_ML = "principalSet://goog/group/ml@acme.example";
    private static final String READING = "storage.googleapis.com/objects.get";

    /** Ana and the robot may do everything with objects. */
    private static GcpEstate estate() {
        return GcpEstate.with()
                .organization("organizations/1")
                .folder("folders/2", "organizations/1")
                .project("acme", "folders/2")
                .bucket("gs://models", "acme")
                .bind("gs://models", "roles/storage.objectUser", ANA, ROBOT);
    }

    private static Answer anaReads(GcpEstate estate) {
        return Access.of(estate.snapshot()).may(ANA, READ, "gs://models/a");
    }

    @Test
    void a_denial_to_everybody_takes_the_permission_and_no_other() {
        var access =
                Access.of(estate().deny("projects/acme", READING, EVERYBODY).snapshot());

        assertThat(access.who(READ, "gs://models/a")).isEmpty();
        assertThat(access.may(ANA, LIST, "gs://models")).isEqualTo(YES);
    }

    @Test
    void a_denial_is_inherited_from_the_organisation_and_the_folder() {
        assertThat(anaReads(estate().deny("organizations/1", READING, EVERYBODY)))
                .isEqualTo(NO);
        assertThat(anaReads(estate().deny("folders/2", READING, EVERYBODY))).isEqualTo(NO);
    }

    @Test
    void a_denial_elsewhere_changes_nothing() {
        assertThat(anaReads(estate().project("other").deny("projects/other", READING, EVERYBODY)))
                .isEqualTo(YES);
    }

    @Test
    void a_denial_at_a_project_named_by_number_applies() {
        assertThat(anaReads(estate().deny("projects/" + GcpEstate.number("acme"), READING, EVERYBODY)))
                .isEqualTo(NO);
    }

    @Test
    void a_denial_to_one_person_leaves_the_others() {
        var access =
                Access.of(estate().deny("projects/acme", READING, SUBJECT_ANA).snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(NO);
        assertThat(access.may(ROBOT, READ, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void a_denial_to_a_person_is_known_in_any_spelling() {
        assertThat(anaReads(estate().deny("projects/acme", READING, "principal://goog/subject/Ana@Acme.example")))
                .isEqualTo(NO);
    }

    @Test
    void a_denial_to_a_service_account_means_that_account() {
        var access = Access.of(estate().deny(
                        "projects/acme",
                        READING,
                        "principal://iam.googleapis.com/projects/-/serviceAccounts/train@acme.iam.gserviceaccount.com")
                .snapshot());

        assertThat(access.may(ROBOT, READ, "gs://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void an_exception_spares_who_it_names() {
        var access = Access.of(
                estate().deny("projects/acme", READING, EVERYBODY, SUBJECT_ANA).snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ROBOT, READ, "gs://models/a")).isEqualTo(NO);
    }

    @Test
    void a_denial_to_a_group_means_its_members_where_they_were_read() {
        var access = Access.of(estate().member(ML, ANA)
                .deny("projects/acme", READING, GROUP_ML)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(NO);
        assertThat(access.may(ROBOT, READ, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void a_denial_to_an_unread_group_may_mean_anybody() {
        var access = Access.of(estate().without(Topic.GROUP_MEMBERSHIPS)
                .deny("projects/acme", READING, GROUP_ML)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(ANA, READ, "gs://models/a"))
                .containsExactly(
                        "whether deny policy guard on projects/acme applies to user:ana@acme.example is not evaluated");
    }

    @Test
    void an_exception_for_an_unread_group_may_spare_anybody() {
        assertThat(anaReads(
                        estate().without(Topic.GROUP_MEMBERSHIPS).deny("projects/acme", READING, EVERYBODY, GROUP_ML)))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void a_denial_under_a_condition_may_apply() {
        assertThat(anaReads(estate().denyIf(
                                new Condition("tagged", "resource.matchTag('env', 'prod')"),
                                "projects/acme",
                                READING,
                                EVERYBODY)))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void denying_deletion_denies_overwriting_and_leaves_creation() {
        var access = Access.of(estate().deny("projects/acme", "storage.googleapis.com/objects.delete", EVERYBODY)
                .snapshot());

        assertThat(access.may(ANA, OVERWRITE, "gs://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, DELETE, "gs://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, CREATE, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void denying_creation_denies_overwriting_and_leaves_deletion() {
        var access = Access.of(estate().deny("projects/acme", "storage.googleapis.com/objects.create", EVERYBODY)
                .snapshot());

        assertThat(access.may(ANA, OVERWRITE, "gs://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, DELETE, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void a_star_stands_for_the_verb_the_resource_or_both() {
        for (var pattern : new String[] {
            "storage.googleapis.com/objects.*", "storage.googleapis.com/*.get", "storage.googleapis.com/*.*"
        }) {
            assertThat(anaReads(estate().deny("projects/acme", pattern, EVERYBODY)))
                    .as(pattern)
                    .isEqualTo(NO);
        }
        assertThat(anaReads(estate().deny("projects/acme", "storage.googleapis.com/*.delete", EVERYBODY)))
                .isEqualTo(YES);
    }

    @Test
    void a_denial_to_a_group_does_not_make_public_access_uncertain() {
        var access = Access.of(estate().without(Topic.GROUP_MEMBERSHIPS)
                .bind("gs://models", "roles/storage.objectViewer", "allUsers")
                .deny("projects/acme", READING, GROUP_ML)
                .snapshot());

        assertThat(access.may("allUsers", READ, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void a_denial_to_everybody_closes_a_public_bucket() {
        var access = Access.of(estate().bind("gs://models", "roles/storage.objectViewer", "allUsers")
                .deny("projects/acme", READING, EVERYBODY)
                .snapshot());

        assertThat(access.may("allUsers", READ, "gs://models/a")).isEqualTo(NO);
    }

    @Test
    void a_denial_to_one_federated_identity_is_not_about_a_person() {
        assertThat(
                        anaReads(
                                estate().deny(
                                                "projects/acme",
                                                READING,
                                                "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/subject/s")))
                .isEqualTo(YES);
    }

    @Test
    void a_denial_to_all_of_a_customer_may_mean_anybody() {
        assertThat(anaReads(estate().deny(
                                "projects/acme", READING, "principalSet://goog/cloudIdentityCustomerId/C01Abc35")))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void a_denial_takes_acl_grants_too() {
        var access = Access.of(GcpEstate.with()
                .project("acme")
                .aclBucket("gs://models", "acme")
                .objectAcl("gs://models", "a", "user-ana@acme.example", "READER")
                .deny("projects/acme", READING, SUBJECT_ANA)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(NO);
    }

    @Test
    void a_denial_takes_impersonation() {
        var access = Access.of(estate().serviceAccount(ROBOT, "acme")
                .bind(ROBOT, "roles/iam.serviceAccountKeyAdmin", ANA)
                .deny("folders/2", "iam.googleapis.com/serviceAccountKeys.create", SUBJECT_ANA)
                .snapshot());

        assertThat(access.may(ANA, CREATE_KEY, ROBOT)).isEqualTo(NO);
    }

    @Test
    void where_reading_deny_policies_was_refused_nothing_is_sure() {
        var access = Access.of(
                estate().denied(Topic.DENY_POLICIES, "organizations/1").snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(ANA, READ, "gs://models/a"))
                .containsExactly("deny-policies of organizations/1: permission denied");
    }
}
