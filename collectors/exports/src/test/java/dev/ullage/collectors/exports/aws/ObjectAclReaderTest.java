package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectAclReaderTest {

    private static final String LIST = "\"Owner\": {\"ID\": \"0a\"}, \"Grants\": [{\"Grantee\": {\"Type\": \"Group\","
            + " \"URI\": \"http://acs.amazonaws.com/groups/global/AllUsers\"}, \"Permission\": \"READ\"}]";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private static String line(String key) {
        return "{\"Bucket\": \"acme-models\", \"Key\": \"" + key + "\", " + LIST + "}\n";
    }

    @Test
    void a_line_names_its_object() {
        exports.file("aws/object-acls.ndjson", line("a/b.ckpt") + line("c.json"));

        assertThat(exports.facts(AclEntry.class))
                .extracting(AclEntry::scope, AclEntry::bucket, AclEntry::object, AclEntry::permission)
                .containsExactly(
                        tuple(AclScope.OBJECT, "s3://acme-models", "a/b.ckpt", "READ"),
                        tuple(AclScope.OBJECT, "s3://acme-models", "c.json", "READ"));
        assertThat(exports.coverage(Topic.OBJECT_ACLS, "s3://acme-models")).isEqualTo("COMPLETE");
    }

    @ParameterizedTest
    @CsvSource({
        "aws/111122223333/s3/acme-models/objects/a/b.ckpt.json, a/b.ckpt",
        "acme-models/objects/c.json.json, c.json",
        "acme-models/objects/objects/archive.tar.gz.json, objects/archive.tar.gz",
    })
    void the_path_of_a_file_names_its_object(String file, String key) {
        exports.file(file, "{" + LIST + "}");

        assertThat(exports.fact(AclEntry.class).bucket()).isEqualTo("s3://acme-models");
        assertThat(exports.fact(AclEntry.class).object()).isEqualTo(key);
    }

    @Test
    void lists_that_were_saved_one_by_one_are_not_known_to_be_all() {
        exports.file("acme-models/objects/c.json", "{" + LIST + "}");

        assertThat(exports.coverage(Topic.OBJECT_ACLS, "s3://acme-models"))
                .startsWith("PARTIAL access-control lists of objects were saved one by one");
    }

    @Test
    void a_bucket_that_is_called_objects_keeps_its_own_list() {
        exports.file("s3/objects/acl.json", "{" + LIST + "}");

        assertThat(exports.fact(AclEntry.class).scope()).isEqualTo(AclScope.BUCKET);
        assertThat(exports.fact(AclEntry.class).bucket()).isEqualTo("s3://objects");
    }

    @Test
    void one_refused_object_makes_the_bucket_refused() {
        exports.file(
                "acls.ndjson",
                line("a")
                        + "{\"Bucket\": \"acme-models\", \"Key\": \"b\", \"Error\": \"An error occurred (AccessDenied)"
                        + " when calling the GetObjectAcl operation: Access Denied\"}\n"
                        + line("c"));

        assertThat(exports.facts(AclEntry.class)).hasSize(2);
        assertThat(exports.coverage(Topic.OBJECT_ACLS, "s3://acme-models"))
                .isEqualTo("DENIED An error occurred (AccessDenied) when calling the GetObjectAcl operation: Access"
                        + " Denied");
    }

    @Test
    void an_object_that_is_gone_since_it_was_listed_leaves_no_gap() {
        exports.file(
                "acls.ndjson",
                line("a")
                        + "{\"Bucket\": \"acme-models\", \"Key\": \"b\", \"Error\": \"An error occurred (NoSuchKey) when"
                        + " calling the GetObjectAcl operation: The specified key does not exist.\"}\n");

        assertThat(exports.coverage(Topic.OBJECT_ACLS, "s3://acme-models")).isEqualTo("COMPLETE");
    }

    @Test
    void an_error_that_is_not_understood_makes_it_partial() {
        exports.file("acls.ndjson", "{\"Bucket\": \"acme-models\", \"Key\": \"b\", \"Error\": \"?\"}\n");

        assertThat(exports.coverage(Topic.OBJECT_ACLS, "s3://acme-models")).startsWith("PARTIAL");
    }
}
