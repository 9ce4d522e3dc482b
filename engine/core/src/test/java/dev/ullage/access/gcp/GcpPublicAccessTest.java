package dev.ullage.access.gcp;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.model.Answer;
import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import org.junit.jupiter.api.Test;

class GcpPublicAccessTest {

    private static final String VIEWER = "roles/storage.objectViewer";

    private static GcpEstate estate() {
        return GcpEstate.with()
                .organization("organizations/1")
                .project("acme", "organizations/1")
                .bareBucket("gs://models", "acme")
                .uniform("gs://models", true);
    }

    private static Answer everybodyReads(GcpEstate estate) {
        return Access.of(estate.bind("gs://models", VIEWER, "allUsers").snapshot())
                .may("allUsers", READ, "gs://models/a");
    }

    @Test
    void a_bucket_without_public_access_prevention_anywhere_is_open_to_everybody() {
        assertThat(everybodyReads(estate().prevention("gs://models", "inherited")))
                .isEqualTo(YES);
    }

    @Test
    void prevention_on_the_bucket_closes_it() {
        assertThat(everybodyReads(estate().prevention("gs://models", "enforced")))
                .isEqualTo(NO);
    }

    @Test
    void prevention_by_the_organisation_closes_it() {
        assertThat(everybodyReads(estate().prevention("gs://models", "inherited")
                        .setting("organizations/1", SettingName.ORG_PUBLIC_ACCESS_PREVENTION, "true")))
                .isEqualTo(NO);
    }

    @Test
    void the_nearest_organisation_policy_decides() {
        assertThat(everybodyReads(estate().prevention("gs://models", "inherited")
                        .setting("organizations/1", SettingName.ORG_PUBLIC_ACCESS_PREVENTION, "true")
                        .setting("projects/acme", SettingName.ORG_PUBLIC_ACCESS_PREVENTION, "false")))
                .isEqualTo(YES);
    }

    @Test
    void an_identity_of_a_pool_needs_uniform_access_and_what_everybody_has_needs_none() {
        var job = "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/subject/job";
        var pods =
                "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p.svc.id.goog/*";
        var estate = GcpEstate.with()
                .project("acme")
                .bareBucket("gs://unread", "acme")
                .aclBucket("gs://fine", "acme")
                .bucket("gs://uniform", "acme")
                .bind("projects/acme", VIEWER, job, pods, "allUsers");
        var access = Access.of(estate.snapshot());

        assertThat(access.may(job, READ, "gs://uniform/a")).isEqualTo(YES);
        assertThat(access.may(job, READ, "gs://fine/a")).isEqualTo(NO);
        assertThat(access.may(pods, READ, "gs://fine/a")).isEqualTo(NO);
        assertThat(access.may(job, READ, "gs://unread/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(job, READ, "gs://unread/a"))
                .containsExactly("whether gs://unread has uniform access, without which identities of a pool have none,"
                        + " is not known");
        assertThat(access.may("allUsers", READ, "gs://fine/a")).isEqualTo(YES);
    }

    @Test
    void a_bucket_whose_prevention_was_not_read_may_be_open() {
        var access = Access.of(estate().bind("gs://models", VIEWER, "allUsers").snapshot());

        assertThat(access.may("allUsers", READ, "gs://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing("allUsers", READ, "gs://models/a"))
                .containsExactly("whether public access prevention is enforced on gs://models is not known");
    }

    @Test
    void a_bucket_that_inherits_prevention_from_policies_that_were_not_read_may_be_open() {
        assertThat(everybodyReads(estate().without(Topic.ACCOUNT_SETTINGS).prevention("gs://models", "inherited")))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void a_refused_read_above_a_read_project_leaves_it_open_whether_the_bucket_is_open() {
        assertThat(everybodyReads(estate().prevention("gs://models", "inherited")
                        .denied(Topic.ACCOUNT_SETTINGS, "organizations/1")))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void two_readings_of_the_prevention_that_contradict_each_other_are_as_none() {
        assertThat(everybodyReads(
                        estate().prevention("gs://models", "enforced").prevention("gs://models", "inherited")))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void everybody_with_an_account_is_shut_out_likewise() {
        var access = Access.of(estate().prevention("gs://models", "enforced")
                .bind("gs://models", VIEWER, "allAuthenticatedUsers")
                .snapshot());

        assertThat(access.entitlements()).isEmpty();
    }

    @Test
    void prevention_shuts_out_everybody_even_through_a_group() {
        var access = Access.of(estate().prevention("gs://models", "enforced")
                .member("group:open@acme.example", "allUsers")
                .bind("gs://models", VIEWER, "group:open@acme.example")
                .snapshot());

        assertThat(access.may("allUsers", READ, "gs://models/a")).isEqualTo(NO);
    }

    @Test
    void prevention_leaves_named_principals_alone() {
        var access = Access.of(estate().prevention("gs://models", "enforced")
                .bind("gs://models", VIEWER, "user:ana@acme.example")
                .snapshot());

        assertThat(access.may("user:ana@acme.example", READ, "gs://models/a")).isEqualTo(YES);
    }
}
