package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Container;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.Setting;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorOutputReaderTest {

    private static final String BUCKET = "s3://acme-models";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private static String error(String code, String operation) {
        return "\nAn error occurred (" + code + ") when calling the " + operation + " operation: Sorry\n";
    }

    private void bucketError(String code, String operation) {
        exports.file("aws/111122223333/s3/acme-models/output.json", error(code, operation));
    }

    @Test
    void no_policy_is_an_answer() {
        bucketError("NoSuchBucketPolicy", "GetBucketPolicy");

        assertThat(exports.facts(PolicyDocument.class)).isEmpty();
        assertThat(exports.coverage(Topic.BUCKET_POLICIES, BUCKET)).isEqualTo("COMPLETE");
    }

    @ParameterizedTest
    @CsvSource({
        "NoSuchPublicAccessBlockConfiguration, GetPublicAccessBlock, 4",
        "OwnershipControlsNotFoundError, GetBucketOwnershipControls, 1",
        "ServerSideEncryptionConfigurationNotFoundError, GetBucketEncryption, 2",
        "NoSuchLifecycleConfiguration, GetBucketLifecycleConfiguration, 1",
        "NoSuchTagSet, GetBucketTagging, 0",
        "ReplicationConfigurationNotFoundError, GetBucketReplication, 0",
    })
    void what_is_not_configured_is_a_setting_without_value(String code, String operation, int settings) {
        bucketError(code, operation);

        assertThat(exports.facts(Setting.class))
                .hasSize(settings)
                .allMatch(setting -> setting.value().equals("none"));
        assertThat(exports.coverage(Topic.BUCKET_SETTINGS, BUCKET)).doesNotContain("DENIED");
    }

    @Test
    void a_block_of_public_access_that_an_account_does_not_have_is_the_accounts() {
        exports.file(
                "aws/111122223333/account-block.txt",
                error("NoSuchPublicAccessBlockConfiguration", "GetPublicAccessBlock"));

        assertThat(exports.facts(Setting.class)).extracting(Setting::resource).containsOnly("111122223333");
        assertThat(exports.coverage(Topic.ACCOUNT_SETTINGS, "111122223333")).isEqualTo("COMPLETE");
    }

    @ParameterizedTest
    @CsvSource({
        "GetBucketPolicy, BUCKET_POLICIES",
        "GetBucketAcl, BUCKET_ACLS",
        "GetObjectAcl, OBJECT_ACLS",
        "GetBucketEncryption, BUCKET_SETTINGS",
        "GetBucketTagging, BUCKET_SETTINGS",
    })
    void a_refused_read_of_a_bucket_is_denied_in_the_providers_words(String operation, Topic topic) {
        bucketError("AccessDenied", operation);

        assertThat(exports.coverage(topic, BUCKET))
                .isEqualTo(
                        "DENIED An error occurred (AccessDenied) when calling the " + operation + " operation: Sorry");
    }

    @Test
    void another_failure_is_partial() {
        bucketError("SlowDown", "GetBucketPolicy");

        assertThat(exports.coverage(Topic.BUCKET_POLICIES, BUCKET)).startsWith("PARTIAL An error occurred (SlowDown)");
    }

    @Test
    void an_error_code_of_one_request_is_no_answer_to_another() {
        bucketError("NoSuchBucketPolicy", "GetBucketAcl");

        assertThat(exports.coverage(Topic.BUCKET_ACLS, BUCKET)).startsWith("PARTIAL");
    }

    @ParameterizedTest
    @CsvSource({
        "GetAccountAuthorizationDetails, IAM_POLICIES",
        "GetAccountAuthorizationDetails, PRINCIPALS",
        "GetCredentialReport, CREDENTIALS",
        "ListBuckets, BUCKETS",
        "DescribeTrails, LOG_CONFIG",
        "GetOpenIDConnectProvider, FEDERATION",
    })
    void a_refused_read_of_an_account_is_denied(String operation, Topic topic) {
        exports.file("aws/111122223333/x.json", error("AccessDeniedException", operation));

        assertThat(exports.coverage(topic, "111122223333")).startsWith("DENIED");
    }

    @Test
    void a_refused_read_of_the_organisation_is_denied_for_all_of_it() {
        exports.file("aws/111122223333/scps.json", error("AccessDeniedException", "ListPolicies"));
        exports.file("aws/org.json", "{\"Organization\": {\"Id\": \"o-acmeexample\"}}");

        assertThat(exports.coverage(Topic.CONTROL_POLICIES, "o-acmeexample")).startsWith("DENIED");
    }

    @Test
    void an_account_outside_any_organisation_has_no_control_policies_and_that_is_known() {
        exports.file("aws/111122223333/org.json", error("AWSOrganizationsNotInUseException", "DescribeOrganization"));

        assertThat(exports.coverage(Topic.CONTROL_POLICIES, "111122223333")).isEqualTo("COMPLETE");
        assertThat(exports.coverage(Topic.HIERARCHY, "111122223333")).isEqualTo("COMPLETE");
    }

    @Test
    void the_error_of_a_newer_command_line_is_understood() {
        exports.file(
                "aws/111122223333/x.txt",
                "aws: [ERROR]: An error occurred (AccessDenied) when calling the ListBuckets operation (reached max"
                        + " retries: 4): no\n");

        assertThat(exports.coverage(Topic.BUCKETS, "111122223333")).startsWith("DENIED");
    }

    @Test
    void control_characters_in_the_providers_words_do_not_get_through() {
        exports.file(
                "aws/111122223333/x.txt",
                "An error occurred (AccessDenied) when calling the ListBuckets operation: \u001b[2Jgone"
                        + "x".repeat(999));

        assertThat(exports.coverage(Topic.BUCKETS, "111122223333"))
                .contains("?[2Jgone")
                .doesNotContain("\u001b")
                .hasSizeLessThan(330);
    }

    @Test
    void the_error_of_a_request_that_is_not_read_is_not_recognised() {
        exports.file("x.txt", error("AccessDenied", "RunInstances"));

        assertThat(exports.facts(Container.class)).isEmpty();
        assertThat(exports.problem("x.txt")).contains("not recognised");
    }
}
