package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.AccessBoundary;
import dev.ullage.model.AccessBoundaryBinding;
import dev.ullage.model.Condition;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessBoundaryReaderTest {

    private static final String POLICY = """
            {"name":"organizations/1/locations/global/principalAccessBoundaryPolicies/home","etag":"x","uid":"puid_1",
             "details":{"rules":[{"description":"d","effect":"ALLOW","resources":
             ["//cloudresourcemanager.googleapis.com/organizations/1","//cloudresourcemanager.googleapis.com/projects/123"]}],
             "enforcementVersion":"2"}}
            """;
    private static final String BINDING = """
            {"name":"organizations/1/locations/global/policyBindings/all","policyKind":"PRINCIPAL_ACCESS_BOUNDARY",
             "policy":"organizations/1/locations/global/principalAccessBoundaryPolicies/home",
             "target":{"principalSet":"//cloudresourcemanager.googleapis.com/organizations/1"},
             "condition":{"title":"t","expression":"principal.subject != 'root@acme.example'"}}
            """;

    @TempDir
    Path root;

    private GcpFolder folder(String file, String content) {
        return new GcpFolder(root).file(file, content);
    }

    @Test
    void a_policy_as_the_command_describes_it_is_read_with_projects_by_their_id() {
        var boundaries =
                folder("cai.json", GcpFolder.PROJECT).file("pab.json", POLICY).all(AccessBoundary.class);

        assertThat(boundaries)
                .extracting(one -> one.resources() + " " + one.enforcementVersion() + " " + one.source())
                .containsExactly("[organizations/1, projects/acme-ml] 2 pab.json:1");
    }

    @Test
    void a_binding_as_the_command_lists_it_is_read_with_its_condition() {
        assertThat(folder("bindings.json", "[" + BINDING + "]").all(AccessBoundaryBinding.class))
                .extracting(AccessBoundaryBinding::principalSet, AccessBoundaryBinding::condition)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "//cloudresourcemanager.googleapis.com/organizations/1",
                        new Condition("t", "principal.subject != 'root@acme.example'")));
    }

    @Test
    void listings_of_the_api_are_read() {
        var folder = folder("policies.json", "{\"principalAccessBoundaryPolicies\":[" + POLICY + "]}")
                .file("bindings.json", "{\"policyBindings\":[" + BINDING + "]}");

        assertThat(folder.all(AccessBoundary.class)).hasSize(1);
        assertThat(folder.all(AccessBoundaryBinding.class)).hasSize(1);
        assertThat(folder.coverage(Topic.ACCESS_BOUNDARIES)).isEmpty();
    }

    @Test
    void a_listing_that_goes_on_elsewhere_is_not_taken_for_the_whole() {
        assertThat(folder("bindings.json", "{\"policyBindings\":[" + BINDING + "],\"nextPageToken\":\"x\"}")
                        .problems()
                        .get(0))
                .contains("the listing goes on on another page");
    }

    @Test
    void a_policy_without_its_rules_is_named_with_the_command_that_shows_them() {
        assertThat(folder(
                                "pab.json",
                                "{\"name\":\"organizations/1/locations/global/principalAccessBoundaryPolicies/home\"}")
                        .problems()
                        .get(0))
                .contains("an access boundary without its rules")
                .contains("gcloud iam principal-access-boundary-policies describe");
    }

    @Test
    void assets_of_both_kinds_are_read_and_bindings_make_the_topic_complete() {
        var asset =
                "{\"name\":\"//iam.googleapis.com/x\",\"assetType\":\"iam.googleapis.com/%s\",\"ancestors\":[\"organizations/1\"],"
                        + "\"resource\":{\"data\":%s}}\n";
        var folder = folder(
                "cai.json",
                asset.formatted("PrincipalAccessBoundaryPolicy", POLICY.replace("\n", ""))
                        + asset.formatted("PolicyBinding", BINDING.replace("\n", "")));

        assertThat(folder.all(AccessBoundary.class)).hasSize(1);
        assertThat(folder.all(AccessBoundaryBinding.class)).hasSize(1);
        assertThat(folder.coverage(Topic.ACCESS_BOUNDARIES)).containsExactly("organizations/1 COMPLETE");
    }

    @Test
    void a_refused_listing_is_a_fact() {
        assertThat(folder(
                                "bindings.json",
                                "ERROR: (gcloud.iam.policy-bindings.list) PERMISSION_DENIED: Permission denied on projects/acme-ml\n")
                        .coverage(Topic.ACCESS_BOUNDARIES))
                .hasSize(1);
    }
}
