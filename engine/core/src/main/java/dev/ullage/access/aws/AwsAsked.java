package dev.ullage.access.aws;

import dev.ullage.access.Logic;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.aws.policy.AwsRequest;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.access.aws.policy.CompiledStatement;
import dev.ullage.access.aws.policy.Evaluation;
import dev.ullage.access.aws.policy.PolicyLayers;
import dev.ullage.access.aws.policy.PolicyLayers.Level;
import dev.ullage.access.aws.policy.RequestContext;
import dev.ullage.model.Answer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is asked of one target's policies for one caller. */
final class AwsAsked {

    private final Caller caller;
    private final String action;
    private final AwsTarget target;
    private final RequestContext context;
    private final NameSet everything;
    private final Function<CompiledStatement, Reach> about;

    /**
     * Asks nothing yet.
     *
     * @param context what is known of a request of the caller at the target
     */
    AwsAsked(Caller caller, String action, boolean areObjects, AwsTarget target, RequestContext context) {
        this.caller = caller;
        this.action = action;
        this.target = target;
        this.context = context;
        this.everything = areObjects ? NameSet.all() : NameSet.itself();
        this.about = areObjects
                ? statement -> statement.namesBelow(target.below(), context)
                : statement -> itself(statement.about(target.arn(), context));
    }

    private static Reach itself(Answer answer) {
        return Logic.overNames().of(answer).and(Reach.exactly(NameSet.itself()));
    }

    /** Every name that can be asked about. */
    NameSet everything() {
        return everything;
    }

    AwsGrounds grounds() {
        return new AwsGrounds(caller, false, action, target, context, everything, about);
    }

    /** The policies that bear on it; {@code identity} is the caller's, where these are in the input. */
    PolicyLayers layers(List<CompiledPolicy> identity, AwsGuardrails guardrails) {
        return layers(identity, null, List.of(), guardrails);
    }

    /** The same of a user or role of the estate. */
    PolicyLayers layers(AwsActor actor, AwsGuardrails guardrails) {
        return layers(
                actor.identityPolicies(), actor.boundaryPolicies(), guardrails.ofCallers(caller.account()), guardrails);
    }

    private PolicyLayers layers(
            List<CompiledPolicy> identity,
            @Nullable List<CompiledPolicy> boundary,
            List<Level> serviceControl,
            AwsGuardrails guardrails) {
        return new PolicyLayers(
                identity,
                boundary,
                null,
                target.policy().stream().map(AwsPolicies.Applied::policy).toList(),
                serviceControl,
                guardrails.ofResources(target.account()),
                target.isClosedToOthers());
    }

    Evaluation<Reach> evaluation(PolicyLayers layers) {
        var request =
                new AwsRequest(caller, action, target.arn(), target.account(), context, target.isBehindAccessPoint());
        return new Evaluation<>(Logic.overNames(), about, request, layers);
    }

    /** What is left of what was allowed, as far as the target's own policy was read. */
    Reach left(Evaluation.Outcome<Reach> outcome) {
        var reach = outcome.allowed().minus(outcome.denied()).and(Reach.exactly(everything));
        return target.unread().isEmpty() ? reach : Reach.atMost(reach.possible());
    }
}
