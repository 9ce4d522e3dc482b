package dev.ullage.rule;

import java.util.List;

/** What a rule says of one subject. */
public sealed interface Judgement {

    /** The rule objects. */
    record Fails(String message) implements Judgement {}

    /** The rule does not object, and knew all that it needed to know. */
    record Passes() implements Judgement {}

    /**
     * The rule cannot tell.
     *
     * @param missing what would have to be known, one sentence each and at least one
     */
    record Unknown(List<String> missing) implements Judgement {

        public Unknown {
            missing = List.copyOf(missing);
        }
    }
}
