package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.LogConfigChange;
import dev.ullage.model.Outcome;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Usage;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogReaderTest {

    private static final String TRAINER = "trainer@p.iam.gserviceaccount.com";
    private static final String GET =
            "{\"granted\":true,\"permission\":\"storage.objects.get\",\"resource\":\"projects/_/buckets/b/objects/%s\"}";

    @TempDir
    Path root;

    private GcpFolder folder;
    private int inserted;

    @BeforeEach
    void folder() {
        folder = new GcpFolder(root);
    }

    @Test
    void requests_are_counted_by_principal_permission_bucket_and_folder() {
        folder.file(
                "log.json",
                get("2026-10-02T00:00:00Z", "a/b/c/d/e")
                        + get("2026-10-01T00:00:00Z", "a/b/c/x")
                        + get("2026-10-03T00:00:00Z", "top"));

        assertThat(folder.all(Usage.class))
                .containsExactly(
                        new Usage(
                                Provider.GCP,
                                "serviceAccount:" + TRAINER,
                                "storage.objects.get",
                                "gs://b",
                                "",
                                Outcome.ALLOWED,
                                1,
                                Instant.parse("2026-10-03T00:00:00Z"),
                                Instant.parse("2026-10-03T00:00:00Z"),
                                new Source("log.json", 3, "")),
                        new Usage(
                                Provider.GCP,
                                "serviceAccount:" + TRAINER,
                                "storage.objects.get",
                                "gs://b",
                                "a/b/c/",
                                Outcome.ALLOWED,
                                2,
                                Instant.parse("2026-10-01T00:00:00Z"),
                                Instant.parse("2026-10-02T00:00:00Z"),
                                new Source("log.json", 1, "")));
    }

    @Test
    void an_array_of_entries_and_the_envelope_of_the_api_are_read_alike() {
        folder.file("a.json", "[" + get("2026-10-02T00:00:00Z", "x") + "]");
        folder.file("b.json", "{\"entries\":[" + get("2026-10-02T00:00:00Z", "x") + "]}");

        assertThat(folder.all(Usage.class)).extracting(Usage::count).containsExactly(2L);
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void an_entry_that_was_delivered_twice_is_counted_once() {
        var entry = get("2026-10-02T00:00:00Z", "x");
        folder.file("a.json", entry + entry);
        folder.file("b.json", entry);

        assertThat(folder.all(Usage.class)).extracting(Usage::count).containsExactly(1L);
    }

    @Test
    void a_permission_that_is_not_said_to_be_granted_was_denied() {
        folder.file(
                "log.json",
                entry(
                        "{\"principalEmail\":\"ana@acme.example\"}",
                        "[" + GET.formatted("x").replace("\"granted\":true,", "") + "]",
                        ""));

        assertThat(folder.all(Usage.class))
                .extracting(usage -> usage.principal() + " " + usage.outcome())
                .containsExactly("user:ana@acme.example DENIED");
    }

    @Test
    void a_refused_request_used_none_of_its_permissions() {
        folder.file(
                "log.json",
                entry(
                        "{\"principalEmail\":\"ana@acme.example\"}",
                        "[" + GET.formatted("x") + "]",
                        ",\"status\":{\"code\":7}"));

        assertThat(folder.all(Usage.class)).extracting(Usage::outcome).containsExactly(Outcome.DENIED);
    }

    @Test
    void a_request_that_failed_for_another_reason_used_its_permission() {
        folder.file(
                "log.json",
                entry(
                        "{\"principalEmail\":\"ana@acme.example\"}",
                        "[" + GET.formatted("x") + "]",
                        ",\"status\":{\"code\":5}"));

        assertThat(folder.all(Usage.class)).extracting(Usage::outcome).containsExactly(Outcome.ALLOWED);
    }

    @Test
    void the_one_on_whose_authority_the_request_ran_is_the_principal() {
        folder.file(
                "log.json",
                entry(
                                "{\"principalEmail\":\"" + TRAINER
                                        + "\",\"serviceAccountDelegationInfo\":[{\"firstPartyPrincipal\":{\"principalEmail\":\"ana@acme.example\"}}]}",
                                "[" + GET.formatted("x") + "]",
                                "")
                        + entry(
                                "{\"principalSubject\":\"principal://iam.googleapis.com/x/subject/y\"}",
                                "[" + GET.formatted("x") + "]",
                                "")
                        + entry("{}", "[" + GET.formatted("x") + "]", ""));

        assertThat(folder.all(Usage.class))
                .extracting(Usage::principal)
                .containsExactly("allUsers", "principal://iam.googleapis.com/x/subject/y", "serviceAccount:" + TRAINER);
    }

    @Test
    void what_the_caller_wrote_decides_nothing() {
        var plain = entry("{\"principalEmail\":\"ana@acme.example\"}", "[" + GET.formatted("x") + "]", "");
        folder.file(
                "log.json",
                plain.replace(
                        "\"methodName\"",
                        "\"requestMetadata\":{\"callerSuppliedUserAgent\":\"" + TRAINER
                                + " </script>\\u001b[2J\"},\"methodName\""));

        assertThat(folder.all(Usage.class))
                .extracting(usage -> usage.principal() + " " + usage.permission())
                .containsExactly("user:ana@acme.example storage.objects.get");
    }

    @Test
    void a_request_without_permission_checks_is_known_by_its_method() {
        folder.file("log.json", entry("{}", "[]", ",\"status\":{}"));

        assertThat(folder.all(Usage.class))
                .extracting(usage -> usage.permission() + " " + usage.bucket() + " " + usage.prefix())
                .containsExactly("storage.objects.get gs://b m/");
    }

    @Test
    void other_services_and_other_logs_are_passed_over() {
        folder.file(
                "log.json",
                get("2026-10-02T00:00:00Z", "x").replace("storage.googleapis.com", "compute.googleapis.com")
                        + "{\"logName\":\"projects/p/logs/app\",\"timestamp\":\"2026-10-02T00:00:00Z\",\"textPayload\":\"hello\"}");

        assertThat(folder.read().facts()).isEmpty();
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void a_change_of_audit_configuration_is_put_down_and_a_change_of_bindings_is_not() {
        folder.file(
                "log.json",
                change(
                                "SetIamPolicy",
                                "\"serviceData\":{\"policyDelta\":{\"auditConfigDeltas\":[{\"action\":\"REMOVE\"}]}}",
                                "")
                        + change(
                                "SetIamPolicy",
                                "\"serviceData\":{\"policyDelta\":{\"bindingDeltas\":[{\"action\":\"ADD\"}]}}",
                                "")
                        + change(
                                "SetIamPolicy",
                                "\"metadata\":{\"policyDelta\":{\"auditConfigDeltas\":[{\"action\":\"ADD\"}]}}",
                                ",\"status\":{\"code\":7}")
                        + change("google.logging.v2.ConfigServiceV2.CreateExclusion", "\"metadata\":{}", ""));
        folder.file("p.json", GcpFolder.PROJECT);

        assertThat(folder.all(LogConfigChange.class))
                .containsExactly(
                        new LogConfigChange(
                                Provider.GCP,
                                "projects/acme-ml",
                                Instant.parse("2026-09-03T15:41:28Z"),
                                "SetIamPolicy",
                                new Source("log.json", 1, "")),
                        new LogConfigChange(
                                Provider.GCP,
                                "projects/acme-ml",
                                Instant.parse("2026-09-03T15:41:28Z"),
                                "google.logging.v2.ConfigServiceV2.CreateExclusion",
                                new Source("log.json", 4, "")));
    }

    @Test
    void an_entry_without_a_valid_time_is_named() {
        folder.file("log.json", get("yesterday", "x"));

        assertThat(folder.problems())
                .containsExactly("log.json:1:1: `timestamp` is not a time as RFC 3339 writes it; export it again (at"
                        + " `/timestamp`)");
    }

    private String get(String when, String object) {
        return entry(when, "{\"principalEmail\":\"" + TRAINER + "\"}", "[" + GET.formatted(object) + "]", "");
    }

    private String entry(String authentication, String checks, String more) {
        return entry("2026-10-02T00:00:00Z", authentication, checks, more);
    }

    private String entry(String when, String authentication, String checks, String more) {
        inserted++;
        return "{\"insertId\":\"i" + inserted
                + "\",\"logName\":\"projects/p/logs/cloudaudit.googleapis.com%2Fdata_access\",\"timestamp\":\""
                + when
                + "\",\"protoPayload\":{\"serviceName\":\"storage.googleapis.com\",\"methodName\":\"storage.objects.get\","
                + "\"resourceName\":\"projects/_/buckets/b/objects/m/n\",\"authenticationInfo\":" + authentication
                + ",\"authorizationInfo\":" + checks + more + "}}\n";
    }

    private String change(String method, String data, String more) {
        inserted++;
        return "{\"insertId\":\"i" + inserted
                + "\",\"logName\":\"projects/123/logs/cloudaudit.googleapis.com%2Factivity\","
                + "\"timestamp\":\"2026-09-03T15:41:28Z\",\"protoPayload\":{\"serviceName\":\"cloudresourcemanager.googleapis.com\",\"methodName\":\""
                + method + "\"," + data + more + "}}\n";
    }
}
