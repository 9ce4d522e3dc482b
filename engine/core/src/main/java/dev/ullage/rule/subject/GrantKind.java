package dev.ullage.rule.subject;

/** Which sort of document a grant stands in. */
public enum GrantKind {
    /** A member of a role in a GCP allow policy. */
    ROLE_BINDING,
    /** An allowing statement of an AWS policy of a user, group or role. */
    IDENTITY_POLICY,
    /** An allowing statement of an AWS bucket policy. */
    BUCKET_POLICY,
    /** An allowing statement of an AWS role's trust policy. */
    TRUST_POLICY
}
