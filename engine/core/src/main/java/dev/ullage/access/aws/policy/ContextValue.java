package dev.ullage.access.aws.policy;

import java.util.List;

/**
 * What is known of one condition key in a request.
 *
 * @param state whether the key is there
 * @param values none unless the key is there; single-valued keys have one
 * @param isChosen true when the caller may as well send the request with another value
 */
public record ContextValue(State state, List<String> values, boolean isChosen) {

    /** Whether a request has a key. */
    public enum State {
        PRESENT,
        ABSENT,
        UNKNOWN
    }

    /** The request does not have the key. */
    public static final ContextValue ABSENT = new ContextValue(State.ABSENT, List.of(), false);

    /** Whether the request has the key, or with which value, is not known. */
    public static final ContextValue UNKNOWN = new ContextValue(State.UNKNOWN, List.of(), false);

    public ContextValue {
        values = List.copyOf(values);
    }

    /** A key with these values. */
    public static ContextValue of(List<String> values) {
        return new ContextValue(State.PRESENT, values, false);
    }

    /** A key with one value. */
    public static ContextValue of(String value) {
        return of(List.of(value));
    }

    /** A key whose value is this one where it helps the caller, and another where that helps. */
    public static ContextValue chosen(String value) {
        return new ContextValue(State.PRESENT, List.of(value), true);
    }

    boolean isPresent() {
        return state == State.PRESENT;
    }

    boolean isAbsent() {
        return state == State.ABSENT;
    }

    boolean isUnknown() {
        return state == State.UNKNOWN;
    }
}
