package dev.ullage.simulation.gcp;

/** Yes, no, or: it hangs on something that the case does not tell. */
enum Truth {
    NO,
    MAYBE,
    YES;

    static Truth of(boolean sure) {
        return sure ? YES : NO;
    }

    Truth and(Truth other) {
        return ordinal() <= other.ordinal() ? this : other;
    }

    Truth or(Truth other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    Truth not() {
        return values()[YES.ordinal() - ordinal()];
    }
}
