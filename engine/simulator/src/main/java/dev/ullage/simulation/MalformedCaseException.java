package dev.ullage.simulation;

import java.util.List;

/** A case that cannot be read. */
public final class MalformedCaseException extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** {@code problems} are sentences, each beginning with the place inside the case as a JSON pointer. */
    public MalformedCaseException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong with it, at least one sentence. */
    public List<String> problems() {
        return problems;
    }
}
