package dev.ullage.simulation.aws;

/** Yes, no, or one of the two: it hangs on a fact that the case leaves out. */
enum Answer {
    NO,
    PERHAPS,
    YES;

    static Answer of(boolean fact) {
        return fact ? YES : NO;
    }

    Answer and(Answer other) {
        return compareTo(other) < 0 ? this : other;
    }

    Answer or(Answer other) {
        return compareTo(other) > 0 ? this : other;
    }

    Answer not() {
        return switch (this) {
            case NO -> YES;
            case PERHAPS -> PERHAPS;
            case YES -> NO;
        };
    }
}
