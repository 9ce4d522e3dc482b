package dev.ullage.access;

import org.jspecify.annotations.Nullable;

/**
 * Which entitlements are asked for; what is null is not asked about.
 *
 * @param principal id of the one who may do something
 * @param permission native, such as {@code s3:GetObject}
 * @param resource bucket, principal or container
 */
public record AccessQuestion(
        @Nullable String principal,
        @Nullable String permission,
        @Nullable String resource) {

    /** Everything. */
    public static final AccessQuestion EVERYTHING = new AccessQuestion(null, null, null);

    /** True when a principal is asked about. */
    public boolean asksOfPrincipal(String id) {
        return principal == null || CanonicalId.of(principal).equals(CanonicalId.of(id));
    }

    /** True when a native permission is asked about. */
    public boolean asksOfPermission(String nativePermission) {
        return permission == null || permission.equalsIgnoreCase(nativePermission);
    }

    /** True when a resource is asked about. */
    public boolean asksOfResource(String id) {
        return resource == null || resource.equals(id);
    }
}
