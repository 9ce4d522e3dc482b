package dev.ullage.snapshot;

/** A folder is not a snapshot that this version can read. The message says where and what to do. */
public final class SnapshotFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The message is one sentence, with the file's name first. */
    public SnapshotFormatException(String message) {
        super(message);
    }
}
