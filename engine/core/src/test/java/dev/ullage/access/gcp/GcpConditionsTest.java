package dev.ullage.access.gcp;

import static dev.ullage.model.Answer.NO;
import static dev.ullage.model.Answer.UNKNOWN;
import static dev.ullage.model.Answer.YES;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.DELETE;
import static dev.ullage.model.PermissionClass.IMPERSONATE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.OVERWRITE;
import static dev.ullage.model.PermissionClass.READ;
import static dev.ullage.model.PermissionClass.WRITE_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Access;
import dev.ullage.model.Answer;
import dev.ullage.model.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions over all names of a bucket, as of {@link Access#AS_OF}. */
class GcpConditionsTest {

    private static final String ANA = "user:ana@acme.example";
    private static final String ROBOT = "serviceAccount:train@acme.iam.gserviceaccount.com";
    private static final String ADMIN = "roles/storage.admin";

    private static GcpEstate estate() {
        return GcpEstate.with().project("acme").bucket("gs://models", "acme").serviceAccount(ROBOT, "acme");
    }

    private static Access when(String condition) {
        return Access.of(estate().bindIf(condition, "projects/acme", ADMIN, ANA).snapshot());
    }

    private static Answer reads(String condition) {
        return when(condition).may(ANA, READ, "gs://models/data/x");
    }

    @Test
    void a_prefix_gives_the_objects_below_it_and_no_others() {
        var access = when("resource.name.startsWith('projects/_/buckets/models/objects/data/')");

        assertThat(access.may(ANA, READ, "gs://models/data/x")).isEqualTo(YES);
        assertThat(access.may(ANA, OVERWRITE, "gs://models/data/x")).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "gs://models/other")).isEqualTo(NO);
        assertThat(access.missing(ANA, READ, "gs://models/data/x")).isEmpty();
        assertThat(access.may(ANA, WRITE_POLICY, "gs://models")).isEqualTo(NO);
    }

    @Test
    void a_prefix_of_objects_does_not_permit_to_list_the_bucket() {
        assertThat(when("resource.name.startsWith('projects/_/buckets/models/objects/data/')")
                        .may(ANA, LIST, "gs://models"))
                .isEqualTo(NO);
        assertThat(when("resource.name.startsWith('projects/_/buckets/models')").may(ANA, LIST, "gs://models"))
                .isEqualTo(YES);
    }

    @Test
    void a_type_keeps_to_the_objects_or_to_the_bucket() {
        var objects = when("resource.type == 'storage.googleapis.com/Object'");
        var buckets = when("resource.type == 'storage.googleapis.com/Bucket'");

        assertThat(objects.may(ANA, READ, "gs://models/a")).isEqualTo(YES);
        assertThat(objects.may(ANA, LIST, "gs://models")).isEqualTo(NO);
        assertThat(buckets.may(ANA, READ, "gs://models/a")).isEqualTo(NO);
        assertThat(buckets.may(ANA, LIST, "gs://models")).isEqualTo(YES);
    }

    @Test
    void a_condition_may_leave_names_out() {
        var access = when("!resource.name.endsWith('.secret') && resource.name.extract('objects/{team}/') != 'hr'");

        assertThat(access.may(ANA, READ, "gs://models/ml/a")).isEqualTo(YES);
        assertThat(access.may(ANA, READ, "gs://models/ml/a.secret")).isEqualTo(NO);
        assertThat(access.may(ANA, READ, "gs://models/hr/a")).isEqualTo(NO);
        assertThat(access.may(ANA, READ, "gs://models/hr")).isEqualTo(YES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "request.time < timestamp('2026-12-01T00:00:00Z')          | YES",
                "request.time < timestamp('2026-11-01T00:00:00Z')          | NO",
                "timestamp('2026-11-01T00:00:00Z') > request.time          | NO",
                "request.time > timestamp('2026-12-01T00:00:00Z')          | UNKNOWN",
                "request.time > timestamp('2026-11-01T00:00:00Z')          | YES",
                "!(request.time > timestamp('2026-12-01T00:00:00Z'))       | YES",
                "!(request.time > timestamp('2026-11-01T00:00:00Z'))       | NO",
                "request.time.getFullYear() == 2025                        | NO",
                "request.time.getFullYear('Europe/Berlin') <= 2025         | NO",
                "request.time.getFullYear() == 2027                        | UNKNOWN",
                "request.time.getHours('UTC') < 1                          | YES",
                "request.time.getHours('UTC') >= 9                         | UNKNOWN",
                "request.time < date('2026-11-01') + duration('864000s')   | NO",
                "request.time < timestamp('never')                         | NO",
                "true                                                      | YES",
                "false                                                     | NO",
            })
    void the_time_of_the_audit_counts_and_what_is_past_for_good_is_past(String condition, Answer expected) {
        assertThat(reads(condition)).isEqualTo(expected);
    }

    @Test
    void what_is_left_of_a_condition_is_told() {
        var access = when("resource.type == 'storage.googleapis.com/Object' && request.time > date('2027-01-01')");

        assertThat(access.missing(ANA, READ, "gs://models/a"))
                .containsExactly(
                        "whether the condition `resource.type == 'storage.googleapis.com/Object' && request.time >"
                                + " date('2027-01-01')` on projects/acme holds hangs on `request.time > date(\"2027-01-01\")`");
    }

    @Test
    void a_condition_that_cannot_be_read_is_open_and_says_why() {
        assertThat(reads("resource.nme == 'x'")).isEqualTo(UNKNOWN);
        assertThat(when("resource.nme == 'x'")
                        .missing(ANA, READ, "gs://models/a")
                        .get(0))
                .startsWith(
                        "the condition `resource.nme == 'x'` on projects/acme cannot be decided: it cannot be read: ");
    }

    @Test
    void what_no_request_for_storage_carries_never_grants() {
        assertThat(reads("destination.port == 22")).isEqualTo(NO);
        assertThat(reads("!(destination.port == 22)")).isEqualTo(NO);
        assertThat(reads("'accessPolicies/1/accessLevels/x' in request.auth.access_levels || true"))
                .isEqualTo(YES);
    }

    @Test
    void a_name_is_not_available_for_a_service_account() {
        var estate = estate().bindIf(
                        "resource.name.startsWith('projects/')", ROBOT, "roles/iam.serviceAccountTokenCreator", ANA)
                .bindIf(
                        "request.time < date('2027-01-01')",
                        ROBOT,
                        "roles/iam.serviceAccountTokenCreator",
                        "user:ben@acme.example");

        assertThat(Access.of(estate.snapshot()).may(ANA, IMPERSONATE, ROBOT)).isEqualTo(NO);
        assertThat(Access.of(estate.snapshot()).may("user:ben@acme.example", IMPERSONATE, ROBOT))
                .isEqualTo(YES);
    }

    @Test
    void two_conditional_bindings_give_what_either_gives() {
        var access = Access.of(estate().bindIf(
                        "resource.name.startsWith('projects/_/buckets/models/objects/a/')", "gs://models", ADMIN, ANA)
                .bindIf(
                        "resource.name.startsWith('projects/_/buckets/models/objects/b/')",
                        "gs://models",
                        "roles/storage.objectCreator",
                        ANA)
                .snapshot());

        assertThat(access.may(ANA, CREATE, "gs://models/b/x")).isEqualTo(YES);
        assertThat(access.may(ANA, DELETE, "gs://models/b/x")).isEqualTo(NO);
        assertThat(access.may(ANA, OVERWRITE, "gs://models/a/x")).isEqualTo(YES);
    }

    @Test
    void a_denial_by_name_takes_those_names() {
        var access = Access.of(estate().bind("gs://models", ADMIN, ANA)
                .denyIf(
                        new Condition("", "resource.name.startsWith('projects/_/buckets/models/objects/a/')"),
                        "projects/acme",
                        "storage.googleapis.com/objects.delete",
                        "principalSet://goog/public:all")
                .snapshot());

        assertThat(access.may(ANA, DELETE, "gs://models/a/x")).isEqualTo(NO);
        assertThat(access.may(ANA, OVERWRITE, "gs://models/a/x")).isEqualTo(NO);
        assertThat(access.may(ANA, DELETE, "gs://models/b/x")).isEqualTo(YES);
    }

    @Test
    void a_denial_whose_condition_cannot_be_evaluated_applies() {
        var access = Access.of(estate().bind("gs://models", ADMIN, ANA)
                .denyIf(
                        new Condition("", "request.time < timestamp('soon')"),
                        "projects/acme",
                        "storage.googleapis.com/objects.delete",
                        "principalSet://goog/public:all")
                .snapshot());

        assertThat(access.may(ANA, DELETE, "gs://models/a")).isEqualTo(NO);
    }

    @Test
    void a_denial_by_tag_may_apply() {
        var access = Access.of(estate().bind("gs://models", ADMIN, ANA)
                .denyIf(
                        new Condition("", "!resource.matchTag('1/env', 'dev')"),
                        "projects/acme",
                        "storage.googleapis.com/objects.delete",
                        "principalSet://goog/public:all")
                .snapshot());

        assertThat(access.may(ANA, DELETE, "gs://models/a")).isEqualTo(UNKNOWN);
        assertThat(access.missing(ANA, DELETE, "gs://models/a").get(0))
                .contains("deny policy guard on projects/acme")
                .contains("!(resource.matchTag(\"1/env\", \"dev\"))");
    }
}
