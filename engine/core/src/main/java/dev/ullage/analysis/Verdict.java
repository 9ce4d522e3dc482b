package dev.ullage.analysis;

/** The answer of a rule in a scope. A missing fact can make it {@code UNKNOWN}, never {@code PASS}. */
public enum Verdict {
    PASS,
    FAIL,
    UNKNOWN,
    NOT_APPLICABLE
}
