package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether anything gives the permission: policies from the organisation down to the managed folders, and the legacy
 * lists. What is given at any level is given.
 *
 * @param asked what is asked for, as the case names it
 * @param target where the permission is checked
 * @see <a href="https://docs.cloud.google.com/iam/docs/resource-hierarchy-access-control">Inheritance</a>
 */
record Grants(
        Members members,
        Roles roles,
        Conditions conditions,
        Hierarchy hierarchy,
        Target asked,
        Target target,
        String permission) {

    Truth given(JsonNode bucket) {
        var any = Truth.NO;
        for (var entry : hierarchy.entries()) {
            any = any.or(givenBy(entry.path("allowPolicy")));
        }
        return target.inStorage() ? any.or(inStorage(bucket)) : any;
    }

    private Truth inStorage(JsonNode bucket) {
        if (!bucket.isObject()) {
            return Truth.MAYBE;
        }
        return givenBy(bucket.path("iamPolicy"))
                .or(givenByFolders(bucket.path("managedFolders")))
                .or(givenByLists(bucket)
                        .and(Facts.of(bucket.path("ublaEnabled")).not()));
    }

    private Truth givenBy(JsonNode policy) {
        var any = Truth.NO;
        for (var binding : policy.path("bindings")) {
            any = any.or(roles.permit(binding.path("role").asText(), permission)
                    .and(members.containAny(binding.path("members")))
                    .and(conditions.grants(binding.path("condition"))));
        }
        return any;
    }

    /**
     * A folder's policy counts for what has its path as a prefix. Whether it lets somebody list, where an object is
     * asked for and listing is checked on the bucket, the pages leave open.
     *
     * @see <a href="https://docs.cloud.google.com/storage/docs/managed-folders">Managed folders</a>
     */
    private Truth givenByFolders(JsonNode folders) {
        var any = Truth.NO;
        for (var folder : folders.properties()) {
            if (!asked.path().isEmpty() && asked.path().startsWith(folder.getKey())) {
                any = any.or(givenBy(folder.getValue()));
            }
        }
        if (asked.equals(target)) {
            return any;
        }
        return permission.startsWith("storage.objects.") ? any.and(Truth.MAYBE) : Truth.NO;
    }

    /** @see <a href="https://docs.cloud.google.com/storage/docs/uniform-bucket-level-access">Uniform access</a> */
    private Truth givenByLists(JsonNode bucket) {
        var lists = new AccessLists(members.requester(), members, permission);
        var ofBucket = lists.ofBucket(bucket.path("acl"));
        return target.type().equals(Target.OBJECT) ? ofBucket.or(lists.ofObject(bucket.path("objectAcl"))) : ofBucket;
    }
}
