package dev.ullage.access.gcp;

import java.util.List;
import java.util.Map;

/**
 * Permissions as deny policies and access boundaries write them: {@code storage.googleapis.com/objects.delete} for what
 * allow policies call {@code storage.objects.delete}. A star stands for all resources or all verbs.
 *
 * @see <a href="https://cloud.google.com/iam/docs/deny-permissions-support">Permissions in deny policies</a>
 */
final class GcpPermissionNames {

    /** Services whose permissions do not begin with the service's own name. */
    private static final Map<String, String> SERVICES = Map.of("resourcemanager", "cloudresourcemanager");

    private GcpPermissionNames() {}

    /** The name in deny policies of a permission of allow policies. */
    static String ofDenials(String permission) {
        int dot = permission.indexOf('.');
        if (dot < 0) {
            return permission;
        }
        var service = permission.substring(0, dot);
        return SERVICES.getOrDefault(service, service) + ".googleapis.com/" + permission.substring(dot + 1);
    }

    /** True when one of the patterns means the permission, in the form of deny policies. */
    static boolean anyMatches(List<String> patterns, String permission) {
        for (var pattern : patterns) {
            if (matches(pattern, permission)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String permission) {
        if (pattern.equals(permission)) {
            return true;
        }
        int star = pattern.indexOf('*');
        int slash = permission.indexOf('/') + 1;
        int dot = permission.indexOf('.', slash);
        if (star < 0 || slash == 0 || dot < 0 || !pattern.regionMatches(0, permission, 0, slash)) {
            return false;
        }
        var rest = pattern.substring(slash);
        int end = rest.indexOf('.');
        if (end < 0) {
            return rest.equals("*");
        }
        return isOrStar(rest.substring(0, end), permission.substring(slash, dot))
                && isOrStar(rest.substring(end + 1), permission.substring(dot + 1));
    }

    private static boolean isOrStar(String pattern, String word) {
        return pattern.equals("*") || pattern.equals(word);
    }
}
