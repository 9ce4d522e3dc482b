package dev.ullage.access.aws.policy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of a request's condition keys.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition
 *     keys</a>
 */
@FunctionalInterface
public interface RequestContext {

    /** The value of a key in lower case: the names of condition keys are not case-sensitive. */
    ContextValue value(String key);

    /** A context of which every key is known: those that are not in the map are absent. */
    static RequestContext complete(Map<String, ContextValue> values) {
        return lowerCase(values, ContextValue.ABSENT);
    }

    /** A context of which only some keys are known. */
    static RequestContext partial(Map<String, ContextValue> values) {
        return lowerCase(values, ContextValue.UNKNOWN);
    }

    private static RequestContext lowerCase(Map<String, ContextValue> values, ContextValue otherwise) {
        var byKey = new HashMap<String, ContextValue>();
        values.forEach((key, value) -> byKey.put(key.toLowerCase(Locale.ROOT), value));
        return key -> byKey.getOrDefault(key, otherwise);
    }
}
