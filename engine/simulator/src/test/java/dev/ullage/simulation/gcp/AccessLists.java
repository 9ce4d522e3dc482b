package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * What the legacy lists of a bucket and of an object permit.
 *
 * @see <a href="https://docs.cloud.google.com/storage/docs/access-control/lists">Access control lists</a>
 */
record AccessLists(Requester requester, Members members, String permission) {

    private static final Set<String> OBJECT_OWNER = Set.of(
            "storage.objects.get",
            "storage.objects.update",
            "storage.objects.getIamPolicy",
            "storage.objects.setIamPolicy");

    /** The permissions on a bucket are those of the legacy roles, which are the same thing under another name. */
    Truth ofBucket(JsonNode entries) {
        var any = Truth.NO;
        for (var entry : entries) {
            var role = switch (entry.path("role").asText()) {
                case "READER" -> "roles/storage.legacyBucketReader";
                case "WRITER" -> "roles/storage.legacyBucketWriter";
                case "OWNER" -> "roles/storage.legacyBucketOwner";
                default -> "";
            };
            any = any.or(isMeant(entry).and(Roles.documented(role, permission)));
        }
        return any;
    }

    /** The page names what an owner may do to an object; the legacy role of that name has more, so that is not sure. */
    Truth ofObject(JsonNode entries) {
        var any = Truth.NO;
        for (var entry : entries) {
            var permitted = switch (entry.path("role").asText()) {
                case "READER" -> Truth.of(permission.equals("storage.objects.get"));
                case "OWNER" ->
                    OBJECT_OWNER.contains(permission)
                            ? Truth.YES
                            : Roles.documented("roles/storage.legacyObjectOwner", permission)
                                    .and(Truth.MAYBE);
                default -> Truth.MAYBE;
            };
            any = any.or(isMeant(entry).and(permitted));
        }
        return any;
    }

    private Truth isMeant(JsonNode entry) {
        var entity = entry.path("entity").asText();
        int dash = entity.indexOf('-');
        var scope = entity.substring(dash + 1);
        return switch (dash < 0 ? entity : entity.substring(0, dash)) {
            case "allUsers", "allAuthenticatedUsers" -> members.contain(entity);
            case "user" ->
                email(scope, members.contain("user:" + scope).or(members.contain("serviceAccount:" + scope)));
            case "group" -> email(scope, members.contain("group:" + scope));
            case "domain" -> members.contain("domain:" + scope);
            case "project" -> team(scope);
            default -> Truth.MAYBE;
        };
    }

    /** An entity can be written by a number instead of an address, and nobody tells whose it is. */
    private Truth email(String scope, Truth meant) {
        return scope.contains("@") ? meant : Truth.of(requester.kind().google()).and(Truth.MAYBE);
    }

    private Truth team(String scope) {
        var project = scope.substring(scope.indexOf('-') + 1);
        return switch (scope.substring(0, Math.max(scope.indexOf('-'), 0))) {
            case "owners" -> members.contain("projectOwner:" + project);
            case "editors" -> members.contain("projectEditor:" + project);
            case "viewers" -> members.contain("projectViewer:" + project);
            default -> Truth.MAYBE;
        };
    }
}
