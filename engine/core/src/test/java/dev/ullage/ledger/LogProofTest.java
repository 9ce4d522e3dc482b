package dev.ullage.ledger;

import static dev.ullage.ledger.Book.NOW;
import static dev.ullage.model.PermissionClass.CONFIGURE;
import static dev.ullage.model.PermissionClass.CREATE;
import static dev.ullage.model.PermissionClass.IMPERSONATE;
import static dev.ullage.model.PermissionClass.LIST;
import static dev.ullage.model.PermissionClass.READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsEstate;
import dev.ullage.access.gcp.GcpEstate;
import dev.ullage.model.Answer;
import dev.ullage.model.AuditConfig;
import dev.ullage.model.LogKind;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.model.Trail;
import dev.ullage.model.TrailSelector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LogProofTest {

    private static LogProof proof(Snapshot snapshot, Book book) {
        return new LogProof(new FactIndex(snapshot), book.estate(), NOW);
    }

    @Nested
    class On_gcp {

        private static final String ANA = "user:ana@acme.example";
        private static final String FROM = "2026-08-22T00:00:00Z";

        private static GcpEstate withoutConfig() {
            return GcpEstate.with()
                    .organization("organizations/1")
                    .folder("folders/2", "organizations/1")
                    .project("acme", "folders/2")
                    .bucket("gs://models", "acme");
        }

        private static GcpEstate complete() {
            return withoutConfig().auditConfig("projects/acme", "DATA_READ").auditConfig("projects/acme", "DATA_WRITE");
        }

        private static Book stated() {
            return Book.of().logs(Provider.GCP, "organizations/1");
        }

        private static Optional<String> gap(GcpEstate estate, Book book, PermissionClass permissionClass) {
            return proof(estate.snapshot(), book).gap(ANA, "gs://models", permissionClass, permissionClass != LIST);
        }

        @Test
        void all_pieces_together_prove_disuse_of_reads_and_writes() {
            assertThat(gap(complete(), stated(), READ)).isEmpty();
            assertThat(gap(complete(), stated(), LIST)).isEmpty();
            assertThat(gap(complete(), stated(), CREATE)).isEmpty();
        }

        @Test
        void a_class_that_is_not_counted_is_never_proved() {
            assertThat(gap(complete(), stated(), IMPERSONATE))
                    .contains("use of impersonate is not read from the logs yet");
        }

        @Test
        void reads_and_writes_are_switched_on_apart() {
            var readsOnly = withoutConfig().auditConfig("projects/acme", "DATA_READ");

            assertThat(gap(readsOnly, stated(), READ)).isEmpty();
            assertThat(gap(readsOnly, stated(), CREATE))
                    .contains("DATA_WRITE logs of storage.googleapis.com are not switched on for projects/acme");
        }

        @Test
        void what_is_switched_on_above_is_inherited_and_what_is_beside_is_not() {
            assertThat(gap(withoutConfig().auditConfig("organizations/1", "DATA_READ"), stated(), READ))
                    .isEmpty();
            assertThat(gap(
                            withoutConfig().project("other", "folders/2").auditConfig("projects/other", "DATA_READ"),
                            stated(),
                            READ))
                    .isPresent();
        }

        @Test
        void the_log_of_another_service_proves_nothing_and_that_of_all_services_does() {
            assertThat(gap(withConfigOf("bigquery.googleapis.com"), stated(), READ))
                    .isPresent();
            assertThat(gap(withConfigOf("allServices"), stated(), READ)).isEmpty();
        }

        private static GcpEstate withConfigOf(String service) {
            return withoutConfig()
                    .fact(new AuditConfig("projects/acme", service, "DATA_READ", List.of(), new Source("x", 1, "")));
        }

        @Test
        void an_exempted_principal_leaves_no_trace_in_any_spelling() {
            assertThat(gap(
                            complete().auditConfig("organizations/1", "DATA_READ", "user:Ana@ACME.example"),
                            stated(),
                            READ))
                    .contains("user:ana@acme.example is exempted from DATA_READ logs on organizations/1");
        }

        @Test
        void somebody_else_who_is_exempted_is_no_matter() {
            assertThat(gap(
                            complete().auditConfig("organizations/1", "DATA_READ", "user:ben@acme.example"),
                            stated(),
                            READ))
                    .isEmpty();
        }

        @Test
        void a_member_of_an_exempted_group_leaves_no_trace() {
            assertThat(gap(
                            complete()
                                    .member("group:ml@acme.example", ANA)
                                    .auditConfig("projects/acme", "DATA_READ", "group:ml@acme.example"),
                            stated(),
                            READ))
                    .contains("user:ana@acme.example is exempted from DATA_READ logs on projects/acme");
            assertThat(gap(
                            complete()
                                    .member("group:ml@acme.example", "user:ben@acme.example")
                                    .auditConfig("projects/acme", "DATA_READ", "group:ml@acme.example"),
                            stated(),
                            READ))
                    .isEmpty();
        }

        @Test
        void an_exempted_group_that_was_not_read_may_hold_anybody() {
            assertThat(gap(
                            complete()
                                    .without(Topic.GROUP_MEMBERSHIPS)
                                    .auditConfig("projects/acme", "DATA_READ", "group:ml@acme.example"),
                            stated(),
                            READ))
                    .contains("user:ana@acme.example may, through group:ml@acme.example, be exempted from DATA_READ"
                            + " logs on projects/acme");
        }

        @Test
        void an_exempted_domain_may_hold_its_people() {
            assertThat(gap(complete().auditConfig("projects/acme", "DATA_READ", "domain:acme.example"), stated(), READ))
                    .isPresent();
            assertThat(gap(
                            complete().auditConfig("projects/acme", "DATA_READ", "domain:other.example"),
                            stated(),
                            READ))
                    .isEmpty();
        }

        @Test
        void whether_logs_are_on_at_all_is_asked_for_everybody_and_no_exemption_counts() {
            var estate = complete().auditConfig("projects/acme", "DATA_READ", ANA);

            assertThat(proof(estate.snapshot(), stated()).switchedOff("*", "gs://models", true))
                    .isEmpty();
        }

        @Test
        void without_the_statement_on_data_logs_nothing_is_proved() {
            assertThat(gap(
                            complete(),
                            Book.of()
                                    .logs(Provider.GCP, "organizations/1", LogKind.ADMIN, FROM, "2026-11-20T00:00:00Z"),
                            READ))
                    .contains("estate.yaml does not state that the data logs of projects/acme are in the input from"
                            + " 2026-08-22T00:00:00Z to 2026-11-20T00:00:00Z");
        }

        @Test
        void without_the_statement_on_administrative_logs_nothing_is_proved() {
            assertThat(gap(
                            complete(),
                            Book.of().logs(Provider.GCP, "organizations/1", LogKind.DATA, FROM, "2026-11-20T00:00:00Z"),
                            READ))
                    .contains("estate.yaml does not state that the admin logs of projects/acme are in the input from"
                            + " 2026-08-22T00:00:00Z to 2026-11-20T00:00:00Z");
        }

        @Test
        void a_statement_for_another_scope_proves_nothing() {
            assertThat(gap(complete().project("other"), Book.of().logs(Provider.GCP, "projects/other"), READ))
                    .isPresent();
        }

        @Test
        void a_scope_named_by_project_number_is_the_project() {
            assertThat(gap(complete(), Book.of().logs(Provider.GCP, "projects/" + GcpEstate.number("acme")), READ))
                    .isEmpty();
        }

        @Test
        void logs_that_begin_within_the_window_prove_nothing() {
            assertThat(gap(complete(), exported("2026-08-22T00:00:00Z", "2026-11-20T00:00:00Z"), READ))
                    .isEmpty();
            assertThat(gap(complete(), exported("2026-08-22T00:00:01Z", "2026-11-20T00:00:00Z"), READ))
                    .isPresent();
        }

        @Test
        void logs_that_end_before_the_audit_prove_nothing() {
            assertThat(gap(complete(), exported(FROM, "2026-11-20T00:00:00Z"), READ))
                    .isEmpty();
            assertThat(gap(complete(), exported(FROM, "2026-11-19T23:59:59Z"), READ))
                    .isPresent();
        }

        private static Book exported(String from, String to) {
            return Book.of()
                    .logs(Provider.GCP, "projects/acme", LogKind.ADMIN, from, to)
                    .logs(Provider.GCP, "projects/acme", LogKind.DATA, from, to);
        }

        @Test
        void a_change_of_what_is_logged_within_the_window_at_or_above_the_project_proves_nothing() {
            assertThat(gap(complete().logConfigChange("folders/2", "2026-10-01T00:00:00Z"), stated(), READ))
                    .contains("what is logged in folders/2 was changed at 2026-10-01T00:00:00Z by SetIamPolicy");
        }

        @Test
        void a_change_before_the_window_or_elsewhere_is_no_matter() {
            assertThat(gap(complete().logConfigChange("folders/2", "2026-08-21T23:59:59Z"), stated(), READ))
                    .isEmpty();
            assertThat(gap(
                            complete()
                                    .project("other", "folders/2")
                                    .logConfigChange("projects/other", "2026-10-01T00:00:00Z"),
                            stated(),
                            READ))
                    .isEmpty();
        }

        @Test
        void a_log_file_that_was_read_in_part_proves_nothing() {
            assertThat(gap(complete().denied(Topic.DATA_LOGS, "projects/acme"), stated(), READ))
                    .contains("data-logs of projects/acme: permission denied");
            assertThat(gap(complete().denied(Topic.ADMIN_LOGS, "*"), stated(), READ))
                    .contains("admin-logs of *: permission denied");
        }

        @Test
        void crowds_are_logged_under_other_names() {
            for (var crowd :
                    List.of("group:ml@acme.example", "domain:acme.example", "allUsers", "projectEditor:acme")) {
                assertThat(proof(complete().snapshot(), stated()).gap(crowd, "gs://models", READ, true))
                        .contains("requests by " + crowd + " are logged under the names of those it stands for");
            }
        }
    }

    @Nested
    class On_aws {

        private static final String ACME = "111122223333";
        private static final String ROOT_ACCOUNT = "999900001111";
        private static final String TRAIN = "arn:aws:iam::111122223333:role/train";
        private static final String OWN_TRAIL = "arn:aws:cloudtrail:eu-central-1:111122223333:trail/own";
        private static final String ORG_TRAIL = "arn:aws:cloudtrail:us-east-1:999900001111:trail/all";
        private static final TrailSelector ALL = new TrailSelector(true, true, List.of("arn:aws:s3"));

        private static AwsEstate estate() {
            return AwsEstate.with()
                    .organization("o-1")
                    .accountIn(ACME, "o-1")
                    .accountIn(ROOT_ACCOUNT, "o-1")
                    .bucket("s3://models", ACME);
        }

        private static Book stated() {
            return Book.of().logs(Provider.AWS, "o-1");
        }

        private static Optional<String> gap(AwsEstate estate, Book book, PermissionClass permissionClass) {
            return proof(estate.snapshot(), book).gap(TRAIN, "s3://models", permissionClass, permissionClass != LIST);
        }

        @Test
        void a_trail_of_all_objects_in_all_regions_proves_disuse() {
            assertThat(gap(estate().trail(OWN_TRAIL, ACME, true, ALL), stated(), READ))
                    .isEmpty();
            assertThat(gap(estate().trail(OWN_TRAIL, ACME, true, ALL), stated(), CREATE))
                    .isEmpty();
        }

        @Test
        void without_a_trail_nothing_is_proved() {
            assertThat(gap(estate(), stated(), READ))
                    .contains("no trail in the input has recorded reads of s3://models since 2026-08-22T00:00:00Z");
        }

        @Test
        void a_trail_without_selectors_records_no_objects() {
            assertThat(gap(estate().trail(OWN_TRAIL, ACME, true), stated(), READ))
                    .isPresent();
        }

        @Test
        void reads_and_writes_are_recorded_apart() {
            var writes = new TrailSelector(false, true, List.of("arn:aws:s3"));

            assertThat(gap(estate().trail(OWN_TRAIL, ACME, true, writes), stated(), READ))
                    .isPresent();
            assertThat(gap(estate().trail(OWN_TRAIL, ACME, true, writes), stated(), CREATE))
                    .isEmpty();
        }

        @Test
        void a_selector_has_to_cover_the_whole_bucket_and_no_other() {
            for (var covered :
                    List.of("arn:aws:s3:::models/", "arn:aws:s3:::", "arn:aws:s3:::mod", "arn:aws-us-gov:s3")) {
                assertThat(gap(
                                estate().trail(OWN_TRAIL, ACME, true, new TrailSelector(true, true, List.of(covered))),
                                stated(),
                                READ))
                        .as(covered)
                        .isEmpty();
            }
            for (var other : List.of("arn:aws:s3:::models/data/", "arn:aws:s3:::models-2/", "arn:aws:s3:::other/")) {
                assertThat(gap(
                                estate().trail(OWN_TRAIL, ACME, true, new TrailSelector(true, true, List.of(other))),
                                stated(),
                                READ))
                        .as(other)
                        .isPresent();
            }
        }

        @Test
        void a_trail_of_one_region_sees_the_buckets_of_that_region_only() {
            assertThat(gap(estate().trail(OWN_TRAIL, ACME, false, ALL), stated(), READ))
                    .isEmpty();
            assertThat(gap(
                            AwsEstate.with()
                                    .account(ACME)
                                    .bucketIn("us-east-1", "s3://models", ACME)
                                    .trail(OWN_TRAIL, ACME, false, ALL),
                            Book.of().logs(Provider.AWS, ACME),
                            READ))
                    .isPresent();
        }

        @Test
        void a_trail_of_another_account_sees_nothing() {
            assertThat(gap(estate().trail(ORG_TRAIL, ROOT_ACCOUNT, true, ALL), stated(), READ))
                    .isPresent();
        }

        @Test
        void a_trail_of_the_organisation_sees_every_account_of_it() {
            assertThat(gap(estate().trail(ORG_TRAIL, "o-1", true, ALL), stated(), READ))
                    .isEmpty();
        }

        @Test
        void a_change_in_the_account_that_owns_the_organisations_trail_proves_nothing() {
            assertThat(gap(
                            estate().trail(ORG_TRAIL, "o-1", true, ALL)
                                    .logConfigChange(ROOT_ACCOUNT, "2026-10-01T00:00:00Z"),
                            stated(),
                            READ))
                    .contains("what is logged in 999900001111 was changed at 2026-10-01T00:00:00Z by StopLogging");
        }

        @Test
        void a_trail_proves_nothing_of_management_events_which_nobody_said_it_records() {
            var watched = estate().trail(ORG_TRAIL, "o-1", true, ALL);

            assertThat(proof(watched.snapshot(), stated()).gap(TRAIN, "s3://models", CONFIGURE, false))
                    .contains("whether a trail records management events of s3://models is not in the input");
        }

        @Test
        void the_administrative_log_of_the_trails_own_account_has_to_be_in_the_input() {
            assertThat(gap(
                            estate().trail(ORG_TRAIL, "o-1", true, ALL),
                            Book.of().logs(Provider.AWS, ACME),
                            READ))
                    .contains("estate.yaml does not state that the admin logs of 999900001111 are in the input from"
                            + " 2026-08-22T00:00:00Z to 2026-11-20T00:00:00Z");
        }

        @Test
        void one_unwatched_trail_beside_a_watched_one_does_not_spoil_the_proof() {
            assertThat(gap(
                            estate().trail(ORG_TRAIL, "o-1", true, ALL).trail(OWN_TRAIL, ACME, true, ALL),
                            Book.of().logs(Provider.AWS, ACME),
                            READ))
                    .isEmpty();
        }

        @Test
        void a_change_in_the_buckets_account_proves_nothing() {
            assertThat(gap(
                            estate().trail(OWN_TRAIL, ACME, true, ALL).logConfigChange(ACME, "2026-10-01T00:00:00Z"),
                            stated(),
                            READ))
                    .isPresent();
        }

        @Test
        void a_trail_that_does_not_record_or_began_within_the_window_proves_nothing() {
            assertThat(gap(with(Answer.NO, null), stated(), READ)).isPresent();
            assertThat(gap(with(Answer.UNKNOWN, null), stated(), READ)).isPresent();
            assertThat(gap(with(Answer.YES, "2026-08-22T00:00:00Z"), stated(), READ))
                    .isPresent();
            assertThat(gap(with(Answer.YES, "2026-08-21T23:59:59Z"), stated(), READ))
                    .isEmpty();
            assertThat(gap(with(Answer.YES, null), stated(), READ)).isEmpty();
        }

        private static AwsEstate with(Answer logging, String startedAt) {
            return estate().fact(new Trail(
                    OWN_TRAIL,
                    ACME,
                    logging,
                    startedAt == null ? null : Instant.parse(startedAt),
                    true,
                    List.of(ALL),
                    true,
                    new Source("x", 1, "")));
        }

        @Test
        void a_bucket_that_is_not_in_the_input_is_asked_of_trails_and_not_of_audit_configurations() {
            assertThat(proof(estate().snapshot(), stated()).gap(TRAIN, "s3://elsewhere", READ, true))
                    .contains("no trail in the input has recorded reads of s3://elsewhere since 2026-08-22T00:00:00Z");
        }
    }
}
