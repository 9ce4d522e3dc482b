package dev.ullage.simulation.rgw;

/** What a server does with a request. */
enum Verdict {
    ALLOWED,
    /** Refused for lack of a permission, and for nothing else. */
    DENIED
}
