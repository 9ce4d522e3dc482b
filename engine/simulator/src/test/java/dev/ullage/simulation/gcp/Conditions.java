package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a condition decides, which differs with the kind of policy that has it.
 *
 * @param attributes of what is asked for
 */
record Conditions(Attributes attributes) {

    /**
     * A role is granted only if the condition is true.
     *
     * @see <a href="https://docs.cloud.google.com/iam/docs/conditions-overview#allow">Conditions in allow policies</a>
     */
    Truth grants(JsonNode condition) {
        var value = evaluate(condition);
        return value.yes() ? value.no() || value.fault() ? Truth.MAYBE : Truth.YES : Truth.NO;
    }

    /**
     * A deny rule, and the binding of a boundary, apply if the condition is true or cannot be evaluated.
     *
     * @see <a href="https://docs.cloud.google.com/iam/docs/deny-overview#conditions">Denial conditions</a>
     * @see <a href="https://docs.cloud.google.com/iam/docs/principal-access-boundary-policies#binding-structure">Structure
     *     of a policy binding</a>
     */
    Truth restricts(JsonNode condition) {
        var value = evaluate(condition);
        return value.no() ? value.yes() || value.fault() ? Truth.MAYBE : Truth.NO : Truth.YES;
    }

    private Value evaluate(JsonNode condition) {
        if (condition.isMissingNode() || condition.isNull()) {
            return Value.TRUE;
        }
        try {
            return Expression.evaluate(condition.path("expression").asText(), attributes);
        } catch (UnreadableException unreadable) {
            return new Value(true, true, true);
        }
    }
}
