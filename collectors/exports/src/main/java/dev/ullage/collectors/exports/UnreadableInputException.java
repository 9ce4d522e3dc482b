package dev.ullage.collectors.exports;

import java.io.IOException;

/** The bytes of a file are not fit to be read on. The message is fact and remedy, for the user. */
final class UnreadableInputException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean aboutRecord;

    private UnreadableInputException(String message, boolean aboutRecord) {
        super(message);
        this.aboutRecord = aboutRecord;
    }

    /** Something is wrong at the place to which the file was read. */
    static UnreadableInputException here(String message) {
        return new UnreadableInputException(message, false);
    }

    /** Something is wrong with the record that is being read, as a whole. */
    static UnreadableInputException record(String message) {
        return new UnreadableInputException(message, true);
    }

    /** True when the place to name is where the record begins. */
    boolean aboutRecord() {
        return aboutRecord;
    }
}
