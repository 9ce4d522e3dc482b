package dev.ullage.access;

/** A set of names needs more work than the stated limit; the question must be answered UNKNOWN. */
public final class TooComplexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message names the limit. */
    public TooComplexException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message names the limit. */
    public TooComplexException(String message) {
        super(message);
    }
}
