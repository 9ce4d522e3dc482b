package dev.ullage.access.aws.policy;

import dev.ullage.access.Logic;
import dev.ullage.access.Ruling;
import dev.ullage.model.Answer;

/** Decides single requests. */
public final class AwsRuling {

    private AwsRuling() {}

    /** How AWS would answer. */
    public static Ruling of(AwsRequest request, PolicyLayers layers) {
        var outcome = new Evaluation<>(
                        Logic.kleene(),
                        statement -> statement.about(request.resource(), request.context()),
                        request,
                        layers)
                .outcome();
        if (outcome.denied() == Answer.YES) {
            return Ruling.EXPLICIT_DENY;
        }
        if (outcome.allowed() == Answer.NO) {
            return Ruling.IMPLICIT_DENY;
        }
        return outcome.allowed() == Answer.YES && outcome.denied() == Answer.NO ? Ruling.ALLOWED : Ruling.UNKNOWN;
    }
}
