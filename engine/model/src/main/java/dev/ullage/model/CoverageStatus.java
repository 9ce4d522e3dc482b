package dev.ullage.model;

/** How much of a topic was read in a scope, from best to worst. */
public enum CoverageStatus {
    COMPLETE,
    PARTIAL,
    DENIED
}
