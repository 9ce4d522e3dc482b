package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who has owner, editor or viewer on a project: what a convenience value such as {@code projectViewer:p} means.
 *
 * @param conditions of bindings, in the light of what is asked for
 * @see <a href="https://docs.cloud.google.com/storage/docs/access-control/iam#convenience-values">Convenience values</a>
 */
record BasicRoles(
        Requester requester, JsonNode groups, Hierarchy hierarchy, Conditions conditions, Truth publicCounts) {

    /**
     * The page speaks of those who are granted the role for the project. It does not say whether that includes a role
     * that a folder or an organisation hands down, so that one is no more than perhaps. A project cannot grant anything
     * to somebody who did not sign in.
     *
     * @see <a href="https://docs.cloud.google.com/resource-manager/reference/rest/v3/projects/setIamPolicy">Constraints of
     *     a project's policy</a>
     */
    Truth held(String role, String project) {
        if (requester.kind() == Requester.Kind.ANONYMOUS) {
            return Truth.NO;
        }
        var own = Truth.NO;
        var inherited = Truth.NO;
        var here = Truth.NO;
        for (var entry : hierarchy.entries()) {
            var name = entry.path("name").asText();
            var granted = grantedIn(entry.path("allowPolicy"), role);
            if (name.startsWith("projects/")) {
                here = Requester.sameProject(name.substring("projects/".length()), project);
                own = own.or(granted);
            } else {
                inherited = inherited.or(granted);
            }
        }
        return here == Truth.YES ? own.or(inherited.and(Truth.MAYBE)) : Truth.MAYBE;
    }

    private Truth grantedIn(JsonNode policy, String role) {
        var any = Truth.NO;
        for (var binding : policy.path("bindings")) {
            if (binding.path("role").asText().equals(role)) {
                any = any.or(holders(binding.path("members")).and(conditions.grants(binding.path("condition"))));
            }
        }
        return any;
    }

    /** A convenience value stands in bucket policies and ACLs only, so here it means nobody. */
    private Truth holders(JsonNode members) {
        var direct = new Members(requester, groups, this, publicCounts, Truth.YES);
        var any = Truth.NO;
        for (var member : members) {
            boolean convenience = member.asText().matches("project(Owner|Editor|Viewer):.*");
            any = any.or(convenience ? Truth.NO : direct.contain(member.asText()));
        }
        return any;
    }
}
