package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * One statement of a policy. What of it cannot be read may cover the request or not; AWS would not have kept such a
 * policy, so nobody knows what it does.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the policy
 *     language</a>
 */
record Statement(JsonNode body, boolean variables) {

    /** Whether the effect is this one. */
    Answer has(String effect) {
        var stated = body.path("Effect").asText();
        boolean known = stated.equals("Allow") || stated.equals("Deny");
        return known ? Answer.of(stated.equals(effect)) : Answer.PERHAPS;
    }

    /**
     * Whether action, resource and condition are those of the request.
     *
     * @param hangsOnResource whether it may leave the resource out, as the trust policy of a role does: then it is the
     *     one that the policy hangs on
     */
    Answer covers(Request request, boolean hangsOnResource) {
        var covers = Answer.of(isOfKnownElements()).or(Answer.PERHAPS);
        covers = covers.and(covers("Action", action -> new ActionElement(Texts.of(action)).covers(request.action())));
        if (covers == Answer.NO) {
            return covers;
        }
        var substitution = new PolicyVariables(variables, request.context());
        if (!hangsOnResource || body.has("Resource") || body.has("NotResource")) {
            covers = covers.and(covers(
                    "Resource",
                    resource -> new ResourceElement(Texts.of(resource), substitution).covers(request.resource())));
        }
        return covers == Answer.NO ? covers : covers.and(conditionHolds(substitution));
    }

    /** One of the two elements, {@code Name} or {@code NotName}. */
    private Answer covers(String name, Function<JsonNode, Answer> reading) {
        var element = body.path(name);
        var inverse = body.path("Not" + name);
        if (element.isMissingNode() == inverse.isMissingNode() || !Texts.are(either(element, inverse))) {
            return Answer.PERHAPS;
        }
        return inverse.isMissingNode()
                ? reading.apply(element)
                : reading.apply(inverse).not();
    }

    private Answer conditionHolds(PolicyVariables substitution) {
        var condition = body.path("Condition");
        if (condition.isMissingNode()) {
            return Answer.YES;
        }
        return condition.isObject() ? new ConditionBlock(condition, substitution).holds() : Answer.PERHAPS;
    }

    /** How an allowance of a resource's policy names the caller. */
    Naming names(Caller caller) {
        var element = body.path("Principal");
        var inverse = body.path("NotPrincipal");
        if (element.isMissingNode() == inverse.isMissingNode()
                || !PrincipalElement.isWellFormed(either(element, inverse))) {
            return Naming.direct(Answer.PERHAPS);
        }
        return inverse.isMissingNode()
                ? new PrincipalElement(element).names(caller)
                : Naming.direct(new NotPrincipalElement(inverse).allows(caller));
    }

    /** Whether a denial of a resource's policy is about the caller. */
    Answer strikes(Caller caller, boolean bounded) {
        var inverse = body.path("NotPrincipal");
        if (inverse.isMissingNode() || body.has("Principal") || !PrincipalElement.isWellFormed(inverse)) {
            return names(caller).any();
        }
        return new NotPrincipalElement(inverse).denies(caller, bounded);
    }

    private static JsonNode either(JsonNode element, JsonNode inverse) {
        return element.isMissingNode() ? inverse : element;
    }

    /** Whether a policy with it could be saved, as far as its form goes. */
    boolean isReadable() {
        return isOfKnownElements()
                && has("Allow") != Answer.PERHAPS
                && body.has("Action") != body.has("NotAction")
                && (!body.has("Condition") || body.path("Condition").isObject());
    }

    private boolean isOfKnownElements() {
        for (var entry : body.properties()) {
            boolean known = switch (entry.getKey()) {
                case "Sid",
                        "Effect",
                        "Principal",
                        "NotPrincipal",
                        "Action",
                        "NotAction",
                        "Resource",
                        "NotResource",
                        "Condition" -> true;
                default -> false;
            };
            if (!known) {
                return false;
            }
        }
        return body.isObject();
    }
}
