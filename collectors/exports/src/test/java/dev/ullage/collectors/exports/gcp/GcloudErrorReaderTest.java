package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcloudErrorReaderTest {

    private static final String DENIED =
            "DENIED permission to read it was refused when the export was made; grant it to the exporter and export again";

    @TempDir
    Path root;

    private GcpFolder folder;

    @BeforeEach
    void folder() {
        folder = new GcpFolder(root);
    }

    @Test
    void a_listing_that_was_refused_is_a_denied_read_of_the_bucket_it_names() {
        folder.file(
                "x.json",
                "ERROR: (gcloud.storage.objects.list) [ana@acme.example] does not have permission to access b instance"
                        + " [acme-models] (or it may not exist): ana@acme.example does not have storage.objects.list"
                        + " access to the Google Cloud Storage bucket.\n");

        assertThat(folder.coverage(Topic.OBJECT_ACLS)).containsExactly("gs://acme-models " + DENIED);
        assertThat(folder.read().files())
                .extracting(file -> file.recognisedAs() + "|" + file.problem())
                .containsExactly("gcloud error message|");
    }

    @Test
    void a_message_that_names_nothing_is_of_the_bucket_the_file_is_called_by() {
        folder.file("acme-models.json", "\nERROR: (gcloud.storage.objects.list) HTTPError 403: no access.\n");
        folder.file("b.json", "{\"kind\":\"storage#bucket\",\"name\":\"acme-models\",\"projectNumber\":\"1\"}");

        assertThat(folder.coverage(Topic.OBJECT_ACLS)).containsExactly("gs://acme-models " + DENIED);
    }

    @Test
    void a_message_that_names_nothing_in_a_file_that_names_nothing_is_of_everything() {
        folder.file("x.json", "ERROR: (gcloud.logging.read) PERMISSION_DENIED: Permission denied for all log views");

        assertThat(folder.coverage(Topic.DATA_LOGS)).containsExactly("* " + DENIED);
        assertThat(folder.coverage(Topic.ADMIN_LOGS)).containsExactly("* " + DENIED);
    }

    @Test
    void a_group_is_known_by_the_address_its_file_is_called_by() {
        folder.file(
                "ml@acme.example.json",
                "ERROR: (gcloud.beta.identity.groups.memberships.list) PERMISSION_DENIED: Error(2028)");

        assertThat(folder.coverage(Topic.GROUP_MEMBERSHIPS)).containsExactly("group:ml@acme.example " + DENIED);
    }

    @Test
    void a_command_that_failed_for_another_reason_read_a_part_at_best() {
        folder.file("x.json", "ERROR: (gcloud.storage.hmac.list) network is unreachable");

        assertThat(folder.coverage(Topic.HMAC_KEYS))
                .containsExactly("* PARTIAL the command failed when the export was made; run it again");
    }

    @Test
    void a_command_that_has_nothing_to_do_with_an_audit_is_not_recognised() {
        folder.file("x.json", "ERROR: (gcloud.compute.instances.list) PERMISSION_DENIED");

        assertThat(folder.problems()).hasSize(1).allMatch(problem -> problem.startsWith("x.json: not recognised"));
    }
}
