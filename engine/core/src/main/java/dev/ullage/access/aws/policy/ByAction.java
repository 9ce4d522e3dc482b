package dev.ullage.access.aws.policy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What statements of a policy speak of an action. Thousands of policies are asked in turn, each about one of few actions,
 * so that what counts is how many places of memory an answer is spread over: here an action and its statements lie side by
 * side in one array, which is replaced when it gets another entry.
 */
final class ByAction {

    private static final Selected NONE = new Selected(List.of());

    /** An action, then its statements, and so on. */
    private volatile Object[] entries = {};

    /** The statements of an action; null when they were not put in yet. */
    @Nullable
    Selected get(String action) {
        var known = entries;
        for (int i = 0; i < known.length; i += 2) {
            if (known[i].equals(action)) {
                return (Selected) known[i + 1];
            }
        }
        return null;
    }

    /** Puts in the statements of an action, and gives them back. */
    synchronized Selected put(String action, Selected statements) {
        var kept = statements.size() == 0 ? NONE : statements;
        var more = Arrays.copyOf(entries, entries.length + 2);
        // The same text is the same object in every policy, which makes it quick to find.
        more[entries.length] = action.intern();
        more[entries.length + 1] = kept;
        entries = more;
        return kept;
    }
}
