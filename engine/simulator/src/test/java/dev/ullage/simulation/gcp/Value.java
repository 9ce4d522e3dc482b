package dev.ullage.simulation.gcp;

/**
 * What a part of a condition can come to, where it comes to true or false: any of a set of outcomes, since what is not
 * known can be either.
 *
 * @param yes whether it can be true
 * @param no whether it can be false
 * @param fault whether it can fail
 */
record Value(boolean yes, boolean no, boolean fault) {

    static final Value TRUE = new Value(true, false, false);
    static final Value FALSE = new Value(false, true, false);
    /** It fails: a missing attribute, a malformed date, types that do not fit. Stands for a value of any type. */
    static final Value ERROR = new Value(false, false, true);
    /** It is not known. Stands for a value of any type. */
    static final Value UNKNOWN = new Value(true, true, false);

    static Value of(boolean sure) {
        return sure ? TRUE : FALSE;
    }

    static Value of(Object any) {
        return any instanceof Value value ? value : ERROR;
    }

    /**
     * False if either side is false, and true if both are; otherwise it fails. The order does not matter.
     *
     * @see <a href="https://github.com/google/cel-spec/blob/master/doc/langdef.md#logical-operators">Logical operators</a>
     */
    Value and(Value other) {
        return new Value(
                yes && other.yes, no || other.no, fault && (other.yes || other.fault) || other.fault && (yes || fault));
    }

    Value or(Value other) {
        return not().and(other.not()).not();
    }

    Value not() {
        return new Value(no, yes, fault);
    }
}
