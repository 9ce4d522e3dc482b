package dev.ullage.access.aws.policy;

import dev.ullage.model.PolicyStatement;
import java.util.List;
import java.util.Locale;

/**
 * The Action or NotAction of a statement. The case of an action carries no meaning.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action
 *     element</a>
 */
final class ActionElement {

    private final Wildcard[] patterns;
    private final boolean isNegated;

    ActionElement(PolicyStatement statement) {
        this.isNegated =
                statement.actions().isEmpty() && !statement.notActions().isEmpty();
        this.patterns = patterns(isNegated ? statement.notActions() : statement.actions());
    }

    private static Wildcard[] patterns(List<String> texts) {
        return texts.stream()
                .map(text -> Wildcard.of(text.toLowerCase(Locale.ROOT)))
                .toArray(Wildcard[]::new);
    }

    /** Whether the statement speaks of an action, which is given in lower case. */
    boolean covers(String action) {
        for (var pattern : patterns) {
            if (pattern.matches(action)) {
                return !isNegated;
            }
        }
        return isNegated;
    }
}
