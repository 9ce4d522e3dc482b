package dev.ullage.simulation;

/** A line is longer than is read; what is left of it was passed over. */
final class LongLineException extends Exception {

    private static final long serialVersionUID = 1L;
}
