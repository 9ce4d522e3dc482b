package dev.ullage.access.gcp;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CONFIGURE;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.CREATE_KEY;
import static dev.ullage.model.PermissionClass.DELETE;
import static dev.ullage.model.PermissionClass.IMPERSONATE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.OVERWRITE;
import static dev.ullage.model.PermissionClass.READ;
import static dev.ullage.model.PermissionClass.READ_POLICY;
import static dev.ullage.model.PermissionClass.WRITE_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.access.FactIndex;
import dev.ullage.model.Answer;
import dev.ullage.model.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GcpRolesTest {

    private static final String ANA = "user:ana@acme.example";

    private static GcpEstate estate() {
        return GcpEstate.with().project("acme").bucket("gs://models", "acme");
    }

    private static Access having(String role) {
        return Access.of(estate().bind("gs://models", role, ANA).snapshot());
    }

    @Test
    void an_object_creator_creates_and_does_no_more() {
        var access = having("roles/storage.objectCreator");

        assertThat(access.may(ANA, CREATE, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, OVERWRITE, "gs://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, LIST, "gs://models")).isEqualTo(NO);
    }

    @Test
    void an_object_user_overwrites_because_it_creates_and_deletes() {
        var access = having("roles/storage.objectUser");

        assertThat(access.may(ANA, OVERWRITE, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, DELETE, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, WRITE_POLICY, "gs://models")).isEqualTo(NO);
        assertThat(access.why(ANA, OVERWRITE, "gs://models/a"))
                .containsExactly("user:ana@acme.example has roles/storage.objectUser on gs://models");
    }

    @Test
    void creating_by_one_role_and_deleting_by_another_is_overwriting_and_explained_by_both() {
        var access = Access.of(estate().role("projects/acme/roles/cleaner", "storage.objects.delete")
                .bind("gs://models", "roles/storage.objectCreator", ANA)
                .bind("projects/acme", "projects/acme/roles/cleaner", ANA)
                .snapshot());

        assertThat(access.may(ANA, OVERWRITE, "gs://models/a")).isEqualTo(YES);
        assertThat(access.why(ANA, OVERWRITE, "gs://models/a"))
                .containsExactly("user:ana@acme.example has roles/storage.objectCreator on gs://models"
                        + " → user:ana@acme.example has projects/acme/roles/cleaner on projects/acme");
    }

    @Test
    void overwriting_is_possible_only_where_both_halves_are() {
        var access = Access.of(estate().bind("gs://models/new/", "roles/storage.objectCreator", ANA)
                .role("projects/acme/roles/cleaner", "storage.objects.delete")
                .bindIf("resource.hasTagKey('1/env')", "gs://models", "projects/acme/roles/cleaner", ANA)
                .snapshot());

        assertThat(access.may(ANA, OVERWRITE, "gs://models/new/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(ANA, OVERWRITE, "gs://models/new/a"))
                .containsExactly("whether the condition `resource.hasTagKey('1/env')` on gs://models holds hangs on"
                        + " `resource.hasTagKey(\"1/env\")`");
        assertThat(access.may(ANA, OVERWRITE, "gs://models/old")).isEqualTo(NO);
    }

    @Test
    void a_storage_admin_writes_the_policy_and_configures() {
        var access = having("roles/storage.admin");

        assertThat(access.may(ANA, READ_POLICY, "gs://models")).isEqualTo(YES);
        assertThat(access.may(ANA, WRITE_POLICY, "gs://models")).isEqualTo(YES);
        assertThat(access.may(ANA, CONFIGURE, "gs://models")).isEqualTo(YES);
    }

    @Test
    void a_basic_role_gives_none_of_the_objects_by_itself() {
        var access =
                Access.of(estate().bind("projects/acme", "roles/editor", ANA).snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, CONFIGURE, "gs://models")).isEqualTo(YES);
    }

    @Test
    void a_custom_role_gives_what_the_estate_says() {
        var access = Access.of(estate().role("projects/acme/roles/reader", "storage.objects.get")
                .bind("gs://models", "projects/acme/roles/reader", ANA)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, LIST, "gs://models")).isEqualTo(NO);
    }

    @Test
    void a_deleted_custom_role_gives_nothing() {
        var access = Access.of(estate().deletedRole("projects/acme/roles/reader", "storage.objects.get")
                .bind("gs://models", "projects/acme/roles/reader", ANA)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(NO);
    }

    @Test
    void a_role_that_nobody_describes_may_give_anything() {
        var access = having("projects/acme/roles/mystery");

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.may(ANA, WRITE_POLICY, "gs://models")).isEqualTo(UNKNOWN);
        assertThat(access.missing(ANA, READ, "gs://models/a"))
                .containsExactly("what projects/acme/roles/mystery permits is not known: it is neither in the role"
                        + " catalogue nor in the input");
    }

    @Test
    void a_custom_role_cannot_take_the_name_of_a_predefined_one() {
        var access = Access.of(estate().role("roles/storage.objectViewer")
                .bind("gs://models", "roles/storage.objectViewer", ANA)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void object_policies_matter_only_where_acls_are_in_force() {
        var uniform = having("roles/storage.objectAdmin");
        var withAcls = Access.of(GcpEstate.with()
                .project("acme")
                .aclBucket("gs://models", "acme")
                .bind("gs://models", "roles/storage.objectAdmin", ANA)
                .snapshot());

        assertThat(uniform.may(ANA, "storage.objects.setIamPolicy", "gs://models/a"))
                .isEqualTo(NO);
        assertThat(withAcls.may(ANA, "storage.objects.setIamPolicy", "gs://models/a"))
                .isEqualTo(YES);
    }

    @ParameterizedTest
    @CsvSource({
        "roles/storage.objectViewer, resourcemanager.projects.get, YES",
        "roles/storage.legacyObjectReader, resourcemanager.projects.get, NO",
        "roles/viewer, resourcemanager.projects.get, YES",
        "roles/viewer, resourcemanager.projects.delete, UNKNOWN",
        "roles/owner, iam.serviceAccounts.getAccessToken, NO",
        "roles/storage.annotationGeneratorService, resourcemanager.projects.get, UNKNOWN",
    })
    void a_role_gives_no_more_than_the_catalogue_says_where_that_has_all(
            String role, String permission, Answer expected) {
        assertThat(new GcpRoles(new FactIndex(Snapshot.of(List.of()))).gives(role, permission))
                .isEqualTo(expected);
    }

    @Test
    void a_token_creator_impersonates_and_a_key_admin_makes_keys() {
        var robot = "serviceAccount:train@acme.iam.gserviceaccount.com";
        var access = Access.of(GcpEstate.with()
                .project("acme")
                .serviceAccount(robot, "acme")
                .bind(robot, "roles/iam.serviceAccountTokenCreator", ANA)
                .bind("projects/acme", "roles/iam.serviceAccountKeyAdmin", "user:ben@acme.example")
                .snapshot());

        assertThat(access.may(ANA, IMPERSONATE, robot)).isEqualTo(YES);
        assertThat(access.may(ANA, CREATE_KEY, robot)).isEqualTo(NO);
        assertThat(access.may("user:ben@acme.example", CREATE_KEY, robot)).isEqualTo(YES);
        assertThat(access.why("user:ben@acme.example", CREATE_KEY, robot))
                .containsExactly("user:ben@acme.example has roles/iam.serviceAccountKeyAdmin on projects/acme");
    }

    @Test
    void a_service_account_that_may_impersonate_all_of_its_project_is_not_said_to_impersonate_itself() {
        var robot = "serviceAccount:train@acme.iam.gserviceaccount.com";
        var access = Access.of(GcpEstate.with()
                .project("acme")
                .serviceAccount(robot, "acme")
                .bind("projects/acme", "roles/iam.serviceAccountTokenCreator", robot)
                .snapshot());

        assertThat(access.may(robot, IMPERSONATE, robot)).isEqualTo(NO);
    }

    @Test
    void keys_for_the_compatible_api_are_made_in_a_project() {
        var access = Access.of(estate().bind("projects/acme", "roles/storage.hmacKeyAdmin", ANA)
                .snapshot());

        assertThat(access.may(ANA, CREATE_KEY, "projects/acme")).isEqualTo(YES);
    }

    @Test
    void of_two_descriptions_of_a_custom_role_the_first_in_the_files_counts_whatever_their_order() {
        var estate = estate().role("projects/acme/roles/reader", "storage.objects.get")
                .role("projects/acme/roles/reader")
                .bind("gs://models", "projects/acme/roles/reader", ANA);
        var reversed = new ArrayList<>(estate.facts());
        Collections.reverse(reversed);

        assertThat(Access.of(Snapshot.of(reversed)).may(ANA, READ, "gs://models/a"))
                .isEqualTo(Access.of(estate.snapshot()).may(ANA, READ, "gs://models/a"))
                .isEqualTo(YES);
    }
}
