package dev.ullage.ledger;

import static dev.ullage.ledger.Book.IN_WINDOW;
import static dev.ullage.model.PermissionClass.CONFIGURE;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.DELETE;
import static dev.ullage.model.PermissionClass.IMPERSONATE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.OVERWRITE;
import static dev.ullage.model.PermissionClass.READ;
import static dev.ullage.model.PermissionClass.WRITE_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.aws.AwsEstate;
import dev.ullage.access.gcp.GcpEstate;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.estate.IntentKind;
import dev.ullage.model.Fact;
import dev.ullage.model.Outcome;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final String TRAIN = "serviceAccount:train@acme.iam.gserviceaccount.com";
    private static final String ANA = "user:ana@acme.example";
    private static final String GET = "storage.objects.get";
    private static final String VIEWER = "roles/storage.objectViewer";
    private static final String USER = "roles/storage.objectUser";

    /** A bucket whose requests are logged. */
    private static GcpEstate logged() {
        return GcpEstate.with()
                .organization("organizations/1")
                .project("acme", "organizations/1")
                .bucket("gs://models", "acme")
                .auditConfig("projects/acme", "DATA_READ")
                .auditConfig("projects/acme", "DATA_WRITE");
    }

    /** Declarations that state that the logs are in the input. */
    private static Book proved() {
        return Book.of().logs(Provider.GCP, "projects/acme");
    }

    private static List<String> says(Explanation explanation) {
        return explanation.steps().stream().map(Step::says).toList();
    }

    @Test
    void what_is_granted_declared_and_used_matches() {
        var facts = logged().bind("gs://models", VIEWER, TRAIN)
                .used(TRAIN, GET, "gs://models", "data/2026/", IN_WINDOW)
                .facts();

        assertThat(proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/")
                        .lines(facts, TRAIN, READ))
                .containsExactly("gs://models/* except data/* YNN CREEP", "gs://models/data/* YYY MATCHED");
    }

    @Test
    void what_is_declared_and_provably_not_used_is_dormant() {
        var facts = logged().bind("gs://models", VIEWER, TRAIN).facts();

        assertThat(proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models").lines(facts, TRAIN, READ, LIST))
                .containsExactly("gs://models YYN DORMANT", "gs://models/* YYN DORMANT");
    }

    @Test
    void without_proof_silence_is_not_disuse() {
        var facts = logged().bind("gs://models", VIEWER, TRAIN).facts();

        assertThat(Book.of()
                        .intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/")
                        .lines(facts, TRAIN, READ))
                .containsExactly("gs://models/* except data/* YN? EXCESS", "gs://models/data/* YY? HELD");
    }

    @Test
    void use_beyond_what_is_declared_is_undeclared_wherever_the_grant_reaches() {
        var facts = logged().bind("gs://models", VIEWER, TRAIN)
                .used(TRAIN, GET, "gs://models", "other/", IN_WINDOW)
                .facts();

        assertThat(proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/")
                        .lines(facts, TRAIN, READ))
                .containsExactly("gs://models/* except data/* YNY UNDECLARED", "gs://models/data/* YYN DORMANT");
    }

    @Test
    void use_below_a_prefix_that_is_declared_in_part_is_of_neither_place_for_sure() {
        var facts = logged().bind("gs://models", VIEWER, TRAIN)
                .used(TRAIN, GET, "gs://models", "", IN_WINDOW)
                .facts();
        var book = proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/");

        assertThat(book.lines(facts, TRAIN, READ))
                .containsExactly("gs://models/* except data/* YN? EXCESS", "gs://models/data/* YY? HELD");
        assertThat(book.rows(facts, TRAIN, READ))
                .allSatisfy(row -> assertThat(row.missing())
                        .containsExactly("requests below gs://models/ were logged, and some or all may have been for"
                                + " other places"));
    }

    @Test
    void a_declared_object_in_a_used_folder_is_not_used_for_sure() {
        var facts = logged().bind("gs://models", VIEWER, TRAIN)
                .used(TRAIN, GET, "gs://models", "data/", IN_WINDOW)
                .facts();

        assertThat(proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/model.pb")
                        .lines(facts, TRAIN, READ))
                .containsExactly("gs://models/* except data/model.pb YN? EXCESS", "gs://models/data/model.pb YY? HELD");
    }

    @Test
    void what_is_declared_and_not_granted_is_broken_and_names_the_permission_that_is_needed() {
        var book = proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/");
        var rows = book.rows(logged().facts(), TRAIN, READ);

        assertThat(book.lines(logged().facts(), TRAIN, READ, LIST))
                .containsExactly("gs://models NYN BROKEN", "gs://models/data/* NYN BROKEN");
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.permission()).isEqualTo("storage.objects.get");
            assertThat(row.because()).isEmpty();
            assertThat(row.witness()).isEqualTo("gs://models/data/");
        });
    }

    @Test
    void what_is_granted_in_part_is_broken_in_the_other() {
        var facts = logged().bind("gs://models/data/a/", VIEWER, TRAIN).facts();

        assertThat(proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/")
                        .lines(facts, TRAIN, READ))
                .containsExactly("gs://models/data/* except data/a/* NYN BROKEN", "gs://models/data/a/* YYN DORMANT");
    }

    @Test
    void declared_places_that_overlap_are_told_apart_and_counted_once() {
        var facts = logged().bind("gs://models", VIEWER, TRAIN).facts();

        assertThat(proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/a/", "reads gs://models/data/")
                        .intent(IntentKind.INSPECT, TRAIN, "reads gs://models/data/a/b")
                        .lines(facts, TRAIN, READ))
                .containsExactly(
                        "gs://models/* except data/* YNN CREEP",
                        "gs://models/data/* except data/a/* YYN DORMANT",
                        "gs://models/data/a/* YYN DORMANT");
    }

    @Test
    void training_declares_what_a_checkpoint_needs_where_it_writes() {
        var facts = logged().bind("gs://models", USER, TRAIN).facts();
        var book = proved().intent(IntentKind.TRAIN, TRAIN, "writes gs://models/ckpt/");

        assertThat(book.lines(facts, TRAIN, READ, CREATE, OVERWRITE, DELETE))
                .contains("gs://models/ckpt/* YYN DORMANT")
                .hasSize(8)
                .allMatch(line -> line.endsWith("DORMANT") || line.endsWith("CREEP"));
    }

    @Test
    void use_of_what_is_no_longer_granted_is_past() {
        var facts = logged().used(ANA, GET, "gs://models", "old/", IN_WINDOW)
                .used(ANA, GET, "gs://models", "old/a/", IN_WINDOW)
                .facts();
        var book = proved().intent(IntentKind.INSPECT, ANA, "reads gs://models/data/");

        assertThat(book.lines(facts, ANA, READ))
                .containsExactly("gs://models/data/* NYN BROKEN", "gs://models/old/* NNY PAST");
        assertThat(book.rows(facts, ANA, READ).get(1).uses()).isEqualTo(2);
        assertThat(book.rows(facts, ANA, READ).get(1).permission()).isEqualTo(GET);
    }

    @Test
    void use_that_a_grant_in_the_same_folder_explains_is_not_past() {
        var facts = logged().aclBucket("gs://raw", "acme")
                .objectAcl("gs://raw", "data/x", "user-ana@acme.example", "READER")
                .used(ANA, GET, "gs://raw", "data/", IN_WINDOW)
                .facts();

        assertThat(proved().complete().lines(facts, ANA, READ)).containsExactly("gs://raw/data/x YNY UNDECLARED");
    }

    @Test
    void use_that_an_unread_policy_may_have_granted_is_not_past() {
        var facts = logged().without(Topic.IAM_POLICIES)
                .used(ANA, GET, "gs://models", "old/", IN_WINDOW)
                .facts();
        var book = proved().complete();

        assertThat(book.lines(facts, ANA, READ)).containsExactly("gs://models/old/* ?NY UNKNOWN");
        assertThat(book.rows(facts, ANA, READ).get(0).missing())
                .containsExactly("iam-policies of projects/acme are not in the input");
    }

    @Test
    void requests_before_the_window_and_refused_requests_are_not_use() {
        var facts = logged().bind("gs://models", VIEWER, TRAIN)
                .used(TRAIN, GET, "gs://models", "data/", "2026-08-20T00:00:00Z")
                .usage(TRAIN, GET, "gs://models", "data/", IN_WINDOW, Outcome.DENIED)
                .facts();

        assertThat(proved().complete().lines(facts, TRAIN, READ)).containsExactly("gs://models/* YNN CREEP");
    }

    @Test
    void a_principal_without_intent_is_judged_by_use_alone() {
        var facts = logged().bind("gs://models", VIEWER, TRAIN, ANA)
                .used(TRAIN, GET, "gs://models", "", IN_WINDOW)
                .facts();

        assertThat(proved().lines(facts, TRAIN, READ)).containsExactly("gs://models/* Y?Y USED");
        assertThat(proved().lines(facts, ANA, READ)).containsExactly("gs://models/* Y?N UNUSED");
        assertThat(Book.of().lines(facts, ANA, READ)).containsExactly("gs://models/* Y?? UNKNOWN");
    }

    @Test
    void where_intents_are_complete_a_principal_without_one_is_meant_to_have_nothing() {
        var facts = logged().bind("gs://models", VIEWER, ANA).facts();

        assertThat(proved().complete().lines(facts, ANA, READ)).containsExactly("gs://models/* YNN CREEP");
    }

    @Test
    void an_emergency_identity_may_have_anything_and_is_not_creep() {
        var facts = logged().bind("gs://models", "roles/storage.admin", ANA).facts();

        assertThat(proved().complete().breakGlass(ANA).lines(facts, ANA, READ, DELETE))
                .containsExactly("gs://models/* YYN DORMANT", "gs://models/* YYN DORMANT");
        assertThat(proved().complete().breakGlass(ANA).lines(facts, ANA, WRITE_POLICY))
                .containsExactly("gs://models YYN DORMANT");
    }

    @Test
    void what_a_condition_leaves_open_is_unknown_with_its_reason() {
        var facts = logged().bindIf("resource.hasTagKey('1/x')", "gs://models", VIEWER, TRAIN)
                .facts();
        var book = proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/");

        assertThat(book.lines(facts, TRAIN, READ))
                .containsExactly("gs://models/* except data/* ?NN UNKNOWN", "gs://models/data/* ?YN UNKNOWN");
        assertThat(book.rows(facts, TRAIN, READ))
                .allSatisfy(row -> assertThat(row.missing())
                        .containsExactly("whether the condition `resource.hasTagKey('1/x')` on gs://models holds"
                                + " hangs on `resource.hasTagKey(\"1/x\")`"));
    }

    @Test
    void where_something_is_denied_what_everybody_has_is_not_sure_for_one() {
        var facts = logged().bind("gs://models", VIEWER, "allUsers")
                .deny(
                        "projects/acme",
                        "storage.googleapis.com/objects.get",
                        "principal://goog/subject/ana@acme.example")
                .facts();

        assertThat(proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/")
                        .lines(facts, TRAIN, READ))
                .containsExactly("gs://models/data/* ?Y? UNKNOWN");
    }

    @Test
    void access_of_everybody_is_a_declared_principals_too_and_explained() {
        var facts = logged().bind("gs://models", VIEWER, "allUsers").facts();
        var book = proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/");

        assertThat(book.lines(facts, TRAIN, READ)).containsExactly("gs://models/data/* YY? HELD");
        assertThat(book.rows(facts, TRAIN, READ)).singleElement().satisfies(row -> {
            assertThat(row.because())
                    .extracting(LedgerTest::says)
                    .containsExactly(List.of("allUsers has roles/storage.objectViewer on gs://models"));
            assertThat(row.permission()).isEqualTo(GET);
        });
    }

    @Test
    void what_everybody_may_perhaps_have_leaves_a_declared_place_unknown_with_the_reason() {
        var facts = logged().bareBucket("gs://open", "acme")
                .uniform("gs://open", true)
                .bind("gs://open", VIEWER, "allUsers")
                .facts();
        var book = proved().intent(IntentKind.SERVE, TRAIN, "reads gs://open/data/");

        assertThat(book.lines(facts, TRAIN, READ)).containsExactly("gs://open/data/* ?Y? UNKNOWN");
        assertThat(book.rows(facts, TRAIN, READ).get(0).missing())
                .contains("whether public access prevention is enforced on gs://open is not known");
    }

    @Test
    void nobody_gets_a_row_for_what_everybody_has_unless_it_was_declared() {
        var facts = logged().bind("gs://models", VIEWER, "allUsers").user(ANA).facts();

        assertThat(proved().lines(facts, ANA, READ)).isEmpty();
    }

    @Test
    void silence_about_what_is_public_proves_nothing_since_it_leaves_no_logs() {
        var facts = logged().bind("gs://models", VIEWER, "allUsers", TRAIN).facts();
        var book = proved().complete();

        assertThat(book.lines(facts, "allUsers", READ)).containsExactly("gs://models/* YN? EXCESS");
        assertThat(book.lines(facts, TRAIN, READ)).containsExactly("gs://models/* YN? EXCESS");
        assertThat(book.rows(facts, TRAIN, READ).get(0).missing())
                .containsExactly("requests for what is or may be public in gs://models leave no Data Access logs");
    }

    @Test
    void silence_about_a_group_proves_nothing_since_its_members_are_logged() {
        var facts = logged().without(Topic.GROUP_MEMBERSHIPS)
                .bind("gs://models", VIEWER, "group:ml@acme.example")
                .facts();
        var book = proved().complete();

        assertThat(book.lines(facts, "group:ml@acme.example", READ)).containsExactly("gs://models/* YN? EXCESS");
        assertThat(book.rows(facts, "group:ml@acme.example", READ).get(0).missing())
                .containsExactly("requests by group:ml@acme.example are logged under the names of those it stands for");
    }

    @Test
    void what_is_declared_and_may_come_through_an_unread_group_is_not_broken() {
        var facts = logged().without(Topic.GROUP_MEMBERSHIPS)
                .bind("gs://models", VIEWER, "group:ml@acme.example")
                .facts();
        var book = proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/");

        assertThat(book.lines(facts, TRAIN, READ)).containsExactly("gs://models/data/* ?YN UNKNOWN");
        assertThat(book.rows(facts, TRAIN, READ).get(0).missing())
                .containsExactly("group:ml@acme.example has it, and who is in it is not in the input");
    }

    @Test
    void what_a_domain_has_an_unlisted_person_of_it_may_have_and_a_service_account_has_not() {
        var facts = logged().bind("gs://models", VIEWER, "domain:acme.example").facts();
        var book = proved().intent(IntentKind.INSPECT, ANA, "reads gs://models/data/")
                .intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/");

        assertThat(book.lines(facts, ANA, READ)).containsExactly("gs://models/data/* ?YN UNKNOWN");
        assertThat(book.lines(facts, TRAIN, READ)).containsExactly("gs://models/data/* NYN BROKEN");
    }

    @Test
    void what_is_declared_at_a_bucket_that_is_not_in_the_input_is_unknown() {
        var book = proved().intent(IntentKind.SERVE, TRAIN, "reads gs://elsewhere/data/");

        assertThat(book.lines(logged().facts(), TRAIN, READ)).containsExactly("gs://elsewhere/data/* ?Y? UNKNOWN");
        assertThat(book.rows(logged().facts(), TRAIN, READ).get(0).missing())
                .contains("gs://elsewhere is not in the input");
    }

    @Test
    void what_is_declared_and_may_be_granted_above_what_was_read_is_unknown() {
        var facts = logged().without(Topic.IAM_POLICIES)
                .read(Topic.IAM_POLICIES, "projects/acme")
                .facts();
        var book = proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/");

        assertThat(book.lines(facts, TRAIN, READ)).containsExactly("gs://models/data/* ?YN UNKNOWN");
        assertThat(book.rows(facts, TRAIN, READ).get(0).missing())
                .containsExactly("iam-policies of organizations/1 are not in the input");
    }

    @Test
    void what_is_declared_and_may_be_granted_by_an_acl_that_was_not_read_is_unknown() {
        var facts = logged().aclBucket("gs://raw", "acme")
                .without(Topic.OBJECT_ACLS)
                .facts();
        var book = proved().intent(IntentKind.SERVE, TRAIN, "reads gs://raw/data/");

        assertThat(book.lines(facts, TRAIN, READ)).containsExactly("gs://raw/data/* ?YN UNKNOWN");
        assertThat(book.lines(facts, TRAIN, LIST)).containsExactly("gs://raw NYN BROKEN");
    }

    @Test
    void what_is_declared_below_a_project_without_organisation_is_unknown_where_the_hierarchy_was_not_read() {
        var facts = GcpEstate.with()
                .project("acme")
                .bucket("gs://models", "acme")
                .without(Topic.HIERARCHY)
                .facts();
        var book = Book.of().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/");

        assertThat(book.lines(facts, TRAIN, READ)).containsExactly("gs://models/data/* ?Y? UNKNOWN");
        assertThat(book.rows(facts, TRAIN, READ).get(0).missing())
                .contains("hierarchy of projects/acme are not in the input");
    }

    /** An estate whose policies were not read, and one refused request. */
    private static GcpEstate refused(String prefix) {
        return logged().without(Topic.IAM_POLICIES).usage(TRAIN, GET, "gs://models", prefix, IN_WINDOW, Outcome.DENIED);
    }

    @Test
    void a_refusal_in_a_declared_place_shows_that_it_is_broken_although_policies_were_not_read() {
        assertThat(proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/")
                        .lines(refused("data/a/").facts(), TRAIN, READ))
                .containsExactly("gs://models/data/* NYN BROKEN");
    }

    @Test
    void a_refusal_elsewhere_shows_nothing_of_a_declared_place() {
        for (var prefix : List.of("other/", "")) {
            assertThat(proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/")
                            .lines(refused(prefix).facts(), TRAIN, READ))
                    .as(prefix)
                    .containsExactly("gs://models/data/* ?YN UNKNOWN");
        }
    }

    @Test
    void a_refusal_before_a_later_success_shows_nothing() {
        var facts = refused("data/a/")
                .used(TRAIN, GET, "gs://models", "data/a/", "2026-11-02T00:00:00Z")
                .facts();

        assertThat(proved().intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/")
                        .lines(facts, TRAIN, READ))
                .containsExactly("gs://models/data/* ?YY UNKNOWN");
    }

    @Test
    void use_of_one_place_does_not_make_silence_about_another_a_proof() {
        var facts = logged().bind("gs://models", VIEWER, TRAIN)
                .used(TRAIN, GET, "gs://models", "data/", IN_WINDOW)
                .facts();

        assertThat(Book.of()
                        .intent(IntentKind.SERVE, TRAIN, "reads gs://models/data/", "reads gs://models/spare/")
                        .lines(facts, TRAIN, READ))
                .containsExactly(
                        "gs://models/* except data/*, spare/* YN? EXCESS",
                        "gs://models/data/* YYY MATCHED",
                        "gs://models/spare/* YY? HELD");
    }

    @Test
    void what_is_declared_for_a_group_is_declared_for_its_members() {
        var facts = logged().member("group:ml@acme.example", ANA)
                .bind("gs://models", VIEWER, "group:ml@acme.example")
                .facts();
        var book = proved().intent(IntentKind.INSPECT, "group:ML@acme.example", "reads gs://models");

        assertThat(book.lines(facts, ANA, READ)).containsExactly("gs://models/* YYN DORMANT");
        assertThat(book.lines(facts, "group:ml@acme.example", READ)).isEmpty();
    }

    @Test
    void use_and_intent_are_found_in_any_spelling_of_an_address() {
        var facts = logged().bind("gs://models", VIEWER, "user:Ana@acme.example")
                .used("user:ANA@acme.example", GET, "gs://models", "data/", IN_WINDOW)
                .facts();

        assertThat(proved().intent(IntentKind.INSPECT, "user:aNa@acme.example", "reads gs://models/data/")
                        .lines(facts, ANA, READ))
                .containsExactly("gs://models/* except data/* YNN CREEP", "gs://models/data/* YYY MATCHED");
    }

    @Test
    void a_role_that_the_log_of_another_account_shows_without_its_path_is_known() {
        var role = "arn:aws:iam::222233334444:role/team/serve";
        var facts = AwsEstate.with()
                .account("111122223333")
                .account("222233334444")
                .bucket("s3://models", "111122223333")
                .role(role, "Allow s3:GetObject on *")
                .bucketPolicy("s3://models", "Allow to 222233334444 s3:GetObject on arn:aws:s3:::models/*")
                .used("arn:aws:iam::222233334444:role/serve", "s3:GetObject", "s3://models", "a/", IN_WINDOW)
                .facts();

        assertThat(Book.of().lines(facts, role, READ)).containsExactly("s3://models/* Y?Y USED");
    }

    @Test
    void a_write_counts_as_creation_and_as_replacement() {
        var role = "arn:aws:iam::111122223333:role/train";
        var facts = AwsEstate.with()
                .account("111122223333")
                .bucket("s3://models", "111122223333")
                .role(role, "Allow s3:PutObject on arn:aws:s3:::models/*")
                .used(role, "s3:PutObject", "s3://models", "", IN_WINDOW)
                .facts();

        assertThat(Book.of().lines(facts, role, CREATE, OVERWRITE))
                .containsExactly("s3://models/* Y?Y USED", "s3://models/* Y?Y USED");
    }

    @Test
    void dozens_of_used_prefixes_are_shown_as_few() {
        var estate = logged();
        for (int i = 0; i < 40; i++) {
            estate.used(TRAIN, GET, "gs://models", "data/run-" + i + "/", IN_WINDOW);
        }

        assertThat(proved().complete().lines(estate.facts(), TRAIN, READ))
                .containsExactly("gs://models/data/* NNY PAST");
    }

    @Test
    void a_permission_on_the_bucket_and_one_on_its_objects_are_rows_of_their_own() {
        var facts = logged().aclBucket("gs://raw", "acme")
                .bind("gs://raw", "roles/storage.objectAdmin", ANA)
                .bindIf("resource.hasTagKey('1/x')", "gs://raw", "roles/storage.admin", ANA)
                .facts();

        assertThat(proved().complete().lines(facts, ANA, WRITE_POLICY))
                .containsExactly("gs://raw ?NN UNKNOWN", "gs://raw/* YN? EXCESS");
    }

    @Test
    void impersonation_is_a_row_at_the_service_account() {
        var facts = logged().serviceAccount(TRAIN, "acme")
                .bind(TRAIN, "roles/iam.serviceAccountTokenCreator", ANA)
                .facts();
        var book = proved().complete();

        assertThat(book.lines(facts, ANA, IMPERSONATE)).containsExactly(TRAIN + " YN? EXCESS");
        assertThat(book.rows(facts, ANA, IMPERSONATE).get(0).witness()).isEqualTo(TRAIN);
        assertThat(book.rows(facts, ANA, IMPERSONATE).get(0).container()).isEqualTo("projects/acme");
    }

    @Test
    void use_of_a_configuration_counts_although_its_absence_is_not_proved() {
        var facts = logged().bind("gs://models", "roles/storage.admin", ANA)
                .used(ANA, "storage.buckets.update", "gs://models", "", IN_WINDOW)
                .facts();

        assertThat(proved().complete().lines(facts, ANA, CONFIGURE)).containsExactly("gs://models YNY UNDECLARED");
    }

    @Test
    void a_grant_on_every_name_but_the_empty_one_breaks_nothing() {
        var role = "arn:aws:iam::111122223333:role/train";
        var facts = AwsEstate.with()
                .account("111122223333")
                .bucket("s3://models", "111122223333")
                .role(role, "Allow s3:GetObject on arn:aws:s3:::models/?*")
                .facts();

        assertThat(Book.of().intent(IntentKind.SERVE, role, "reads s3://models").lines(facts, role, READ))
                .containsExactly("s3://models/?* YY? HELD");
    }

    @Test
    void places_that_would_overlap_are_told_apart() {
        var role = "arn:aws:iam::111122223333:role/train";
        var facts = AwsEstate.with()
                .account("111122223333")
                .bucket("s3://models", "111122223333")
                .role(
                        role,
                        "Allow s3:GetObject on arn:aws:s3:::models/*.pb",
                        "Allow s3:GetObject on arn:aws:s3:::models/a/*",
                        "Deny s3:GetObject on arn:aws:s3:::models/x*")
                .facts();

        assertThat(Book.of().lines(facts, role, READ))
                .containsExactly("s3://models/*.pb except x* Y?? UNKNOWN", "s3://models/a/* except *.pb Y?? UNKNOWN");
    }

    @Test
    void a_cell_that_takes_too_much_to_decide_is_one_unknown_row() {
        var estate =
                logged().aclBucket("gs://raw", "acme").bindIf("resource.hasTagKey('1/x')", "gs://raw", VIEWER, ANA);
        for (int i = 0; i < 600; i++) {
            estate.objectAcl("gs://raw", "object-" + i, "user-ana@acme.example", "READER");
        }
        var book = proved().complete();
        List<Fact> facts = estate.facts();

        assertThat(book.lines(facts, ANA, READ)).containsExactly("gs://raw/* ?NN UNKNOWN");
        assertThat(book.rows(facts, ANA, READ).get(0).missing())
                .anySatisfy(reason -> assertThat(reason).contains("a pattern has more than 500 exceptions"));
    }
}
