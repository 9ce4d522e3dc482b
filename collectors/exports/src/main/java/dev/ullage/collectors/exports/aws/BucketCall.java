package dev.ullage.collectors.exports.aws;

import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request of the S3 API about one bucket, or one object of it, whose answer does not name the bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error codes</a>
 */
enum BucketCall {
    POLICY("GetBucketPolicy", "get-bucket-policy", Topic.BUCKET_POLICIES, "NoSuchBucketPolicy"),
    ACL("GetBucketAcl", "get-bucket-acl", Topic.BUCKET_ACLS, ""),
    OBJECT_ACL("GetObjectAcl", "get-object-acl", Topic.OBJECT_ACLS, ""),
    PUBLIC_ACCESS_BLOCK(
            "GetPublicAccessBlock",
            "get-public-access-block",
            Topic.BUCKET_SETTINGS,
            "NoSuchPublicAccessBlockConfiguration"),
    OWNERSHIP_CONTROLS(
            "GetBucketOwnershipControls",
            "get-bucket-ownership-controls",
            Topic.BUCKET_SETTINGS,
            "OwnershipControlsNotFoundError"),
    ENCRYPTION(
            "GetBucketEncryption",
            "get-bucket-encryption",
            Topic.BUCKET_SETTINGS,
            "ServerSideEncryptionConfigurationNotFoundError"),
    VERSIONING("GetBucketVersioning", "get-bucket-versioning", Topic.BUCKET_SETTINGS, ""),
    LIFECYCLE(
            "GetBucketLifecycleConfiguration",
            "get-bucket-lifecycle-configuration",
            Topic.BUCKET_SETTINGS,
            "NoSuchLifecycleConfiguration"),
    LOGGING("GetBucketLogging", "get-bucket-logging", Topic.BUCKET_SETTINGS, ""),
    TAGGING("GetBucketTagging", "get-bucket-tagging", Topic.BUCKET_SETTINGS, "NoSuchTagSet"),
    LOCATION("GetBucketLocation", "get-bucket-location", Topic.BUCKETS, "");

    private final String operation;
    private final String command;
    private final Topic topic;
    private final String notConfigured;

    BucketCall(String operation, String command, Topic topic, String notConfigured) {
        this.operation = operation;
        this.command = command;
        this.topic = topic;
        this.notConfigured = notConfigured;
    }

    /** The request with this name in the API. */
    static Optional<BucketCall> ofOperation(String operation) {
        return Stream.of(values())
                .filter(call -> call.operation.equals(operation))
                .findFirst();
    }

    /** The subcommand of {@code aws s3api}. */
    String command() {
        return command;
    }

    /** What it tells about. */
    Topic topic() {
        return topic;
    }

    /** True for the error code that means "read, and not configured". */
    boolean meansNotConfigured(String errorCode) {
        return !notConfigured.isEmpty() && notConfigured.equals(errorCode);
    }

    /** The settings that it tells. */
    List<SettingName> settings() {
        return switch (this) {
            case PUBLIC_ACCESS_BLOCK ->
                List.of(
                        SettingName.BLOCK_PUBLIC_ACLS,
                        SettingName.IGNORE_PUBLIC_ACLS,
                        SettingName.BLOCK_PUBLIC_POLICY,
                        SettingName.RESTRICT_PUBLIC_BUCKETS);
            case OWNERSHIP_CONTROLS -> List.of(SettingName.OBJECT_OWNERSHIP);
            case ENCRYPTION -> List.of(SettingName.ENCRYPTION, SettingName.ENCRYPTION_KEY);
            case VERSIONING -> List.of(SettingName.VERSIONING);
            case LIFECYCLE -> List.of(SettingName.LIFECYCLE_RULES);
            case LOGGING -> List.of(SettingName.ACCESS_LOG_TARGET);
            case POLICY, ACL, OBJECT_ACL, TAGGING, LOCATION -> List.of();
        };
    }
}
