package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether a deny policy of the project, a folder or the organisation refuses. They count for access by legacy lists, too.
 *
 * @see <a href="https://docs.cloud.google.com/iam/docs/deny-overview">Deny policies</a>
 * @see <a href="https://docs.cloud.google.com/storage/docs/access-control/lists#behavior_with_iam_deny">Behaviour with
 *     IAM deny</a>
 */
record Denials(DeniedPrincipals principals, Conditions conditions, Hierarchy hierarchy, String permission) {

    Truth refuse() {
        var any = Truth.NO;
        for (var entry : hierarchy.entries()) {
            for (var policy : entry.path("denyPolicies")) {
                for (var rule : policy.path("rules")) {
                    any = any.or(refusedBy(rule.path("denyRule")));
                }
            }
        }
        return any;
    }

    private Truth refusedBy(JsonNode rule) {
        return principals
                .containAny(rule.path("deniedPrincipals"))
                .and(principals.containAny(rule.path("exceptionPrincipals")).not())
                .and(named(rule.path("deniedPermissions")))
                .and(named(rule.path("exceptionPermissions")).not())
                .and(conditions.restricts(rule.path("denialCondition")));
    }

    private Truth named(JsonNode permissions) {
        var any = Truth.NO;
        for (var pattern : permissions) {
            any = any.or(PermissionNames.matches(pattern.asText(), PermissionNames.qualified(permission)));
        }
        return any;
    }
}
