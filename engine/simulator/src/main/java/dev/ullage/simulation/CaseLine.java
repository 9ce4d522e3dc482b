package dev.ullage.simulation;

import dev.ullage.access.Decision;
import java.util.List;

/** What became of one line of a file of cases. */
public sealed interface CaseLine {

    /** 1-based number of the line. */
    long number();

    /**
     * A case that was decided.
     *
     * @param name as the case has it; {@code line 7} for a case without one
     */
    record Decided(long number, String name, Decision decision) implements CaseLine {}

    /**
     * A line that is no case.
     *
     * @param problems at least one sentence
     */
    record Refused(long number, List<String> problems) implements CaseLine {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
