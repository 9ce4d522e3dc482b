package dev.ullage.simulation.gcp;

/** A condition that is written in a way that we do not know. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }
}
