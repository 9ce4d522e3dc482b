package dev.ullage.cli;

/** A part of the work of a command, of which a waiting person is told. */
interface Phase {

    /** What a person is told while it lasts. */
    String doing();

    /** How many parts the command has. */
    int ofAll();
}
