package dev.ullage.model;

/** A long-lived secret that lets its holder act as a principal. */
public enum CredentialKind {
    /** GCP service-account key whose private half somebody downloaded or uploaded. */
    USER_MANAGED_KEY,
    /** GCP service-account key that Google holds and rotates. */
    SYSTEM_MANAGED_KEY,
    /** GCP HMAC key for the S3-compatible API. */
    HMAC_KEY,
    /** AWS access key of an IAM user. */
    ACCESS_KEY,
    /** AWS access key of the account's root user. */
    ROOT_ACCESS_KEY,
    /** AWS console password. */
    PASSWORD
}
