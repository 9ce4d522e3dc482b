package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.access.Ruling;
import dev.ullage.simulation.MalformedCaseException;
import dev.ullage.simulation.Simulator;
import java.util.List;

/** The side that is tested. */
final class Engine {

    private Engine() {}

    /** What the simulator rules. It is asked without what an example says beside the case. */
    static Ruling rule(JsonNode oneCase) throws MalformedCaseException {
        var asked = ((ObjectNode) oneCase.deepCopy()).without(List.of("expected", "page"));
        return new Simulator().decide(asked).ruling();
    }
}
