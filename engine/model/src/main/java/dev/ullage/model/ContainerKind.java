package dev.ullage.model;

/** A level of a provider's resource hierarchy. */
public enum ContainerKind {
    ORGANIZATION,
    FOLDER,
    ORGANIZATIONAL_UNIT,
    PROJECT,
    ACCOUNT
}
