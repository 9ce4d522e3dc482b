package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Bucket;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketOutputsTest {

    private static final String FOLDER = "aws/111122223333/s3/acme-models/";
    private static final String BUCKET = "s3://acme-models";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private Exports output(String name, String content) {
        return exports.file(FOLDER + name + ".json", content);
    }

    @Test
    void a_policy_is_read_out_of_its_text_and_attached_to_the_bucket() {
        output("get-bucket-policy", """
                {"Policy": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\
                \\"Action\\":\\"s3:GetObject\\",\\"Resource\\":\\"arn:aws:s3:::acme-models/*\\"}]}"}""");

        var document = exports.fact(PolicyDocument.class);
        assertThat(document.id()).isEqualTo(BUCKET + "#policy");
        assertThat(document.problems()).isEmpty();
        assertThat(document.statements().get(0).source())
                .isEqualTo(new Source(FOLDER + "get-bucket-policy.json", 1, "/Policy/Statement/0"));
        assertThat(exports.fact(PolicyAttachment.class))
                .extracting(PolicyAttachment::target, PolicyAttachment::policy, PolicyAttachment::kind)
                .containsExactly(BUCKET, BUCKET + "#policy", AttachmentKind.RESOURCE);
        assertThat(exports.coverage(Topic.BUCKET_POLICIES, BUCKET)).isEqualTo("COMPLETE");
    }

    @Test
    void a_policy_that_is_not_one_keeps_its_problem() {
        output("get-bucket-policy", "{\"Policy\": \"{\\\"Statement\\\": \"}");

        assertThat(exports.fact(PolicyDocument.class).problems()).hasSize(1);
    }

    @Test
    void every_line_of_an_access_control_list_names_its_grantee() {
        output("get-bucket-acl", """
                {"Owner": {"DisplayName": "acme", "ID": "0a1b"}, "Grants": [
                  {"Grantee": {"DisplayName": "acme", "ID": "0a1b", "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"},
                  {"Grantee": {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AllUsers"}, "Permission": "READ"},
                  {"Grantee": {"Type": "AmazonCustomerByEmail", "EmailAddress": "a@b.example"}, "Permission": "WRITE_ACP"}]}""");

        assertThat(exports.facts(AclEntry.class))
                .extracting(AclEntry::scope, AclEntry::bucket, AclEntry::grantee, AclEntry::permission, AclEntry::owner)
                .containsExactly(
                        tuple(AclScope.BUCKET, BUCKET, "canonical:0a1b", "FULL_CONTROL", "canonical:0a1b"),
                        tuple(
                                AclScope.BUCKET,
                                BUCKET,
                                "http://acs.amazonaws.com/groups/global/AllUsers",
                                "READ",
                                "canonical:0a1b"),
                        tuple(AclScope.BUCKET, BUCKET, "email:a@b.example", "WRITE_ACP", "canonical:0a1b"));
        assertThat(exports.coverage(Topic.BUCKET_ACLS, BUCKET)).isEqualTo("COMPLETE");
    }

    @Test
    void the_four_blocks_of_public_access_are_four_settings() {
        output("get-public-access-block", """
                {"PublicAccessBlockConfiguration": {"BlockPublicAcls": true, "IgnorePublicAcls": false,
                  "BlockPublicPolicy": true, "RestrictPublicBuckets": false}}""");

        assertThat(exports.facts(Setting.class))
                .extracting(Setting::resource, Setting::name, Setting::value)
                .containsExactly(
                        tuple(BUCKET, SettingName.BLOCK_PUBLIC_ACLS, "true"),
                        tuple(BUCKET, SettingName.IGNORE_PUBLIC_ACLS, "false"),
                        tuple(BUCKET, SettingName.BLOCK_PUBLIC_POLICY, "true"),
                        tuple(BUCKET, SettingName.RESTRICT_PUBLIC_BUCKETS, "false"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            ownership  | {"OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}} | OBJECT_OWNERSHIP | BucketOwnerEnforced
            encryption | {"ServerSideEncryptionConfiguration": {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": false}]}} | ENCRYPTION | AES256
            encryption | {"ServerSideEncryptionConfiguration": {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": false}]}} | ENCRYPTION_KEY | none
            encryption | {"ServerSideEncryptionConfiguration": {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "alias/ml"}}]}} | ENCRYPTION_KEY | alias/ml
            x          | {"Status": "Enabled", "MFADelete": "Disabled"} | VERSIONING | Enabled
            x          | {"Status": "Suspended"} | VERSIONING | Suspended
            get-bucket-versioning | {} | VERSIONING | Disabled
            get-bucket-logging | {} | ACCESS_LOG_TARGET | none
            x          | {"LoggingEnabled": {"TargetBucket": "acme-logs", "TargetPrefix": "s3/"}} | ACCESS_LOG_TARGET | acme-logs
            x          | {"Rules": [{"ID": "a", "Filter": {}, "Status": "Enabled", "Expiration": {"Days": 30}}, {"ID": "b", "Prefix": "t/", "Status": "Disabled"}]} | LIFECYCLE_RULES | 1
            """)
    void a_setting_has_the_providers_word(String file, String content, SettingName name, String value) {
        output(file, content);

        assertThat(exports.facts(Setting.class))
                .filteredOn(setting -> setting.name() == name)
                .extracting(Setting::value)
                .containsExactly(value);
    }

    @Test
    void an_empty_object_whose_file_does_not_say_what_it_answers_is_not_recognised() {
        output("x", "{}");

        assertThat(exports.facts(Setting.class)).isEmpty();
        assertThat(exports.problem(FOLDER + "x.json")).contains("not recognised");
    }

    @Test
    void an_empty_file_is_no_answer() {
        output("get-bucket-versioning", "");

        assertThat(exports.facts(Setting.class)).isEmpty();
        assertThat(exports.problem(FOLDER + "get-bucket-versioning.json"))
                .isEqualTo(FOLDER + "get-bucket-versioning.json:1:1: empty, as after an error and as for what is not"
                        + " configured; write `{}` when the command succeeded");
    }

    @Test
    void more_than_one_encryption_rule_is_told() {
        output("x", "{\"ServerSideEncryptionConfiguration\": {\"Rules\": []}}");

        assertThat(exports.problem(FOLDER + "x.json")).contains("has 0 rules where AWS keeps one");
    }

    @Test
    void tags_become_labels_and_the_location_is_kept() {
        output("tags", "{\"TagSet\": [{\"Key\": \"env\", \"Value\": \"prod\"}]}");
        output("location", "{\"LocationConstraint\": null}");

        var bucket = exports.fact(Bucket.class);
        assertThat(bucket.labels()).containsEntry("env", "prod");
        assertThat(bucket.location()).isEqualTo("us-east-1");
        assertThat(bucket.container()).isEqualTo("111122223333");
    }

    @Test
    void the_old_name_of_a_region_is_its_new_one() {
        output("location", "{\"LocationConstraint\": \"EU\"}");

        assertThat(exports.fact(Bucket.class).location()).isEqualTo("eu-west-1");
    }

    @Test
    void a_list_of_buckets_gives_each_with_its_creation() {
        exports.file("aws/111122223333/buckets.json", """
                {"Buckets": [{"Name": "acme-models", "CreationDate": "2024-02-03T04:05:06+00:00"},
                             {"Name": "acme-data", "CreationDate": "2024-02-03T04:05:06+00:00", "BucketRegion": "eu-west-1"}],
                 "Owner": {"ID": "0a1b"}, "Prefix": null}""");

        assertThat(exports.facts(Bucket.class))
                .extracting(
                        Bucket::id,
                        Bucket::container,
                        Bucket::location,
                        bucket -> bucket.created().toString())
                .containsExactly(
                        tuple("s3://acme-data", "111122223333", "eu-west-1", "2024-02-03T04:05:06Z"),
                        tuple(BUCKET, "111122223333", "", "2024-02-03T04:05:06Z"));
        assertThat(exports.coverage(Topic.BUCKETS, "111122223333")).isEqualTo("COMPLETE");
    }

    @Test
    void the_owner_of_the_buckets_is_another_name_of_the_account() {
        exports.file("aws/111122223333/buckets.json", "{\"Buckets\": [], \"Owner\": {\"ID\": \"0a1b\"}}");

        assertThat(exports.fact(dev.ullage.model.Container.class).aliases()).containsExactly("canonical:0a1b");
    }

    @Test
    void one_page_of_a_list_of_buckets_is_partial() {
        exports.file(
                "aws/111122223333/buckets.json",
                "{\"Buckets\": [], \"Owner\": {\"ID\": \"0a1b\"}, \"ContinuationToken\": \"x\"}");

        assertThat(exports.coverage(Topic.BUCKETS, "111122223333")).startsWith("PARTIAL");
    }

    @Test
    void the_settings_are_complete_only_with_all_of_them() {
        output("a", "{\"PublicAccessBlockConfiguration\": {}}");
        output("b", "{\"OwnershipControls\": {\"Rules\": [{\"ObjectOwnership\": \"ObjectWriter\"}]}}");
        output("get-bucket-versioning", "{}");
        output("get-bucket-logging", "{}");
        output(
                "e",
                "{\"ServerSideEncryptionConfiguration\": {\"Rules\": [{\"ApplyServerSideEncryptionByDefault\":"
                        + " {\"SSEAlgorithm\": \"AES256\"}}]}}");
        output("f", "{\"TagSet\": []}");
        assertThat(exports.coverage(Topic.BUCKET_SETTINGS, BUCKET))
                .isEqualTo("PARTIAL not read: `get-bucket-lifecycle-configuration`");
    }

    @Test
    void with_the_last_of_them_the_settings_are_complete() {
        the_settings_are_complete_only_with_all_of_them();
        var whole = exports.again().file(FOLDER + "lifecycle.txt", """

                An error occurred (NoSuchLifecycleConfiguration) when calling the GetBucketLifecycleConfiguration \
                operation: The lifecycle configuration does not exist
                """);

        assertThat(whole.coverage(Topic.BUCKET_SETTINGS, BUCKET)).isEqualTo("COMPLETE");
    }
}
