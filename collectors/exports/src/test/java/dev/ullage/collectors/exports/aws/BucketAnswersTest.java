package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Setting;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketAnswersTest {

    private static final String VERSIONING = "{\"Status\": \"Enabled\"}";
    private static final String BLOCK = "{\"PublicAccessBlockConfiguration\": {\"BlockPublicAcls\": true}}";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private void listBuckets(String file) {
        exports.file(
                file,
                "{\"Buckets\": [{\"Name\": \"acme-models\"}, {\"Name\": \"acme-models.eu\"}, {\"Name\": \"account-data\"}],"
                        + " \"Owner\": {\"ID\": \"0a\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "aws/111122223333/s3/acme-other/versioning.json, s3://acme-other",
        "aws/buckets/acme-other/versioning.json, s3://acme-other",
        "aws/acme-models/versioning.json, s3://acme-models",
        "aws/acme-models.versioning.json, s3://acme-models",
        "aws/acme-models.eu.versioning.json, s3://acme-models.eu",
        "aws/acme-models.json, s3://acme-models",
        "s3/by-kind/acme-models.json, s3://acme-models",
        "s3/acme-other/acme-models/versioning.json, s3://acme-models",
        "acme-models/s3/acme-other/versioning.json, s3://acme-other",
    })
    void the_nearest_name_of_a_bucket_decides(String file, String bucket) {
        listBuckets("zz/list.json");
        exports.file(file, VERSIONING);

        assertThat(exports.fact(Setting.class).resource()).isEqualTo(bucket);
    }

    @ParameterizedTest
    @CsvSource({
        "versioning.json",
        "aws/unknown-bucket/versioning.json",
        "aws/s3/versioning.json",
        "aws/s3/111122223333/versioning.json",
        "acme-modelsversioning.json",
    })
    void an_answer_about_nobody_knows_which_bucket_is_a_gap(String file) {
        listBuckets("zz/list.json");
        exports.file(file, VERSIONING);

        assertThat(exports.facts(Setting.class)).isEmpty();
        assertThat(exports.coverage(Topic.BUCKET_SETTINGS, file.contains("1111") ? "111122223333" : "*"))
                .isEqualTo("PARTIAL `" + file + "` does not say which bucket it describes; put it into a folder named"
                        + " after its bucket");
    }

    @ParameterizedTest
    @CsvSource({
        "aws/111122223333/get-public-access-block.json, 111122223333, ACCOUNT_SETTINGS",
        "aws/111122223333/s3control/block.json, 111122223333, ACCOUNT_SETTINGS",
        "aws/111122223333/s3/account-public-access-block.json, 111122223333, ACCOUNT_SETTINGS",
        "aws/111122223333/s3/acme-other/block.json, s3://acme-other, BUCKET_SETTINGS",
        "aws/111122223333/acme-models.block.json, s3://acme-models, BUCKET_SETTINGS",
        "aws/111122223333/account-data.json, s3://account-data, BUCKET_SETTINGS",
    })
    void a_block_of_public_access_is_of_a_bucket_or_of_the_account(String file, String resource, Topic topic) {
        listBuckets("zz/list.json");
        exports.file(file, BLOCK);

        assertThat(exports.facts(Setting.class)).extracting(Setting::resource).containsOnly(resource);
        assertThat(exports.coverage(topic, resource)).isNotEmpty();
    }

    @Test
    void a_block_that_could_be_of_any_bucket_is_not_taken_for_the_accounts() {
        exports.file("aws/111122223333/s3/block.json", BLOCK);

        assertThat(exports.facts(Setting.class)).isEmpty();
        assertThat(exports.coverage(Topic.ACCOUNT_SETTINGS, "111122223333")).isEmpty();
        assertThat(exports.coverage(Topic.BUCKET_SETTINGS, "111122223333")).startsWith("PARTIAL");
    }

    @Test
    void the_buckets_of_the_only_account_are_that_accounts() {
        exports.file("iam.json", Exports.resource("authorization-details.json"));
        listBuckets("buckets.json");

        assertThat(exports.facts(dev.ullage.model.Bucket.class))
                .extracting(dev.ullage.model.Bucket::container)
                .containsOnly("111122223333");
    }

    @Test
    void an_account_that_only_a_folder_names_is_an_account() {
        exports.file("aws/111122223333/s3/acme-models/versioning.json", VERSIONING);

        assertThat(exports.fact(dev.ullage.model.Container.class).id()).isEqualTo("111122223333");
    }

    @Test
    void buckets_of_nobody_knows_which_account_are_a_gap() {
        listBuckets("buckets.json");

        assertThat(exports.coverage(Topic.BUCKETS, "s3://acme-models"))
                .startsWith("PARTIAL nothing says which account owns the bucket");
    }
}
