package dev.ullage.access;

/** How a provider would answer one request. */
public enum Ruling {
    ALLOWED,
    /** Refused by something that says so, whatever else allows it. */
    EXPLICIT_DENY,
    /**
     * Refused because nothing allows it, or because something that would have to allow it does not. It is said, too,
     * where a denial may apply and nothing allows: that the request is refused is sure.
     */
    IMPLICIT_DENY,
    /** It hangs on a fact that is missing. */
    UNKNOWN
}
