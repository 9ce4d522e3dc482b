package dev.ullage.access.gcp;

import dev.ullage.access.NameSet;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Something that gives a role to a member: a binding, or an ACL entry, which gives a legacy role.
 *
 * @param part beginning of the names that it is about, or the one name; empty for a whole bucket and anything else
 * @param on what it is attached to
 * @param inForce {@code UNKNOWN} for an ACL entry of which it is not known whether ACLs count
 */
record Grant(
        String member,
        String role,
        Level level,
        String part,
        String on,
        @Nullable Condition condition,
        Answer inForce,
        Step step) {

    enum Level {
        /** The resource or something above it. */
        WHOLE,
        /** A managed folder. */
        FOLDER,
        /** One object. */
        OBJECT
    }

    /** The objects that it is about. */
    NameSet names() {
        return switch (level) {
            case WHOLE -> NameSet.all();
            case FOLDER -> NameSet.prefix(part);
            case OBJECT -> NameSet.of(part);
        };
    }

    /** True when it is about the resource. */
    boolean isAbout(GcpResource resource) {
        return switch (level) {
            case WHOLE -> true;
            case FOLDER -> !resource.name().isEmpty() && resource.name().startsWith(part);
            case OBJECT ->
                resource.kind() == GcpResource.Kind.OBJECT && resource.name().equals(part);
        };
    }
}
