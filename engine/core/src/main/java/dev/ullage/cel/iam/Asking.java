package dev.ullage.cel.iam;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One evaluation: hands out what is known, and notes what was asked for besides. */
final class Asking implements CelVariableResolver {

    private final Attributes attributes;
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> unavailable = new LinkedHashSet<>();
    private boolean name;
    private boolean time;

    Asking(Attributes attributes) {
        this.attributes = attributes;
    }

    /** Attributes that were asked for and are not known. */
    Set<String> missing() {
        return missing;
    }

    /** Attributes that were asked for and that such requests never have. */
    Set<String> unavailable() {
        return unavailable;
    }

    /** True when it asked for a name that is any. */
    boolean askedForAnyName() {
        return name;
    }

    /** True when it asked for the time. */
    boolean askedForTime() {
        return time;
    }

    /** True when all that it asked for was there, so that the outcome stands. */
    boolean isAnswered() {
        return missing.isEmpty() && unavailable.isEmpty() && !name;
    }

    @Override
    public Optional<Object> find(String variable) {
        return switch (variable) {
            case IamLanguage.API, IamLanguage.RESOURCE, IamLanguage.COMPUTE ->
                Optional.of(new RequestValue(variable, this));
            default -> Optional.ofNullable(attribute(variable));
        };
    }

    private @Nullable Object attribute(String variable) {
        time |= variable.equals(Attributes.TIME);
        if (variable.equals(Attributes.NAME) && attributes.everyName()) {
            name = true;
            return null;
        }
        var value = attributes.known().get(variable);
        if (value == null) {
            (attributes.unavailable().contains(variable) ? unavailable : missing).add(variable);
        }
        return value;
    }

    /** The API attribute, or the default when the request does not carry it. */
    Object apiAttribute(String key, Object byDefault) throws CelEvaluationException {
        return attributes.absent().contains(key) ? byDefault : required(key);
    }

    /** The tags of the resource. */
    Map<?, ?> tags(String form) throws CelEvaluationException {
        return (Map<?, ?>) required(form);
    }

    Object required(String key) throws CelEvaluationException {
        var value = attribute(key);
        if (value == null) {
            throw new CelEvaluationException("`" + key + "` is not known");
        }
        return value;
    }
}
