package dev.ullage.simulation.gcp;

import java.util.List;

/**
 * Which permissions a boundary can block: that depends on its enforcement version. Kept here are Cloud Storage, IAM's
 * service accounts, keys and roles, and Resource Manager; of every other service nothing is sure.
 *
 * @see <a href="https://docs.cloud.google.com/iam/docs/pab-blocked-permissions">Permissions that boundaries block</a>
 */
final class BoundaryCoverage {

    /** Used by boundaries that give no version, or {@code latest}. */
    private static final int DEFAULT = 3;

    private static final int NEWEST = 4;

    private static final List<String> STORAGE_1 = List.of(
            "buckets.get",
            "buckets.getIamPolicy",
            "buckets.list",
            "buckets.setIamPolicy",
            "buckets.update",
            "hmacKeys.update",
            "objects.delete",
            "objects.get",
            "objects.setRetention");

    private static final List<String> STORAGE_2 = List.of(
            "bucketOperations.*",
            "buckets.*",
            "managedFolders.*",
            "multipartUploads.*",
            "folders.*",
            "hmacKeys.*",
            "objects.*");

    private static final List<String> IAM_3 =
            List.of("denypolicies.*", "roles.*", "serviceAccountKeys.*", "serviceAccounts.*");

    private static final List<String> NOT_IAM_3 = List.of(
            "serviceAccounts.createTagBinding",
            "serviceAccounts.deleteTagBinding",
            "serviceAccounts.getCertificateAs",
            "serviceAccounts.listEffectiveTags",
            "serviceAccounts.listTagBindings");

    private static final List<String> NOT_MANAGER_2 = List.of(
            "*.createPolicyBinding", "*.deletePolicyBinding", "*.searchPolicyBindings", "*.updatePolicyBinding");

    private BoundaryCoverage() {}

    /** A version that is newer than the page blocks what the newest on it does, and perhaps more. */
    static Truth blocks(String version, String permission) {
        int number = number(version);
        var qualified = PermissionNames.qualified(permission);
        var blocked = blocks(Math.min(number, NEWEST), qualified);
        return number > NEWEST ? blocked.or(Truth.MAYBE) : blocked;
    }

    private static int number(String version) {
        if (version.isEmpty() || version.equals("latest")) {
            return DEFAULT;
        }
        return version.matches("[1-9]\\d{0,3}") ? Integer.parseInt(version) : Integer.MAX_VALUE;
    }

    private static Truth blocks(int version, String qualified) {
        var service = qualified.substring(0, qualified.indexOf('/') + 1);
        return switch (service) {
            case "storage.googleapis.com/" -> among(service, version == 1 ? STORAGE_1 : STORAGE_2, qualified);
            case "cloudresourcemanager.googleapis.com/" ->
                Truth.of(version >= 2)
                        .and(among(service, NOT_MANAGER_2, qualified).not());
            case "iam.googleapis.com/" -> serviceAccounts(service, version, qualified);
            default -> Truth.MAYBE;
        };
    }

    private static Truth serviceAccounts(String service, int version, String qualified) {
        if (among(service, IAM_3, qualified) == Truth.NO) {
            return version == NEWEST ? Truth.MAYBE : Truth.NO;
        }
        return Truth.of(version >= 3).and(among(service, NOT_IAM_3, qualified).not());
    }

    private static Truth among(String service, List<String> patterns, String qualified) {
        var any = Truth.NO;
        for (var pattern : patterns) {
            any = any.or(PermissionNames.matches(service + pattern, qualified));
        }
        return any;
    }
}
