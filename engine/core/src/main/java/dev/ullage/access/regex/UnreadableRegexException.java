package dev.ullage.access.regex;

/** A text is no regular expression of RE2, so that nobody can say what it matches. */
public final class UnreadableRegexException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The message says what is wrong with the text. */
    UnreadableRegexException(String message) {
        super(message);
    }

    UnreadableRegexException(String message, Throwable cause) {
        super(message, cause);
    }
}
