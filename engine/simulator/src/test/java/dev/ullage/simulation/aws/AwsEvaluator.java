package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.access.Ruling;
import dev.ullage.simulation.MalformedCaseException;
import dev.ullage.simulation.Simulator;
import java.util.List;
import java.util.function.Function;

/** One of those who answer cases, by the name that a test shows. */
record AwsEvaluator(String name, Function<JsonNode, Ruling> rule) {

    static final AwsEvaluator REFERENCE = new AwsEvaluator("reference", AwsReference::rule);

    static final AwsEvaluator ENGINE = new AwsEvaluator("engine", AwsEvaluator::ruleOfEngine);

    static final List<AwsEvaluator> ALL = List.of(REFERENCE, ENGINE);

    Ruling rule(JsonNode oneCase) {
        return rule.apply(oneCase);
    }

    private static Ruling ruleOfEngine(JsonNode oneCase) {
        try {
            return new Simulator().decide(oneCase).ruling();
        } catch (MalformedCaseException e) {
            throw new IllegalArgumentException(e.problems() + " " + oneCase, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
