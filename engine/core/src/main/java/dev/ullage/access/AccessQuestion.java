package dev.ullage.access;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entitlements are asked for.
 *
 * @param principal id of the one who may do something; null for anybody
 * @param permissions native, such as {@code s3:GetObject}; none for any. What is asked together is answered faster than
 *     one after the other
 * @param resource bucket, principal or container; null for any
 */
public record AccessQuestion(
        @Nullable String principal,
        Set<String> permissions,
        @Nullable String resource) {

    /** Everything. */
    public static final AccessQuestion EVERYTHING = new AccessQuestion(null, Set.of(), null);

    public AccessQuestion {
        permissions = Set.copyOf(permissions);
    }

    /** Asks what somebody may do. */
    public static AccessQuestion ofPrincipal(String id) {
        return new AccessQuestion(id, Set.of(), null);
    }

    /** Asks who may do one of these things at a resource. */
    public static AccessQuestion ofResource(Collection<String> permissions, String resource) {
        return new AccessQuestion(null, Set.copyOf(permissions), resource);
    }

    /** True when a principal is asked about. */
    public boolean asksOfPrincipal(String id) {
        return principal == null || CanonicalId.of(principal).equals(CanonicalId.of(id));
    }

    /** True when a native permission is asked about. */
    public boolean asksOfPermission(String nativePermission) {
        return permissions.isEmpty() || permissions.stream().anyMatch(nativePermission::equalsIgnoreCase);
    }

    /** True when a resource is asked about. */
    public boolean asksOfResource(String id) {
        return resource == null || resource.equals(id);
    }
}
