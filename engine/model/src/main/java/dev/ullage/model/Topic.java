package dev.ullage.model;

/** A body of facts that is read as a whole and can be missing as a whole. */
public enum Topic {
    HIERARCHY,
    PRINCIPALS,
    /** Allow policies on GCP; identity policies of users, groups and roles on AWS. */
    IAM_POLICIES,
    DENY_POLICIES,
    /** GCP principal access boundaries and what binds them to principals. */
    ACCESS_BOUNDARIES,
    /** AWS service and resource control policies. */
    CONTROL_POLICIES,
    CUSTOM_ROLES,
    GROUP_MEMBERSHIPS,
    BUCKETS,
    BUCKET_POLICIES,
    BUCKET_SETTINGS,
    BUCKET_ACLS,
    OBJECT_ACLS,
    /** S3 access points, listed by account. */
    ACCESS_POINTS,
    /** Policies of S3 access points. */
    ACCESS_POINT_POLICIES,
    /** S3 Access Grants: instances, locations and grants, listed by account. */
    ACCESS_GRANTS,
    /** Public access settings above the bucket: account Block Public Access, organisation policies. */
    ACCOUNT_SETTINGS,
    /** Keys and passwords of principals, but for GCP's HMAC keys, which are listed apart. */
    CREDENTIALS,
    /** GCP HMAC keys for the S3-compatible API. */
    HMAC_KEYS,
    FEDERATION,
    /** What is switched on to be logged. */
    LOG_CONFIG,
    ADMIN_LOGS,
    DATA_LOGS;

    /** The word used in rule files and reports, such as {@code object-acls}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
