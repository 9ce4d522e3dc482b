package dev.ullage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.access.Decision;
import dev.ullage.access.aws.policy.AwsDecision;
import dev.ullage.cel.iam.IamConditions;
import dev.ullage.model.Source;

/** Decides cases: each a request with all policies that bear on it, and nothing else. */
public final class Simulator {

    private final IamConditions conditions = new IamConditions();

    /**
     * Decides a case of either cloud.
     *
     * @throws MalformedCaseException when the case cannot be read; a policy in it that cannot be read makes the decision
     *     unknown instead
     */
    public Decision decide(JsonNode oneCase) throws MalformedCaseException {
        if (oneCase.path("cloud").asText().equals("gcp")) {
            return GcpCase.read(oneCase).decide(conditions);
        }
        var aws = AwsCase.read(oneCase, new Source("case", 0, ""));
        return AwsDecision.of(aws.request(), aws.layers());
    }
}
