package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The {@code Condition} of a statement: every operator, and every key of it, has to hold.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">Conditions
 *     with multiple context keys or values</a>
 */
record ConditionBlock(JsonNode block, PolicyVariables variables) {

    Answer holds() {
        var holds = Answer.YES;
        for (var operator : block.properties()) {
            var parsed = ConditionOperator.of(operator.getKey());
            if (parsed == null || !operator.getValue().isObject()) {
                holds = holds.and(Answer.PERHAPS);
                continue;
            }
            for (var key : operator.getValue().properties()) {
                holds = holds.and(parsed.holds(key.getKey(), Texts.of(key.getValue()), variables));
            }
        }
        return holds;
    }
}
