package dev.ullage.access;

import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import java.util.List;

/**
 * What one principal may do at one resource with one native permission.
 *
 * @param principal who; for a grant to the public, a domain, an account or a group whose members were not read, that
 *     set itself
 * @param permission native, such as {@code s3:GetObject}
 * @param resource bucket, principal (to impersonate or to make keys for) or project
 * @param reach object names; {@link NameSet#itself} for a permission on the resource and not its objects
 * @param grounds why, at least one
 * @param missing what would have to be read to decide what is possible and not sure, one sentence each
 */
public record Entitlement(
        Provider provider,
        String principal,
        PermissionClass permissionClass,
        String permission,
        String resource,
        Reach reach,
        List<Ground> grounds,
        List<String> missing) {

    public Entitlement {
        grounds = List.copyOf(grounds);
        missing = missing.stream().sorted().distinct().toList();
    }

    /** True when it is about objects of the resource and not about the resource itself. */
    public boolean isOnObjects() {
        return !NameSet.itself().containsAll(reach.possible());
    }
}
