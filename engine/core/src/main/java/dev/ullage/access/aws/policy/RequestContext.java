package dev.ullage.access.aws.policy;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a request's condition keys.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition
 *     keys</a>
 */
@FunctionalInterface
public interface RequestContext {

    /** So many keys are found by looking at one after the other. */
    int FEW = 16;

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

    /** Few keys in a row are found faster than in a table, whose parts lie all over the memory. */
    private static RequestContext lowerCase(Map<String, ContextValue> given, ContextValue otherwise) {
        var byKey = new TreeMap<String, ContextValue>();
        given.forEach((key, value) -> byKey.put(key.toLowerCase(Locale.ROOT).intern(), value));
        if (byKey.size() > FEW) {
            return key -> byKey.getOrDefault(key, otherwise);
        }
        var keys = byKey.keySet().toArray(String[]::new);
        var values = byKey.values().toArray(ContextValue[]::new);
        return key -> {
            for (int i = 0; i < keys.length; i++) {
                if (keys[i].equals(key)) {
                    return values[i];
                }
            }
            return otherwise;
        };
    }
}
