package dev.ullage.collectors.exports;

/** A record is not what it claims to be. The message is a sentence for the user, without the place. */
public final class MalformedRecordException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final int line;

    /** {@code pointer} is the JSON pointer of the offending value inside the record, or the empty string. */
    public MalformedRecordException(String pointer, String message) {
        super(message);
        this.pointer = pointer;
        this.line = 0;
    }

    /** {@code line} is the 1-based line of the file; for text, where there are no pointers. */
    public MalformedRecordException(int line, String message) {
        super(message);
        this.pointer = "";
        this.line = line;
    }

    /** JSON pointer of the offending value inside the record, or the empty string. */
    public String pointer() {
        return pointer;
    }

    /** Line of the file, or 0 for the line on which the record begins. */
    public int line() {
        return line;
    }
}
