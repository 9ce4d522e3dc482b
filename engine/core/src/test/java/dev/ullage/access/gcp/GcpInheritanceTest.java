package dev.ullage.access.gcp;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CONFIGURE;
import static dev.ullage.model.PermissionClass.DELETE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.OVERWRITE;
import static dev.ullage.model.PermissionClass.READ;
import static dev.ullage.model.PermissionClass.WRITE_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import org.junit.jupiter.api.Test;

class GcpInheritanceTest {

    private static final String ANA = "user:ana@acme.example";
    private static final String VIEWER = "roles/storage.objectViewer";

    private static GcpEstate estate() {
        return GcpEstate.with()
                .organization("organizations/1")
                .folder("folders/2", "organizations/1")
                .project("acme", "folders/2")
                .project("other", "organizations/1")
                .bucket("gs://models", "acme")
                .bucket("gs://foreign", "other");
    }

    @Test
    void a_role_on_a_bucket_holds_for_every_object_of_it_and_for_no_other_bucket() {
        var access = Access.of(estate().bind("gs://models", VIEWER, ANA).snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a/b")).isEqualTo(YES);
        assertThat(access.may(ANA, LIST, "gs://models")).isEqualTo(YES);
        assertThat(access.may(ANA, DELETE, "gs://models/a/b")).isEqualTo(NO);
        assertThat(access.may(ANA, READ, "gs://foreign/a")).isEqualTo(NO);
        assertThat(access.why(ANA, READ, "gs://models/a/b"))
                .containsExactly("user:ana@acme.example has roles/storage.objectViewer on gs://models");
    }

    @Test
    void a_role_on_a_project_is_inherited_by_its_buckets_only() {
        var access = Access.of(estate().bind("projects/acme", VIEWER, ANA).snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "gs://foreign/a")).isEqualTo(NO);
    }

    @Test
    void a_role_on_a_folder_is_inherited_below_it_and_not_beside_it() {
        var access = Access.of(estate().bind("folders/2", VIEWER, ANA).snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "gs://foreign/a")).isEqualTo(NO);
    }

    @Test
    void a_role_on_the_organisation_is_inherited_everywhere_and_the_explanation_names_it() {
        var access = Access.of(estate().bind("organizations/1", VIEWER, ANA).snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "gs://foreign/a")).isEqualTo(YES);
        assertThat(access.why(ANA, READ, "gs://foreign/a"))
                .containsExactly("user:ana@acme.example has roles/storage.objectViewer on organizations/1");
    }

    @Test
    void a_project_named_by_its_number_is_the_same_project() {
        var access = Access.of(estate().bind("projects/" + GcpEstate.number("acme"), VIEWER, ANA)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void a_role_on_a_managed_folder_holds_for_the_objects_below_it_only() {
        var access = Access.of(estate().bind("gs://models/data/", "roles/storage.objectUser", ANA)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/data/x")).isEqualTo(YES);
        assertThat(access.may(ANA, OVERWRITE, "gs://models/data/x")).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "gs://models/database")).isEqualTo(NO);
        assertThat(access.may(ANA, READ, "gs://models/x")).isEqualTo(NO);
    }

    @Test
    void a_viewer_of_a_managed_folder_may_list_the_bucket_in_part_which_is_not_told_apart_from_all_of_it() {
        var access = Access.of(estate().bind("gs://models/data/", VIEWER, ANA).snapshot());

        assertThat(access.may(ANA, LIST, "gs://models")).isEqualTo(UNKNOWN);
        assertThat(access.missing(ANA, LIST, "gs://models"))
                .containsExactly("listing is permitted below gs://models/data/ and not in the rest of the bucket");
    }

    @Test
    void a_role_on_a_managed_folder_says_nothing_of_the_bucket_itself() {
        var access = Access.of(
                estate().bind("gs://models/data/", "roles/storage.admin", ANA).snapshot());

        assertThat(access.may(ANA, WRITE_POLICY, "gs://models")).isEqualTo(NO);
        assertThat(access.may(ANA, CONFIGURE, "gs://models")).isEqualTo(NO);
    }

    @Test
    void several_ways_to_the_same_permission_are_all_explained() {
        var access = Access.of(estate().bind("gs://models", VIEWER, ANA)
                .bind("projects/acme", "roles/storage.objectAdmin", ANA)
                .snapshot());

        assertThat(access.why(ANA, READ, "gs://models/a"))
                .containsExactly(
                        "user:ana@acme.example has roles/storage.objectAdmin on projects/acme",
                        "user:ana@acme.example has roles/storage.objectViewer on gs://models");
    }

    @Test
    void a_cycle_of_containers_ends() {
        var access = Access.of(GcpEstate.with()
                .folder("folders/1", "folders/2")
                .folder("folders/2", "folders/1")
                .project("acme", "folders/1")
                .bucket("gs://models", "acme")
                .bind("folders/2", VIEWER, ANA)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void a_condition_that_hangs_on_what_is_not_known_makes_access_possible_and_not_sure_and_is_quoted() {
        var access = Access.of(estate().bindIf("resource.matchTag('1/env', 'prod')", "gs://models", VIEWER, ANA)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(ANA, READ, "gs://models/a"))
                .containsExactly("whether the condition `resource.matchTag('1/env', 'prod')` on gs://models holds hangs"
                        + " on `resource.matchTag(\"1/env\", \"prod\")`");
        assertThat(access.why(ANA, READ, "gs://models/a"))
                .containsExactly("user:ana@acme.example has roles/storage.objectViewer on gs://models if"
                        + " `resource.matchTag('1/env', 'prod')`");
    }

    @Test
    void an_unconditional_binding_beside_a_conditional_one_is_sure_and_nothing_is_missing() {
        var access = Access.of(estate().bindIf("resource.hasTagKey('1/env')", "gs://models", VIEWER, ANA)
                .bind("projects/acme", VIEWER, ANA)
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
        assertThat(access.missing(ANA, READ, "gs://models/a")).isEmpty();
    }
}
