package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.DenyRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenyPolicyReaderTest {

    private static final String NAME =
            "policies/cloudresourcemanager.googleapis.com%2Forganizations%2F1/denypolicies/keep";

    @TempDir
    Path root;

    @Test
    void a_policy_as_the_command_prints_it_is_read() {
        var folder = new GcpFolder(root)
                .file(
                        "deny.json",
                        "{\"name\":\"" + NAME
                                + "\",\"kind\":\"DenyPolicy\",\"rules\":[{\"denyRule\":{\"deniedPrincipals\":[\"principalSet://goog/public:all\"],"
                                + "\"deniedPermissions\":[\"storage.googleapis.com/buckets.delete\"]}}]}");

        assertThat(folder.all(DenyRule.class))
                .extracting(rule -> rule.resource() + " " + rule.deniedPermissions())
                .containsExactly("organizations/1 [storage.googleapis.com/buckets.delete]");
    }

    @Test
    void a_policy_of_a_listing_without_rules_is_named_with_the_command_that_shows_them() {
        var folder = new GcpFolder(root).file("deny.json", "[{\"name\":\"" + NAME + "\",\"kind\":\"DenyPolicy\"}]");

        assertThat(folder.problems())
                .containsExactly("deny.json:1:2: a deny policy without its rules; export it with `gcloud iam policies"
                        + " get` (at `/0`)");
    }
}
