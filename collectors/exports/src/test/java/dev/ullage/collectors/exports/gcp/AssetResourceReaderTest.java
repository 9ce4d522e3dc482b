package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Answer;
import dev.ullage.model.Bucket;
import dev.ullage.model.Condition;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Credential;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.CustomRole;
import dev.ullage.model.DenyRule;
import dev.ullage.model.FederationProvider;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetResourceReaderTest {

    private static final String TRAINER = "trainer@acme-ml.iam.gserviceaccount.com";

    @TempDir
    Path root;

    private GcpFolder folder;

    @BeforeEach
    void folder() {
        folder = new GcpFolder(root);
    }

    @Test
    void containers_are_read_with_their_parents_and_a_project_by_its_id() {
        folder.file(
                "r.ndjson",
                asset(
                                "//cloudresourcemanager.googleapis.com/organizations/1",
                                "cloudresourcemanager.googleapis.com/Organization",
                                "{\"displayName\":\"acme.example\"}",
                                "organizations/1")
                        + asset(
                                "//cloudresourcemanager.googleapis.com/folders/2",
                                "cloudresourcemanager.googleapis.com/Folder",
                                "{\"displayName\":\"ml\"}",
                                "folders/2",
                                "organizations/1")
                        + GcpFolder.PROJECT);

        assertThat(folder.all(Container.class))
                .extracting(Container::id, Container::kind, Container::name, Container::parent, Container::aliases)
                .containsExactly(
                        tuple("organizations/1", ContainerKind.ORGANIZATION, "acme.example", null, List.of()),
                        tuple("folders/2", ContainerKind.FOLDER, "ml", "organizations/1", List.of()),
                        tuple(
                                "projects/acme-ml",
                                ContainerKind.PROJECT,
                                "Acme ML",
                                "folders/2",
                                List.of("projects/123")));
    }

    @Test
    void a_bucket_names_its_project_by_id_even_when_the_project_comes_later() {
        folder.file(
                "r.ndjson",
                bucket(
                                "{\"name\":\"b\",\"projectNumber\":123,\"location\":\"EU\",\"timeCreated\":\"2022-04-27T07:44:38.226Z\","
                                        + "\"labels\":{\"team\":\"ml\"},\"iamConfiguration\":{}}")
                        + GcpFolder.PROJECT);

        assertThat(folder.all(Bucket.class))
                .containsExactly(new Bucket(
                        Provider.GCP,
                        "gs://b",
                        "projects/acme-ml",
                        "EU",
                        Instant.parse("2022-04-27T07:44:38.226Z"),
                        new TreeMap<>(Map.of("team", "ml")),
                        new Source("r.ndjson", 1, "/resource/data")));
    }

    @Test
    void every_setting_of_a_bucket_keeps_the_providers_word() {
        folder.file("r.ndjson", bucket("""
                        {"name":"b","projectNumber":"123","acl":[],"iamConfiguration":{"uniformBucketLevelAccess":{"enabled":true},\
                        "publicAccessPrevention":"enforced"},"encryption":{"defaultKmsKeyName":"projects/p/k"},"versioning":{"enabled":true},\
                        "lifecycle":{"rule":[{},{}]},"logging":{"logBucket":"logs"},"retentionPolicy":{"retentionPeriod":"86400"}}"""));

        assertThat(settings())
                .containsExactly(
                        "UNIFORM_BUCKET_LEVEL_ACCESS=true",
                        "PUBLIC_ACCESS_PREVENTION=enforced",
                        "ENCRYPTION=cmek",
                        "ENCRYPTION_KEY=projects/p/k",
                        "VERSIONING=Enabled",
                        "LIFECYCLE_RULES=2",
                        "ACCESS_LOG_TARGET=logs",
                        "RETENTION=86400");
    }

    @Test
    void what_is_not_configured_says_so_and_what_the_export_leaves_out_is_no_setting() {
        folder.file("r.ndjson", bucket("{\"name\":\"b\",\"projectNumber\":\"123\",\"encryption\":{},\"logging\":{}}"));

        assertThat(settings())
                .containsExactly(
                        "ENCRYPTION=google-managed",
                        "ENCRYPTION_KEY=none",
                        "VERSIONING=Disabled",
                        "LIFECYCLE_RULES=0",
                        "ACCESS_LOG_TARGET=none",
                        "RETENTION=none");
    }

    @Test
    void both_lists_of_a_bucket_are_read() {
        folder.file("r.ndjson", bucket("""
                        {"name":"b","projectNumber":"123","owner":{"entity":"project-owners-123"},"acl":[{"entity":"allUsers","role":"READER"}],\
                        "defaultObjectAcl":[{"entity":"user-ana@acme.example","role":"OWNER"}]}"""));

        assertThat(folder.all(AclEntry.class))
                .containsExactly(
                        new AclEntry(
                                Provider.GCP,
                                AclScope.BUCKET,
                                "gs://b",
                                null,
                                "allUsers",
                                "READER",
                                "project-owners-123",
                                new Source("r.ndjson", 1, "/resource/data/acl/0")),
                        new AclEntry(
                                Provider.GCP,
                                AclScope.DEFAULT_OBJECT,
                                "gs://b",
                                null,
                                "user-ana@acme.example",
                                "OWNER",
                                "project-owners-123",
                                new Source("r.ndjson", 1, "/resource/data/defaultObjectAcl/0")));
    }

    @Test
    void a_list_that_the_export_leaves_out_is_not_an_empty_list() {
        folder.file("r.ndjson", bucket("{\"name\":\"b\",\"projectNumber\":\"123\",\"iamConfiguration\":{}}"));

        assertThat(folder.coverage(Topic.BUCKET_ACLS))
                .contains("gs://b PARTIAL the bucket does not have uniform access, and the export leaves its"
                        + " access-control list out; export with the full projection");
    }

    @Test
    void a_service_account_is_a_principal() {
        folder.file("r.ndjson", account("\"disabled\":true"));

        assertThat(folder.all(Principal.class))
                .containsExactly(new Principal(
                        Provider.GCP,
                        "serviceAccount:" + TRAINER,
                        PrincipalKind.SERVICE_ACCOUNT,
                        "projects/acme-ml",
                        "Trainer",
                        Answer.NO,
                        null,
                        null,
                        null,
                        new TreeMap<>(),
                        new Source("r.ndjson", 1, "/resource/data")));
    }

    @Test
    void keys_are_credentials_and_one_without_an_end_does_not_expire() {
        folder.file(
                "r.ndjson",
                key(
                                "k1",
                                "\"keyType\":\"USER_MANAGED\",\"validAfterTime\":\"2024-01-01T00:00:00Z\",\"validBeforeTime\":\"9999-12-31T23:59:59Z\"")
                        + key(
                                "k2",
                                "\"keyType\":\"SYSTEM_MANAGED\",\"validBeforeTime\":\"2026-12-01T00:00:00Z\",\"disabled\":true"));

        assertThat(folder.all(Credential.class))
                .extracting(
                        Credential::id,
                        Credential::kind,
                        Credential::principal,
                        Credential::created,
                        Credential::expires,
                        Credential::active,
                        Credential::used)
                .containsExactly(
                        tuple(
                                "projects/acme-ml/serviceAccounts/" + TRAINER + "/keys/k1",
                                CredentialKind.USER_MANAGED_KEY,
                                "serviceAccount:" + TRAINER,
                                Instant.parse("2024-01-01T00:00:00Z"),
                                null,
                                Answer.YES,
                                Answer.UNKNOWN),
                        tuple(
                                "projects/acme-ml/serviceAccounts/" + TRAINER + "/keys/k2",
                                CredentialKind.SYSTEM_MANAGED_KEY,
                                "serviceAccount:" + TRAINER,
                                null,
                                Instant.parse("2026-12-01T00:00:00Z"),
                                Answer.NO,
                                Answer.UNKNOWN));
    }

    @Test
    void a_custom_role_lists_its_permissions() {
        folder.file(
                "r.ndjson",
                asset(
                        "//iam.googleapis.com/projects/acme-ml/roles/t",
                        "iam.googleapis.com/Role",
                        "{\"name\":\"projects/acme-ml/roles/t\",\"title\":\"T\",\"includedPermissions\":[\"storage.objects.list\",\"storage.objects.get\"],\"deleted\":true}",
                        "projects/123"));

        assertThat(folder.all(CustomRole.class))
                .containsExactly(new CustomRole(
                        "projects/acme-ml/roles/t",
                        "T",
                        List.of("storage.objects.get", "storage.objects.list"),
                        true,
                        new Source("r.ndjson", 1, "/resource/data")));
    }

    @Test
    void a_provider_of_an_identity_pool_is_a_trust() {
        folder.file("r.ndjson", provider("""
                        "state":"ACTIVE","attributeMapping":{"google.subject":"assertion.sub"},"attributeCondition":"true",\
                        "oidc":{"issuerUri":"https://token.example","allowedAudiences":["a"]}""") + GcpFolder.PROJECT);

        assertThat(folder.all(FederationProvider.class))
                .containsExactly(new FederationProvider(
                        Provider.GCP,
                        "//iam.googleapis.com/projects/123/locations/global/workloadIdentityPools/ci/providers/gh",
                        "projects/acme-ml",
                        "projects/123/locations/global/workloadIdentityPools/ci",
                        "https://token.example",
                        List.of("a"),
                        new TreeMap<>(Map.of("google.subject", "assertion.sub")),
                        "true",
                        Answer.YES,
                        new Source("r.ndjson", 1, "/resource/data")));
    }

    @Test
    void a_provider_names_the_account_or_entity_it_trusts() {
        folder.file(
                "r.ndjson",
                provider("\"aws\":{\"accountId\":\"111122223333\"}")
                        + provider(
                                "\"saml\":{\"idpMetadataXml\":\"<?xml?><EntityDescriptor entityID=\\\"https://idp.example\\\">\"}"));

        assertThat(folder.all(FederationProvider.class))
                .extracting(FederationProvider::issuer)
                .containsExactly("aws:111122223333", "https://idp.example");
    }

    @Test
    void a_pool_that_is_switched_off_switches_its_providers_off() {
        folder.file(
                "r.ndjson",
                provider("\"state\":\"ACTIVE\"")
                        + asset(
                                "//iam.googleapis.com/projects/123/locations/global/workloadIdentityPools/ci",
                                        "iam.googleapis.com/WorkloadIdentityPool",
                                "{\"name\":\"projects/123/locations/global/workloadIdentityPools/ci\",\"disabled\":true}",
                                        "projects/123"));

        assertThat(folder.all(FederationProvider.class))
                .extracting(FederationProvider::enabled)
                .containsExactly(Answer.NO);
    }

    @Test
    void the_rules_of_a_deny_policy_are_attached_to_their_container() {
        folder.file(
                "r.ndjson",
                asset(
                                "//iam.googleapis.com/policies/cloudresourcemanager.googleapis.com%2Fprojects%2F123/denypolicies/keep",
                                "iam.googleapis.com/PolicyV2", """
                        {"name":"policies/cloudresourcemanager.googleapis.com%2Fprojects%2F123/denypolicies/keep","rules":[{"denyRule":{\
                        "deniedPrincipals":["principalSet://goog/public:all"],"exceptionPrincipals":["principal://goog/subject/a@acme.example"],\
                        "deniedPermissions":["storage.googleapis.com/objects.delete"],"exceptionPermissions":[],\
                        "denialCondition":{"expression":"true"}}}]}""", "projects/123")
                        + GcpFolder.PROJECT);

        assertThat(folder.all(DenyRule.class))
                .containsExactly(new DenyRule(
                        "projects/acme-ml",
                        "policies/cloudresourcemanager.googleapis.com%2Fprojects%2F123/denypolicies/keep",
                        List.of("principalSet://goog/public:all"),
                        List.of("principal://goog/subject/a@acme.example"),
                        List.of("storage.googleapis.com/objects.delete"),
                        List.of(),
                        new Condition("", "true"),
                        new Source("r.ndjson", 1, "/resource/data/rules/0/denyRule")));
    }

    @Test
    void an_organisation_policy_as_a_resource_is_a_setting_unless_it_has_a_condition() {
        folder.file(
                "r.ndjson",
                orgPolicy("123", "{\"enforce\":true}")
                        + orgPolicy("9", "{\"enforce\":true,\"condition\":{}}")
                        + GcpFolder.PROJECT);

        assertThat(folder.all(Setting.class))
                .containsExactly(new Setting(
                        Provider.GCP,
                        "projects/acme-ml",
                        SettingName.ORG_PUBLIC_ACCESS_PREVENTION,
                        "true",
                        new Source("r.ndjson", 1, "/resource/data")));
    }

    @Test
    void a_topic_is_complete_for_every_project_of_an_export_that_holds_its_type_anywhere() {
        folder.file(
                "r.ndjson",
                GcpFolder.PROJECT
                        + bucket("{\"name\":\"b\",\"projectNumber\":\"9\",\"acl\":[]}")
                                .replace("projects/123", "projects/9"));

        assertThat(folder.coverage(Topic.BUCKET_SETTINGS))
                .containsExactly("projects/9 COMPLETE", "projects/acme-ml COMPLETE");
        assertThat(folder.coverage(Topic.CREDENTIALS)).isEmpty();
    }

    @Test
    void types_that_an_audit_asks_for_do_not_prove_that_all_were_asked_for() {
        folder.file(
                "r.ndjson",
                GcpFolder.PROJECT
                        + account("\"disabled\":false")
                        + bucket("{\"name\":\"b\",\"projectNumber\":\"123\"}"));

        assertThat(folder.coverage(Topic.CREDENTIALS)).isEmpty();
    }

    @Test
    void an_export_of_all_types_is_complete_for_every_topic_but_deny_policies() {
        folder.file(
                "r.ndjson",
                GcpFolder.PROJECT
                        + asset(
                                "//storage.googleapis.com/b",
                                "storage.googleapis.com/Bucket",
                                "{\"name\":\"b\",\"projectNumber\":\"123\"}",
                                "projects/123")
                        + asset(
                                "//logging.googleapis.com/x",
                                "logging.googleapis.com/LogBucket",
                                "{}",
                                "projects/123"));

        assertThat(folder.coverage(Topic.CREDENTIALS)).containsExactly("projects/acme-ml COMPLETE");
        assertThat(folder.coverage(Topic.FEDERATION)).containsExactly("projects/acme-ml COMPLETE");
        assertThat(folder.coverage(Topic.DENY_POLICIES)).isEmpty();
    }

    @Test
    void the_files_of_one_folder_are_one_export_and_those_of_another_are_not() {
        folder.file("x/project.ndjson", GcpFolder.PROJECT);
        folder.file("x/keys.ndjson", key("k", "\"keyType\":\"USER_MANAGED\""));
        folder.file("y/project.ndjson", GcpFolder.PROJECT.replace("123", "9").replace("acme-ml", "other"));

        assertThat(folder.coverage(Topic.CREDENTIALS)).containsExactly("projects/acme-ml COMPLETE");
    }

    @Test
    void the_folders_of_types_that_an_export_by_prefix_makes_are_one_export() {
        folder.file("x/cloudresourcemanager.googleapis.com/Project/0", GcpFolder.PROJECT);
        folder.file(
                "x/iam.googleapis.com/ServiceAccountKey/0",
                key("k", "\"keyType\":\"USER_MANAGED\"").replace("123", "9").replace("acme-ml", "other"));

        assertThat(folder.coverage(Topic.CREDENTIALS))
                .containsExactly("projects/acme-ml COMPLETE", "projects/other COMPLETE");
    }

    private List<String> settings() {
        return folder.all(Setting.class).stream()
                .map(setting -> setting.name() + "=" + setting.value())
                .toList();
    }

    private static String bucket(String data) {
        return asset("//storage.googleapis.com/b", "storage.googleapis.com/Bucket", data, "projects/123");
    }

    private static String account(String more) {
        return asset(
                "//iam.googleapis.com/projects/acme-ml/serviceAccounts/108000",
                "iam.googleapis.com/ServiceAccount",
                "{\"email\":\"" + TRAINER
                        + "\",\"projectId\":\"acme-ml\",\"uniqueId\":\"108000\",\"displayName\":\"Trainer\"," + more
                        + "}",
                "projects/123");
    }

    private static String key(String id, String more) {
        return asset(
                "//iam.googleapis.com/projects/acme-ml/serviceAccounts/108000/keys/" + id,
                "iam.googleapis.com/ServiceAccountKey",
                "{\"name\":\"projects/acme-ml/serviceAccounts/" + TRAINER + "/keys/" + id + "\"," + more + "}",
                "projects/123");
    }

    private static String provider(String more) {
        var name = "projects/123/locations/global/workloadIdentityPools/ci/providers/gh";
        return asset(
                "//iam.googleapis.com/" + name,
                "iam.googleapis.com/WorkloadIdentityPoolProvider",
                "{\"name\":\"" + name + "\"," + more + "}",
                "projects/123");
    }

    private static String orgPolicy(String project, String rule) {
        var name = "projects/" + project + "/policies/storage.publicAccessPrevention";
        return asset(
                "//orgpolicy.googleapis.com/" + name,
                "orgpolicy.googleapis.com/Policy",
                "{\"name\":\"" + name + "\",\"spec\":{\"rules\":[" + rule + "]}}",
                "projects/" + project);
    }

    private static String asset(String name, String type, String data, String... ancestors) {
        return "{\"name\":\"" + name + "\",\"asset_type\":\"" + type + "\",\"ancestors\":[\""
                + String.join("\",\"", ancestors) + "\"],\"resource\":{\"data\":" + data + "}}\n";
    }
}
