package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a role permits.
 *
 * @param told permissions by role, as the case has them; they come before what the page says
 * @see <a href="https://docs.cloud.google.com/storage/docs/access-control/iam-roles">IAM roles for Cloud Storage</a>
 */
record Roles(JsonNode told) {

    private static final Map<String, Set<String>> ON_THE_PAGE = read();

    Truth permit(String role, String permission) {
        var listed = told.path(role);
        if (listed.isArray()) {
            for (var each : listed) {
                if (each.asText().equals(permission)) {
                    return Truth.YES;
                }
            }
            return Truth.NO;
        }
        return documented(role, permission);
    }

    static Truth documented(String role, String permission) {
        var permissions = ON_THE_PAGE.get(role);
        if (permissions == null) {
            return Truth.MAYBE;
        }
        boolean basic = !role.startsWith("roles/storage.");
        return permissions.contains(permission)
                ? Truth.YES
                : basic && !permission.startsWith("storage.") ? basic(permission) : Truth.NO;
    }

    /**
     * The page gives what the basic roles permit in Cloud Storage. Of what else they permit we keep two permissions: all
     * three may see a project, and none may make access tokens.
     *
     * @see <a href="https://docs.cloud.google.com/iam/docs/roles-permissions/resourcemanager">Resource Manager roles and
     *     permissions</a>
     * @see <a href="https://docs.cloud.google.com/iam/docs/roles-permissions/iam">IAM roles and permissions</a>
     */
    private static Truth basic(String permission) {
        return switch (permission) {
            case "resourcemanager.projects.get" -> Truth.YES;
            case "iam.serviceAccounts.getAccessToken" -> Truth.NO;
            default -> Truth.MAYBE;
        };
    }

    private static Map<String, Set<String>> read() {
        try (var in = Roles.class.getResourceAsStream("storage-roles.json")) {
            var roles = new HashMap<String, Set<String>>();
            new ObjectMapper().readTree(in).properties().forEach(role -> {
                var permissions = new HashSet<String>();
                role.getValue().forEach(permission -> permissions.add(permission.asText()));
                roles.put(role.getKey(), permissions);
            });
            return roles;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
