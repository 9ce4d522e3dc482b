package dev.ullage.rule.subject;

/** The way in which an outside identity is let in. */
public enum TrustKind {
    /** A provider of a GCP workload or workforce identity pool. */
    IDENTITY_POOL,
    /** An AWS role that holders of OpenID Connect tokens may assume. */
    OIDC_ROLE,
    /** An AWS role that holders of SAML assertions may assume. */
    SAML_ROLE,
    /** An AWS role that principals of an account may assume. */
    ACCOUNT_ROLE,
    /** An AWS role that an AWS service may assume. */
    SERVICE_ROLE
}
