package dev.ullage.model;

/** The part that an AWS policy document plays for its target. */
public enum AttachmentKind {
    /** Managed or inline policy of a user, group or role. */
    IDENTITY,
    /** Permissions boundary of a user or role. */
    BOUNDARY,
    /** Policy of a bucket, an access point or an instance of S3 Access Grants. */
    RESOURCE,
    /** Who may assume a role. */
    TRUST,
    /** Service control policy of a root, organisational unit or account. */
    SERVICE_CONTROL,
    /** Resource control policy of a root, organisational unit or account. */
    RESOURCE_CONTROL
}
