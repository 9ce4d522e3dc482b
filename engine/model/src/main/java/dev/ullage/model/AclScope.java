package dev.ullage.model;

/** Which access-control list an entry stands on. */
public enum AclScope {
    BUCKET,
    OBJECT,
    /** A GCP bucket's default for new objects; it grants nothing by itself. */
    DEFAULT_OBJECT
}
