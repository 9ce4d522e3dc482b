package dev.ullage.model;

/** Three-valued truth. {@code UNKNOWN} means that a fact is missing, and never stands for either of the others. */
public enum Answer {
    YES,
    NO,
    UNKNOWN;

    /** {@code YES} for true, {@code NO} for false. */
    public static Answer of(boolean value) {
        return value ? YES : NO;
    }

    /** Kleene conjunction: one {@code NO} decides. */
    public Answer and(Answer other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : UNKNOWN;
    }

    /** Kleene disjunction: one {@code YES} decides. */
    public Answer or(Answer other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == NO && other == NO ? NO : UNKNOWN;
    }

    /** Kleene negation: not knowing stays not knowing. */
    public Answer not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
