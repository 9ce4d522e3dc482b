package dev.ullage.model;

/** Which of a provider's audit logs. */
public enum LogKind {
    /** Changes of configuration: Admin Activity on GCP, management events on AWS. */
    ADMIN,
    /** Requests for objects: Data Access on GCP, S3 data events on AWS. */
    DATA
}
