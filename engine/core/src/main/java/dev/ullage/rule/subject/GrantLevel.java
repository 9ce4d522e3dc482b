package dev.ullage.rule.subject;

/** How wide a grant reaches, from widest to narrowest. */
public enum GrantLevel {
    ORGANIZATION,
    FOLDER,
    /** A GCP project. */
    PROJECT,
    /** Everything of its kind in an AWS account. */
    ACCOUNT,
    BUCKET,
    /** Some objects of a bucket: a managed folder, or a key pattern. */
    OBJECT,
    /** An identity that can be acted as or changed. */
    PRINCIPAL,
    /** Anything else. */
    OTHER
}
