package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetOrgPolicyReaderTest {

    @TempDir
    Path root;

    @Test
    void public_access_prevention_is_a_setting_of_its_container_and_other_constraints_are_not() {
        var folder = new GcpFolder(root).file("org.ndjson", """
                        {"name":"//cloudresourcemanager.googleapis.com/organizations/1","asset_type":"cloudresourcemanager.googleapis.com/Organization",\
                        "ancestors":["organizations/1"],"org_policy":[{"constraint":"constraints/compute.x","boolean_policy":{"enforced":true}},\
                        {"constraint":"constraints/storage.publicAccessPrevention","boolean_policy":{"enforced":true}}]}
                        {"name":"//cloudresourcemanager.googleapis.com/projects/123","asset_type":"cloudresourcemanager.googleapis.com/Project",\
                        "ancestors":["projects/123","organizations/1"],"org_policy":[\
                        {"constraint":"constraints/storage.publicAccessPrevention","boolean_policy":{}}]}
                        """).file("p.json", GcpFolder.PROJECT);

        assertThat(folder.all(Setting.class))
                .containsExactly(
                        new Setting(
                                Provider.GCP,
                                "organizations/1",
                                SettingName.ORG_PUBLIC_ACCESS_PREVENTION,
                                "true",
                                new Source("org.ndjson", 1, "/org_policy/1")),
                        new Setting(
                                Provider.GCP,
                                "projects/acme-ml",
                                SettingName.ORG_PUBLIC_ACCESS_PREVENTION,
                                "false",
                                new Source("org.ndjson", 2, "/org_policy/0")));
        assertThat(folder.coverage(Topic.ACCOUNT_SETTINGS))
                .containsExactly("organizations/1 COMPLETE", "projects/acme-ml COMPLETE");
    }
}
