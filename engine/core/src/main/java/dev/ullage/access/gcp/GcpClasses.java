package dev.ullage.access.gcp;

import dev.ullage.access.FactIndex;
import dev.ullage.model.PermissionClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a role lets its holder do, in our classes. */
public final class GcpClasses {

    private final GcpRoles roles;

    /** Reads the estate's custom roles beside the predefined ones. */
    public GcpClasses(FactIndex facts) {
        this.roles = new GcpRoles(facts);
    }

    /** The classes of a role, sorted; empty when what it permits is not known. */
    public Optional<List<PermissionClass>> of(String role) {
        return roles.permissions(role).map(GcpClasses::of);
    }

    private static List<PermissionClass> of(Set<String> permissions) {
        return Arrays.stream(GcpPermission.values())
                .filter(permission -> permissions.contains(permission.nativeName()))
                .filter(permission -> permission != GcpPermission.OVERWRITE
                        || permissions.contains(GcpPermission.CREATE.nativeName()))
                .map(GcpPermission::permissionClass)
                .distinct()
                .sorted()
                .toList();
    }
}
