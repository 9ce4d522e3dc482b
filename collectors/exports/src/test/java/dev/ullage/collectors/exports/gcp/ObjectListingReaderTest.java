package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectListingReaderTest {

    private static final String READABLE = """
            {"kind":"storage#object","bucket":"b","name":"a/model.pb","owner":{"entity":"user-ana@acme.example"},\
            "acl":[{"entity":"allUsers","role":"READER"},{"entity":"project-owners-123","role":"OWNER"}]}""";
    private static final String BARE = "{\"kind\":\"storage#object\",\"bucket\":\"b\",\"name\":\"a/x\"}";

    @TempDir
    Path root;

    private GcpFolder folder;

    @BeforeEach
    void folder() {
        folder = new GcpFolder(root);
    }

    @Test
    void every_line_of_every_objects_list_is_a_fact() {
        folder.file("o.json", "[" + READABLE + "]");

        assertThat(folder.all(AclEntry.class))
                .containsExactly(
                        new AclEntry(
                                Provider.GCP,
                                AclScope.OBJECT,
                                "gs://b",
                                "a/model.pb",
                                "allUsers",
                                "READER",
                                "user-ana@acme.example",
                                new Source("o.json", 1, "/0")),
                        new AclEntry(
                                Provider.GCP,
                                AclScope.OBJECT,
                                "gs://b",
                                "a/model.pb",
                                "project-owners-123",
                                "OWNER",
                                "user-ana@acme.example",
                                new Source("o.json", 1, "/0")));
        assertThat(folder.coverage(Topic.OBJECT_ACLS)).containsExactly("gs://b COMPLETE");
    }

    @Test
    void the_words_of_gcloud_and_the_envelope_of_the_api_are_read_alike() {
        folder.file(
                "gcloud.json",
                "[{\"storage_url\":\"gs://c/o#1\",\"bucket\":\"c\",\"name\":\"o\",\"acl\":[{\"entity\":\"allUsers\",\"role\":\"READER\"}]}]");
        folder.file("api.json", "{\"kind\":\"storage#objects\",\"items\":[" + READABLE + "]}");

        assertThat(folder.all(AclEntry.class))
                .extracting(entry -> entry.bucket() + " " + entry.object() + " " + entry.grantee())
                .containsExactly(
                        "gs://b a/model.pb allUsers", "gs://b a/model.pb project-owners-123", "gs://c o allUsers");
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void objects_without_lists_say_nothing_of_a_bucket_that_may_have_them() {
        folder.file("o.json", READABLE + BARE);

        assertThat(folder.coverage(Topic.OBJECT_ACLS))
                .containsExactly("gs://b PARTIAL objects are listed without their access-control lists, and the bucket"
                        + " is not known to have uniform access; list them with the full projection");
    }

    @Test
    void objects_of_a_bucket_with_uniform_access_have_no_lists_to_show() {
        folder.file("o.json", BARE);
        folder.file(
                "z.json",
                "{\"kind\":\"storage#bucket\",\"name\":\"b\",\"projectNumber\":\"123\",\"iamConfiguration\":{"
                        + "\"uniformBucketLevelAccess\":{\"enabled\":true}}}");

        assertThat(folder.coverage(Topic.OBJECT_ACLS)).containsExactly("gs://b COMPLETE");
    }

    @Test
    void a_listing_that_goes_on_on_another_page_is_not_the_whole() {
        folder.file("o.json", "{\"kind\":\"storage#objects\",\"nextPageToken\":\"x\",\"items\":[" + READABLE + "]}");

        assertThat(folder.coverage(Topic.OBJECT_ACLS)).anyMatch(line -> line.startsWith("* PARTIAL o.json:1:1:"));
    }
}
