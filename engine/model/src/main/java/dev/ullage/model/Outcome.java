package dev.ullage.model;

/** How the provider answered a logged request. A denied attempt is not use. */
public enum Outcome {
    ALLOWED,
    DENIED
}
