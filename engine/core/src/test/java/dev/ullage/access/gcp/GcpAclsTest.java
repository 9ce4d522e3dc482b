package dev.ullage.access.gcp;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.DELETE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.OVERWRITE;
import static dev.ullage.model.PermissionClass.READ;
import static dev.ullage.model.PermissionClass.WRITE_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GcpAclsTest {

    private static final String ANA = "user:ana@acme.example";

    private static GcpEstate estate() {
        return GcpEstate.with().project("acme").aclBucket("gs://models", "acme");
    }

    @Test
    void a_reader_of_an_object_reads_it_and_no_other() {
        var access = Access.of(estate().objectAcl("gs://models", "a/b", "user-ana@acme.example", "READER")
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a/b")).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(NO);
        assertThat(access.may(ANA, LIST, "gs://models")).isEqualTo(NO);
        assertThat(access.why(ANA, READ, "gs://models/a/b"))
                .containsExactly("the ACL of gs://models/a/b gives user-ana@acme.example READER");
    }

    @Test
    void the_owner_of_an_object_writes_its_acl_and_cannot_delete_it() {
        var access = Access.of(estate().objectAcl("gs://models", "a", "user-ana@acme.example", "OWNER")
                .snapshot());

        assertThat(access.may(ANA, WRITE_POLICY, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, DELETE, "gs://models/a")).isEqualTo(NO);
    }

    @Test
    void a_reader_of_the_bucket_lists_it_and_reads_nothing() {
        var access = Access.of(estate().bucketAcl("gs://models", "user-ana@acme.example", "READER")
                .snapshot());

        assertThat(access.may(ANA, LIST, "gs://models")).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(NO);
        assertThat(access.why(ANA, LIST, "gs://models"))
                .containsExactly("the ACL of gs://models gives user-ana@acme.example READER");
    }

    @Test
    void a_writer_of_the_bucket_creates_overwrites_and_deletes() {
        var access = Access.of(estate().bucketAcl("gs://models", "user-ana@acme.example", "WRITER")
                .snapshot());

        assertThat(access.may(ANA, CREATE, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, OVERWRITE, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, DELETE, "gs://models/a")).isEqualTo(YES);
        assertThat(access.may(ANA, WRITE_POLICY, "gs://models")).isEqualTo(NO);
    }

    @Test
    void the_owner_of_the_bucket_writes_its_policy() {
        var access = Access.of(estate().bucketAcl("gs://models", "user-ana@acme.example", "OWNER")
                .snapshot());

        assertThat(access.may(ANA, WRITE_POLICY, "gs://models")).isEqualTo(YES);
    }

    @Test
    void uniform_access_takes_the_effect_of_every_acl_away() {
        var access = Access.of(GcpEstate.with()
                .project("acme")
                .bucket("gs://models", "acme")
                .bucketAcl("gs://models", "user-ana@acme.example", "OWNER")
                .objectAcl("gs://models", "a", "allUsers", "READER")
                .snapshot());

        assertThat(access.entitlements()).isEmpty();
    }

    @Test
    void where_uniform_access_was_not_read_an_acl_gives_what_is_possible() {
        var access = Access.of(GcpEstate.with()
                .project("acme")
                .bareBucket("gs://models", "acme")
                .objectAcl("gs://models", "a", "user-ana@acme.example", "READER")
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(ANA, READ, "gs://models/a"))
                .containsExactly("whether ACLs decide anything in gs://models is not known: its uniform"
                        + " bucket-level access was not read");
    }

    @Test
    void a_default_for_new_objects_gives_nothing_by_itself() {
        var access = Access.of(
                estate().defaultObjectAcl("gs://models", "allUsers", "READER").snapshot());

        assertThat(access.entitlements()).isEmpty();
    }

    @Test
    void a_public_object_is_public_unless_public_access_is_prevented() {
        var open = estate().objectAcl("gs://models", "a", "allUsers", "READER");

        assertThat(Access.of(open.snapshot()).may("allUsers", READ, "gs://models/a"))
                .isEqualTo(YES);
        assertThat(Access.of(GcpEstate.with()
                                .project("acme")
                                .bareBucket("gs://models", "acme")
                                .uniform("gs://models", false)
                                .prevention("gs://models", "enforced")
                                .objectAcl("gs://models", "a", "allUsers", "READER")
                                .snapshot())
                        .may("allUsers", READ, "gs://models/a"))
                .isEqualTo(NO);
    }

    @Test
    void a_project_team_named_by_number_is_resolved_to_its_members() {
        var access = Access.of(estate().bind("projects/acme", "roles/editor", ANA)
                .bucketAcl("gs://models", "project-editors-" + GcpEstate.number("acme"), "OWNER")
                .snapshot());

        assertThat(access.may(ANA, CREATE, "gs://models/a")).isEqualTo(YES);
    }

    @Test
    void a_group_in_an_acl_is_resolved_to_its_members() {
        var access = Access.of(estate().member("group:ml@acme.example", ANA)
                .objectAcl("gs://models", "a", "group-ML@acme.example", "READER")
                .snapshot());

        assertThat(access.who(READ, "gs://models/a")).containsExactly(ANA);
    }

    @Test
    void a_service_account_in_an_acl_is_known_by_its_address_in_any_case() {
        var access =
                Access.of(estate().objectAcl("gs://models", "a", "user-Train@acme.iam.GServiceAccount.com", "READER")
                        .snapshot());

        assertThat(access.who(READ, "gs://models/a"))
                .containsExactly("serviceAccount:train@acme.iam.gserviceaccount.com");
    }

    @Test
    void an_object_with_wildcards_in_its_name_is_one_object() {
        var access = Access.of(estate().objectAcl("gs://models", "a*?\\b", "user-ana@acme.example", "READER")
                .snapshot());

        assertThat(access.may(ANA, READ, "gs://models/a*?\\b")).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "gs://models/axx\\b")).isEqualTo(NO);
    }

    @Test
    @Timeout(20)
    void thousands_of_public_objects_are_decided_one_by_one() {
        var estate = estate().bindIf(
                        "resource.matchTag('1/env', 'prod')", "gs://models", "roles/storage.objectViewer", "allUsers");
        for (int i = 0; i < 5_000; i++) {
            estate.objectAcl("gs://models", "object-" + i, "allUsers", "READER");
        }
        var access = Access.of(estate.snapshot());

        assertThat(access.may("allUsers", READ, "gs://models/object-77")).isNotEqualTo(NO);
        assertThat(access.may("allUsers", READ, "gs://models/other")).isEqualTo(UNKNOWN);
    }
}
