package dev.ullage.model;

/**
 * What can be configured on a bucket, account, project or organisation. The value keeps the provider's word; the list
 * of words is with each name. A setting that was read and is not configured has the value {@code none}.
 */
public enum SettingName {
    /** GCP {@code iamConfiguration.uniformBucketLevelAccess.enabled}: {@code true} or {@code false}. */
    UNIFORM_BUCKET_LEVEL_ACCESS,
    /** GCP bucket: {@code enforced}, {@code inherited} (older: {@code unspecified}). */
    PUBLIC_ACCESS_PREVENTION,
    /** GCP organisation policy {@code constraints/storage.publicAccessPrevention}: {@code true} or {@code false}. */
    ORG_PUBLIC_ACCESS_PREVENTION,
    /** AWS: {@code BucketOwnerEnforced}, {@code BucketOwnerPreferred}, {@code ObjectWriter} or {@code none}. */
    OBJECT_OWNERSHIP,
    /** AWS Block Public Access, of a bucket, an access point or an account: {@code true}, {@code false} or {@code none}. */
    BLOCK_PUBLIC_ACLS,
    /** See {@link #BLOCK_PUBLIC_ACLS}. */
    IGNORE_PUBLIC_ACLS,
    /** See {@link #BLOCK_PUBLIC_ACLS}. */
    BLOCK_PUBLIC_POLICY,
    /** See {@link #BLOCK_PUBLIC_ACLS}. */
    RESTRICT_PUBLIC_BUCKETS,
    /** Whether S3 itself calls the policy of an access point public: {@code true} or {@code false}. */
    POLICY_IS_PUBLIC,
    /** Default encryption: {@code google-managed}, {@code AES256}, {@code aws:kms}, {@code aws:kms:dsse}, {@code cmek} or {@code none}. */
    ENCRYPTION,
    /** Name or ARN of the default key; {@code none} when the provider's own key is used. */
    ENCRYPTION_KEY,
    /** {@code Enabled}, {@code Suspended} (AWS) or {@code Disabled}. */
    VERSIONING,
    /** Number of lifecycle rules in force, as decimal digits. */
    LIFECYCLE_RULES,
    /** Bucket that receives usage or server access logs, or {@code none}. */
    ACCESS_LOG_TARGET,
    /** Management account of an AWS organisation, which no control policy binds: its 12 digits. */
    MANAGEMENT_ACCOUNT,
    /** Retention in seconds, as decimal digits, or {@code none}. */
    RETENTION
}
