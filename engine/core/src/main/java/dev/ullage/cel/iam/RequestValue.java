package dev.ullage.cel.iam;

import dev.cel.common.types.OpaqueType;
import dev.cel.common.values.OpaqueValue;

/** What stands before the dot in {@code api.getAttribute(…)}: the request, as one evaluation sees it. */
// Lives for one evaluation.
@SuppressWarnings("Immutable")
final class RequestValue extends OpaqueValue {

    private final String variable;
    private final Asking asking;

    RequestValue(String variable, Asking asking) {
        this.variable = variable;
        this.asking = asking;
    }

    static OpaqueType type(String variable) {
        return OpaqueType.create("ullage." + variable);
    }

    Asking asking() {
        return asking;
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public OpaqueType celType() {
        return type(variable);
    }
}
