package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.AuditConfig;
import dev.ullage.model.Bucket;
import dev.ullage.model.Condition;
import dev.ullage.model.Container;
import dev.ullage.model.RoleBinding;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetIamPolicyReaderTest {

    private static final String BUCKET_POLICY = """
            {"name":"//storage.googleapis.com/acme-models","asset_type":"storage.googleapis.com/Bucket",\
            "ancestors":["projects/123","folders/2","organizations/1"],"iam_policy":{"version":3,"etag":"CAI=","bindings":[\
            {"role":"roles/storage.objectViewer","members":["allUsers","group:ml@acme.example"]},\
            {"role":"roles/storage.objectAdmin","members":["user:ana@acme.example"],\
            "condition":{"title":"tmp only","expression":"resource.name.startsWith('x')"}}]}}
            """;
    private static final String PROJECT_POLICY = """
            {"name":"//cloudresourcemanager.googleapis.com/projects/123","asset_type":"cloudresourcemanager.googleapis.com/Project",\
            "ancestors":["projects/123","folders/2","organizations/1"],"iam_policy":{"bindings":[\
            {"role":"roles/viewer","members":["user:ana@acme.example"]}],"audit_configs":[{"service":"storage.googleapis.com",\
            "audit_log_configs":[{"log_type":"DATA_READ","exempted_members":["user:ci@acme.example"]},{"log_type":2}]}]}}
            """;

    @TempDir
    Path root;

    private GcpFolder folder;

    @BeforeEach
    void folder() {
        folder = new GcpFolder(root);
    }

    @Test
    void every_member_of_every_binding_is_a_fact_in_the_providers_words() {
        folder.file("iam.ndjson", BUCKET_POLICY);

        assertThat(folder.all(RoleBinding.class))
                .containsExactly(
                        new RoleBinding(
                                "gs://acme-models",
                                "roles/storage.objectViewer",
                                "allUsers",
                                null,
                                "CAI=",
                                new Source("iam.ndjson", 1, "/iam_policy/bindings/0/members/0")),
                        new RoleBinding(
                                "gs://acme-models",
                                "roles/storage.objectViewer",
                                "group:ml@acme.example",
                                null,
                                "CAI=",
                                new Source("iam.ndjson", 1, "/iam_policy/bindings/0/members/1")),
                        new RoleBinding(
                                "gs://acme-models",
                                "roles/storage.objectAdmin",
                                "user:ana@acme.example",
                                new Condition("tmp only", "resource.name.startsWith('x')"),
                                "CAI=",
                                new Source("iam.ndjson", 1, "/iam_policy/bindings/1/members/0")));
    }

    @Test
    void the_names_of_rest_and_an_array_are_read_alike() {
        folder.file("iam.json", """
                [{"name": "//storage.googleapis.com/b", "assetType": "storage.googleapis.com/Bucket",
                  "iamPolicy": {"bindings": [{"role": "roles/x", "members": ["allUsers"]}]}}]
                """);

        assertThat(folder.all(RoleBinding.class))
                .containsExactly(new RoleBinding(
                        "gs://b",
                        "roles/x",
                        "allUsers",
                        null,
                        null,
                        new Source("iam.json", 1, "/0/iamPolicy/bindings/0/members/0")));
    }

    @ParameterizedTest
    @CsvSource({
        "//cloudresourcemanager.googleapis.com/organizations/1, organizations/1",
        "//cloudresourcemanager.googleapis.com/folders/2, folders/2",
        "//cloudresourcemanager.googleapis.com/projects/123, projects/acme-ml",
        "//cloudresourcemanager.googleapis.com/projects/99, projects/99",
        "//storage.googleapis.com/acme-models, gs://acme-models",
        "//storage.googleapis.com/projects/_/buckets/acme-models, gs://acme-models",
        "//storage.googleapis.com/projects/_/buckets/b/managedFolders/a/b/, gs://b/a/b/",
        "//storage.googleapis.com/projects/_/buckets/b/managedFolders/a/b, gs://b/a/b/",
        "//iam.googleapis.com/projects/acme-ml/serviceAccounts/t@acme-ml.iam.gserviceaccount.com,"
                + " serviceAccount:t@acme-ml.iam.gserviceaccount.com",
        "//iam.googleapis.com/projects/acme-ml/serviceAccounts/108000,"
                + " serviceAccount:trainer@acme-ml.iam.gserviceaccount.com",
        "//iam.googleapis.com/projects/acme-ml/serviceAccounts/555,"
                + " //iam.googleapis.com/projects/acme-ml/serviceAccounts/555",
        "//pubsub.googleapis.com/projects/acme-ml/topics/t, //pubsub.googleapis.com/projects/acme-ml/topics/t",
    })
    void a_resource_has_the_name_that_the_rest_of_the_estate_knows_it_by(String asset, String resource) {
        folder.file(
                "a.json",
                "{\"name\":\"" + asset + "\",\"asset_type\":\"x.googleapis.com/X\",\"iam_policy\":{\"bindings\":["
                        + "{\"role\":\"roles/x\",\"members\":[\"allUsers\"]}]}}");
        folder.file("b.json", GcpFolder.PROJECT + """
                        {"name":"//iam.googleapis.com/projects/acme-ml/serviceAccounts/108000",\
                        "asset_type":"iam.googleapis.com/ServiceAccount","ancestors":["projects/123"],"resource":{"data":{\
                        "email":"trainer@acme-ml.iam.gserviceaccount.com","projectId":"acme-ml","uniqueId":"108000"}}}
                        """);

        assertThat(folder.all(RoleBinding.class))
                .extracting(RoleBinding::resource)
                .containsExactly(resource);
    }

    @Test
    void audit_configurations_are_read_with_their_exemptions() {
        folder.file("iam.ndjson", PROJECT_POLICY);

        assertThat(folder.all(AuditConfig.class))
                .containsExactly(
                        new AuditConfig(
                                "projects/123",
                                "storage.googleapis.com",
                                "DATA_READ",
                                List.of("user:ci@acme.example"),
                                new Source("iam.ndjson", 1, "/iam_policy")),
                        new AuditConfig(
                                "projects/123",
                                "storage.googleapis.com",
                                "DATA_WRITE",
                                List.of(),
                                new Source("iam.ndjson", 1, "/iam_policy")));
    }

    @Test
    void what_policies_only_mention_becomes_the_hierarchy() {
        folder.file("iam.ndjson", BUCKET_POLICY);

        assertThat(folder.all(Container.class))
                .extracting(container -> container.id() + " in " + container.parent())
                .containsExactly(
                        "folders/2 in organizations/1", "organizations/1 in null", "projects/123 in folders/2");
        assertThat(folder.all(Bucket.class))
                .extracting(bucket -> bucket.id() + " in " + bucket.container())
                .containsExactly("gs://acme-models in projects/123");
    }

    @Test
    void a_service_accounts_name_tells_the_id_of_its_project() {
        folder.file("iam.ndjson", BUCKET_POLICY + """
                        {"name":"//iam.googleapis.com/projects/acme-ml/serviceAccounts/1","asset_type":"iam.googleapis.com/ServiceAccount",\
                        "ancestors":["projects/123"],"iam_policy":{}}
                        """);

        assertThat(folder.all(Container.class))
                .filteredOn(container -> container.aliases().equals(List.of("projects/123")))
                .extracting(Container::id)
                .containsExactly("projects/acme-ml");
    }

    @Test
    void policies_are_complete_for_the_containers_that_hold_them_and_not_for_those_above() {
        folder.file("iam.ndjson", PROJECT_POLICY + BUCKET_POLICY);

        assertThat(folder.coverage(Topic.IAM_POLICIES)).containsExactly("projects/123 COMPLETE");
        assertThat(folder.coverage(Topic.LOG_CONFIG)).containsExactly("projects/123 COMPLETE");
    }

    @Test
    void policies_of_buckets_alone_are_not_all_policies() {
        folder.file("iam.ndjson", BUCKET_POLICY);

        assertThat(folder.coverage(Topic.IAM_POLICIES)).isEmpty();
        assertThat(folder.coverage(Topic.LOG_CONFIG)).isEmpty();
    }

    @Test
    void policies_of_projects_alone_say_what_is_logged_but_not_who_reads_buckets() {
        folder.file("iam.ndjson", PROJECT_POLICY);

        assertThat(folder.coverage(Topic.IAM_POLICIES)).isEmpty();
        assertThat(folder.coverage(Topic.LOG_CONFIG)).containsExactly("projects/123 COMPLETE");
    }

    @Test
    void a_binding_without_a_role_is_named_and_the_rest_of_the_file_is_read() {
        folder.file("iam.ndjson", """
                {"name":"//storage.googleapis.com/b","asset_type":"storage.googleapis.com/Bucket","iam_policy":{"bindings":[{"members":["allUsers"]}]}}
                """ + BUCKET_POLICY);

        assertThat(folder.problems())
                .containsExactly("iam.ndjson:1:1: `role` is missing; export it again (at `/iam_policy/bindings/0`)");
        assertThat(folder.all(RoleBinding.class)).hasSize(3);
    }

    @Test
    void bindings_that_are_no_list_are_not_taken_for_none() {
        folder.file(
                "iam.json",
                "{\"name\":\"//storage.googleapis.com/b\",\"asset_type\":\"storage.googleapis.com/Bucket\",\"iam_policy\":{\"bindings\":{}}}");

        assertThat(folder.problems())
                .containsExactly("iam.json:1:1: not a list; export it again (at `/iam_policy/bindings`)");
    }

    @Test
    void a_listing_that_goes_on_on_another_page_is_not_the_whole() {
        folder.file("iam.json", "{\"assets\":[" + PROJECT_POLICY + "," + BUCKET_POLICY + "],\"nextPageToken\":\"x\"}");

        assertThat(folder.problems())
                .containsExactly("iam.json:1:1: the listing goes on on another page; export all pages into one listing"
                        + " (at `/nextPageToken`)");
        assertThat(folder.coverage(Topic.IAM_POLICIES))
                .contains("projects/123 COMPLETE")
                .anyMatch(line -> line.startsWith("* PARTIAL"));
    }
}
