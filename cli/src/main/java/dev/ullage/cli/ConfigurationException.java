package dev.ullage.cli;

import java.util.List;

/** The person has to change something before a run can begin. Each problem is one sentence: place, fact, remedy. */
final class ConfigurationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    ConfigurationException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    ConfigurationException(String problem) {
        this(List.of(problem));
    }

    /** One or more, in the order in which a person would mend them. */
    List<String> problems() {
        return problems;
    }
}
