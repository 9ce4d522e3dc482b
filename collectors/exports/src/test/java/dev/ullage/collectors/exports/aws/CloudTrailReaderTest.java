package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ullage.model.LogConfigChange;
import dev.ullage.model.Outcome;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.model.Usage;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudTrailReaderTest {

    private static final String TRAINER = "arn:aws:iam::111122223333:role/ml/trainer";
    private static final String SESSION = """
            {"type": "AssumedRole", "principalId": "AROAEXAMPLE:job-7", "accountId": "111122223333",
             "arn": "arn:aws:sts::111122223333:assumed-role/trainer/job-7", "accessKeyId": "ASIAEXAMPLE",
             "sessionContext": {"sessionIssuer": {"type": "Role", "principalId": "AROAEXAMPLE", "arn":
              "arn:aws:iam::111122223333:role/ml/trainer", "accountId": "111122223333", "userName": "trainer"}}}""";

    private Exports exports;
    private int events;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private String event(String name, String key, String more) {
        return event(SESSION, name, key, more);
    }

    private String event(String identity, String name, String key, String more) {
        var id = "%08d-0000-4000-a000-000000000000".formatted(++events);
        return """
               {"eventVersion": "1.11", "userIdentity": %s, "eventTime": "2026-11-01T08:00:0%dZ",
                "eventSource": "s3.amazonaws.com", "eventName": "%s", "awsRegion": "eu-west-1",
                "sourceIPAddress": "10.0.0.1", "userAgent": "[Boto3]",
                "requestParameters": {"bucketName": "acme-models", "key": "%s"},
                "eventID": "%s", "readOnly": true, "managementEvent": false, "eventCategory": "Data",
                "recipientAccountId": "111122223333",
                "resources": [{"type": "AWS::S3::Object", "ARN": "arn:aws:s3:::acme-models/%s"},
                              {"accountId": "111122223333", "type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::acme-models"}]
                %s}""".formatted(identity, events % 10, name, key, id, key, more);
    }

    private Exports log(String... records) {
        return exports.file("AWSLogs/log.json", "{\"Records\": [" + String.join(",", records) + "]}");
    }

    @Test
    void requests_of_one_role_for_one_folder_are_counted_together() {
        log(
                event("GetObject", "run/7/ckpt/a", ""),
                event("GetObject", "run/7/ckpt/b", ""),
                event("HeadObject", "run/7/ckpt/deep/c", ""));

        assertThat(exports.fact(Usage.class))
                .isEqualTo(new Usage(
                        Provider.AWS,
                        TRAINER,
                        "s3:GetObject",
                        "s3://acme-models",
                        "run/7/ckpt/",
                        Outcome.ALLOWED,
                        3,
                        Instant.parse("2026-11-01T08:00:01Z"),
                        Instant.parse("2026-11-01T08:00:03Z"),
                        new Source("AWSLogs/log.json", 1, "/Records/0")));
    }

    @ParameterizedTest
    @CsvSource({
        "GetObject, s3:GetObject",
        "HeadObject, s3:GetObject",
        "PutObject, s3:PutObject",
        "UploadPart, s3:PutObject",
        "CompleteMultipartUpload, s3:PutObject",
        "DeleteObject, s3:DeleteObject",
        "DeleteObjects, s3:DeleteObject",
        "ListObjects, s3:ListBucket",
        "ListObjectsV2, s3:ListBucket",
        "HeadBucket, s3:ListBucket",
        "GetObjectAcl, s3:GetObjectAcl",
        "GetBucketPolicy, s3:GetBucketPolicy",
        "PutBucketEncryption, s3:PutEncryptionConfiguration",
        "DeleteBucketPublicAccessBlock, s3:PutBucketPublicAccessBlock",
    })
    void a_request_needs_the_permission_of_its_action(String request, String permission) {
        log(event(request, "a", ""));

        assertThat(exports.fact(Usage.class).permission()).isEqualTo(permission);
    }

    @Test
    void a_request_for_a_version_needs_the_permission_for_versions() {
        log(event("GetObject", "a", "").replace("\"key\":", "\"versionId\": \"v\", \"key\":"));

        assertThat(exports.fact(Usage.class).permission()).isEqualTo("s3:GetObjectVersion");
    }

    @Test
    void a_copy_writes_one_object_and_reads_another() {
        log(event("CopyObject", "new/a", "")
                .replace("\"key\":", "\"x-amz-copy-source\": \"/acme-data/old/b%20c?versionId=7\", \"key\":"));

        assertThat(exports.facts(Usage.class))
                .extracting(Usage::permission, Usage::bucket, Usage::prefix)
                .containsExactlyInAnyOrder(
                        tuple("s3:PutObject", "s3://acme-models", "new/"),
                        tuple("s3:GetObjectVersion", "s3://acme-data", "old/"));
    }

    @Test
    void a_listing_is_of_the_prefix_that_was_asked_for() {
        log(event("ListObjects", "", "")
                .replace("\"key\": \"\"", "\"prefix\": \"train/2026/\"")
                .replace(
                        "{\"type\": \"AWS::S3::Object\", \"ARN\": \"arn:aws:s3:::acme-models/\"}",
                        "{\"type\": \"AWS::S3::Object\", \"ARNPrefix\": \"arn:aws:s3:::acme-models/train/2026/\"}"));

        assertThat(exports.fact(Usage.class).prefix()).isEqualTo("train/2026/");
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied, DENIED",
        "SignatureDoesNotMatch, DENIED",
        "NoSuchKey, ALLOWED",
        "SlowDown, ALLOWED",
    })
    void only_a_refusal_is_a_denied_request(String code, Outcome outcome) {
        log(event("GetObject", "a", ", \"errorCode\": \"" + code + "\""));

        assertThat(exports.fact(Usage.class).outcome()).isEqualTo(outcome);
    }

    @Test
    void a_redirect_to_another_region_is_neither() {
        log(event("GetObject", "a", ", \"errorCode\": \"PermanentRedirect\""));

        assertThat(exports.facts(Usage.class)).isEmpty();
    }

    @Test
    void a_request_that_is_logged_again_by_a_vpc_endpoint_counts_once() {
        log(
                event("GetObject", "a", ""),
                event("GetObject", "a", "")
                        .replace("\"eventCategory\": \"Data\"", "\"eventCategory\": \"NetworkActivity\""));

        assertThat(exports.fact(Usage.class).count()).isEqualTo(1);
    }

    @Test
    void an_event_that_is_delivered_twice_counts_once() {
        var event = event("GetObject", "a", "");
        log(event, event);
        exports.file("AWSLogs/again.json", "{\"Records\": [" + event + "]}");

        assertThat(exports.fact(Usage.class).count()).isEqualTo(1);
    }

    @Test
    void what_the_caller_chose_decides_nothing() {
        var admin = "arn:aws:iam::111122223333:role/admin";
        log(event("GetObject", "a", ", \"sourceIdentity\": \"" + admin + "\"")
                .replace("[Boto3]", admin + "\\n</script>\\u001b[2J")
                .replace("assumed-role/trainer/job-7", "assumed-role/trainer/admin")
                .replace(
                        "\"requestParameters\": {",
                        "\"requestParameters\": {\"userIdentity\": {\"type\": \"IAMUser\", \"arn\": \"" + admin
                                + "\"}, \"errorCode\": \"AccessDenied\", \"resources\": [{\"ARN\":"
                                + " \"arn:aws:s3:::forged/x\"}], "));

        assertThat(exports.fact(Usage.class))
                .extracting(Usage::principal, Usage::bucket, Usage::outcome)
                .containsExactly(TRAINER, "s3://acme-models", Outcome.ALLOWED);
    }

    @Test
    void the_bucket_that_cloudtrail_lists_counts_more_than_the_one_that_was_asked_for() {
        log(event("GetObject", "a", "")
                .replace("\"bucketName\": \"acme-models\"", "\"bucketName\": \"an-alias-s3alias\""));

        assertThat(exports.fact(Usage.class).bucket()).isEqualTo("s3://acme-models");
    }

    @Test
    void without_listed_resources_the_request_names_the_bucket() {
        log(event("GetObject", "a/b", "").replace("\"resources\"", "\"ignored\""));

        assertThat(exports.fact(Usage.class))
                .extracting(Usage::bucket, Usage::prefix)
                .containsExactly("s3://acme-models", "a/");
    }

    @Test
    void a_role_of_another_account_is_known_by_its_unique_id_when_that_account_is_in_the_input() {
        var stranger = "{\"type\": \"AWSAccount\", \"principalId\": \"AROAEXAMPLETRAINER00A:job-7\","
                + " \"accountId\": \"111122223333\"}";
        log(event(stranger, "GetObject", "a", ""));
        exports.file("iam/authorization-details.json", Exports.resource("authorization-details.json"));

        assertThat(exports.fact(Usage.class).principal()).isEqualTo("arn:aws:iam::111122223333:role/trainer");
    }

    @Test
    void a_role_of_an_account_that_is_not_in_the_input_is_that_account() {
        var stranger = "{\"type\": \"AWSAccount\", \"principalId\": \"AROAEXAMPLEPARTNER00A:x\","
                + " \"accountId\": \"999988887777\"}";
        log(event(stranger, "GetObject", "a", ""));

        assertThat(exports.fact(Usage.class).principal()).isEqualTo("arn:aws:iam::999988887777:root");
    }

    @Test
    void events_that_do_not_say_who_acted_leave_the_logs_partial() {
        log(
                event("{\"type\": \"IdentityCenterUser\", \"accountId\": \"111122223333\"}", "GetObject", "a", ""),
                event("null", "GetObject", "a", ""));

        assertThat(exports.facts(Usage.class)).isEmpty();
        assertThat(exports.coverage(Topic.DATA_LOGS, "111122223333"))
                .isEqualTo("PARTIAL 2 events do not say who acted, so that a principal is not named proves nothing");
    }

    @ParameterizedTest
    @CsvSource({"StopLogging", "StartLogging", "PutEventSelectors", "UpdateTrail", "DeleteTrail", "CreateTrail"})
    void a_change_of_what_is_logged_is_a_fact(String method) {
        log(event(method, "a", "").replace("s3.amazonaws.com", "cloudtrail.amazonaws.com"));

        assertThat(exports.fact(LogConfigChange.class))
                .extracting(LogConfigChange::container, LogConfigChange::method, LogConfigChange::when)
                .containsExactly("111122223333", method, Instant.parse("2026-11-01T08:00:01Z"));
    }

    @Test
    void a_refused_change_of_what_is_logged_is_none() {
        log(event("StopLogging", "a", ", \"errorCode\": \"AccessDenied\"")
                .replace("s3.amazonaws.com", "cloudtrail.amazonaws.com"));

        assertThat(exports.facts(LogConfigChange.class)).isEmpty();
    }

    @Test
    void events_of_other_services_are_passed_over() {
        log(event("RunInstances", "a", "").replace("s3.amazonaws.com", "ec2.amazonaws.com"));

        assertThat(exports.result().facts()).isEmpty();
        assertThat(exports.problem("AWSLogs/log.json")).isEmpty();
    }

    @Test
    void an_event_without_a_time_is_pointed_at_and_the_others_are_read() {
        log(event("GetObject", "a", "").replaceFirst("2026-11-01T08:00:01Z", "soon"), event("GetObject", "a", ""));

        assertThat(exports.problem("AWSLogs/log.json"))
                .contains("`eventTime` is not a time")
                .contains("/Records/0/eventTime");
        assertThat(exports.facts(Usage.class)).hasSize(1);
    }

    @Test
    void a_notification_of_s3_is_no_log() {
        log(
                "{\"eventVersion\": \"2.1\", \"eventSource\": \"aws:s3\", \"eventName\": \"ObjectCreated:Put\", \"eventTime\":"
                        + " \"2026-11-01T08:00:01Z\"}");

        assertThat(exports.problem("AWSLogs/log.json")).contains("not recognised");
    }

    @Test
    void events_may_stand_one_a_line() {
        exports.file(
                "events.ndjson",
                event("GetObject", "a", "").replace("\n", " ") + "\n"
                        + event("GetObject", "b", "").replace("\n", " ") + "\n");

        assertThat(exports.fact(Usage.class).count()).isEqualTo(2);
    }
}
