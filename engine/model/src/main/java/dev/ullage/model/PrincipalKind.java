package dev.ullage.model;

/** What sort of thing can act. */
public enum PrincipalKind {
    /** A person's account. */
    USER,
    /** A set of principals whose members are facts of their own. */
    GROUP,
    /** A GCP service account made by a customer, default service accounts included. */
    SERVICE_ACCOUNT,
    /** A Google-managed service agent or an AWS service principal. */
    SERVICE_AGENT,
    /** An AWS IAM role. */
    ROLE,
    /** One or many identities of an external identity provider ({@code principal://}, {@code principalSet://}, OIDC, SAML). */
    FEDERATED,
    /** An AWS account as a whole (its root ARN or canonical id), or an account's root user. */
    ACCOUNT,
    /** Everybody of a Google Workspace or Cloud Identity domain. */
    DOMAIN,
    /** {@code projectOwner:}, {@code projectEditor:} or {@code projectViewer:}: whoever holds that basic role. */
    CONVENIENCE,
    /** {@code allUsers}, {@code allAuthenticatedUsers}, {@code *} and the S3 groups AllUsers and AuthenticatedUsers. */
    PUBLIC,
    /** A {@code deleted:} member or an AWS unique id left behind by a deleted principal. */
    DELETED,
    /** A form that this version does not know. */
    OTHER
}
