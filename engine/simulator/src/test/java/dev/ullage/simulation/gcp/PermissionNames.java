package dev.ullage.simulation.gcp;

/**
 * The two ways to write a permission: {@code storage.objects.get}, and {@code storage.googleapis.com/objects.get} in
 * policies of the IAM API's second and third version, where parts can be {@code *}.
 *
 * @see <a href="https://docs.cloud.google.com/iam/docs/deny-overview#permission-groups">Permission groups</a>
 */
final class PermissionNames {

    private PermissionNames() {}

    /** @see <a href="https://docs.cloud.google.com/iam/docs/deny-permissions-support">Permissions in deny policies</a> */
    static String qualified(String permission) {
        int dot = permission.indexOf('.');
        var service = permission.substring(0, dot);
        var host = service.equals("resourcemanager") ? "cloudresourcemanager" : service;
        return host + ".googleapis.com/" + permission.substring(dot + 1);
    }

    /** Whether a qualified permission is in a group such as {@code service/resource.*}, {@code service/*.verb}. */
    static Truth matches(String pattern, String qualified) {
        int slash = pattern.indexOf('/');
        if (slash < 0) {
            return Truth.MAYBE;
        }
        int here = qualified.indexOf('/');
        if (!pattern.substring(0, slash).equals(qualified.substring(0, here))) {
            return Truth.NO;
        }
        var wanted = pattern.substring(slash + 1);
        var asked = qualified.substring(here + 1);
        if (wanted.equals("*")) {
            return Truth.YES;
        }
        int dot = asked.lastIndexOf('.');
        int wantedDot = wanted.lastIndexOf('.');
        return Truth.of(wantedDot > 0
                && part(wanted.substring(0, wantedDot), asked.substring(0, dot))
                && part(wanted.substring(wantedDot + 1), asked.substring(dot + 1)));
    }

    private static boolean part(String wanted, String asked) {
        return wanted.equals("*") || wanted.equals(asked);
    }
}
