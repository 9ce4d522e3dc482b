package dev.ullage.rule.subject;

/** One thing as rules see it. */
public sealed interface View
        permits AclView, BucketView, CredentialView, GrantView, PrincipalView, RowView, TrustView {}
