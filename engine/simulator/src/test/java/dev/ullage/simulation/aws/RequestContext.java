package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the request says of itself. A key that is not here is absent from the request, unless the case says that its
 * context is partial: then nobody knows. Names of keys are the same in upper and lower case.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html">Condition</a>
 */
record RequestContext(JsonNode values, boolean partial) {

    static RequestContext of(JsonNode oneCase) {
        return new RequestContext(
                oneCase.path("context"), oneCase.path("contextIsPartial").asBoolean(false));
    }

    /** The values of a key, none where it is absent or where nobody knows. */
    List<String> valuesOf(String key) {
        var value = find(key);
        return value == null ? List.of() : Texts.of(value);
    }

    boolean isUnknown(String key) {
        return partial && find(key) == null;
    }

    private @Nullable JsonNode find(String key) {
        for (var entry : values.properties()) {
            if (entry.getKey().equalsIgnoreCase(key)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
