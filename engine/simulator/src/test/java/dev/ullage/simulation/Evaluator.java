package dev.ullage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.access.Ruling;

/** One of those who answer cases, by the name that a test shows. */
public record Evaluator(String name, Judge judge) {

    /** Rules on a case. */
    @FunctionalInterface
    public interface Judge {
        Ruling rule(JsonNode oneCase) throws MalformedCaseException;
    }

    private static final Simulator SIMULATOR = new Simulator();

    /** The side that is tested. It keeps what it has read of conditions, as it does for a file of cases. */
    public static final Evaluator ENGINE =
            new Evaluator("engine", oneCase -> SIMULATOR.decide(oneCase).ruling());

    /** The ruling, or how it failed: that is a finding, too, and has to leave the case to look at. */
    public String answer(JsonNode oneCase) {
        try {
            return judge.rule(oneCase).name();
        } catch (MalformedCaseException | RuntimeException broken) {
            return "fails: " + broken;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
