package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Bucket;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketReaderTest {

    @TempDir
    Path root;

    @Test
    void a_bucket_as_the_api_describes_it_is_complete_by_itself() {
        var folder = new GcpFolder(root)
                .file(
                        "b.json",
                        "{\"kind\":\"storage#bucket\",\"name\":\"b\",\"projectNumber\":\"123\",\"acl\":[],\"iamConfiguration\":{}}");

        assertThat(folder.all(Bucket.class)).extracting(Bucket::id).containsExactly("gs://b");
        assertThat(folder.coverage(Topic.BUCKET_SETTINGS)).containsExactly("gs://b COMPLETE");
        assertThat(folder.coverage(Topic.BUCKET_ACLS)).containsExactly("gs://b COMPLETE");
        assertThat(folder.coverage(Topic.BUCKETS)).isEmpty();
    }

    @Test
    void a_bucket_without_a_number_of_its_project_is_named() {
        var folder = new GcpFolder(root).file("b.json", "{\"kind\":\"storage#bucket\",\"name\":\"b\"}");

        assertThat(folder.problems()).containsExactly("b.json:1:1: `projectNumber` is missing; export it again");
    }
}
