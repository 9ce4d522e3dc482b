package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.simulation.gcp.Requester.Kind;

/**
 * Whether the one who asks is eligible for what is asked for.
 *
 * @see <a href="https://docs.cloud.google.com/iam/docs/principal-access-boundary-policies">Principal access boundaries</a>
 */
record Boundaries(Requester requester, Members members, Hierarchy hierarchy, Conditions conditions, String permission) {

    private static final String WORKFORCE = "//iam.googleapis.com/locations/global/workforcePools/";
    private static final String WORKLOAD = "//iam.googleapis.com/projects/";
    private static final String WORKSPACE = "//iam.googleapis.com/locations/global/workspace/";
    private static final String MANAGER = "//cloudresourcemanager.googleapis.com/";

    /** What is known of one boundary: whether it is on somebody, blocks the permission, and leaves the resource open. */
    private record Boundary(Truth subject, Truth blocks, Truth includes) {

        Truth relevant() {
            return subject.and(blocks);
        }
    }

    /**
     * Somebody is blocked who has a boundary that blocks the permission, unless one leaves the resource open. The page
     * of policy types asks that the same boundary does both; the page of boundaries asks it of any that somebody has.
     * Where the two differ, nothing is sure.
     *
     * @see <a href="https://docs.cloud.google.com/iam/docs/policy-types#evaluation">Policy evaluation</a>
     * @see <a href="https://docs.cloud.google.com/iam/docs/principal-access-boundary-policies#interactions">Evaluation of
     *     boundaries</a>
     */
    Truth eligible(JsonNode policies) {
        boolean canBeBlocked = false;
        boolean mustBeBlocked = false;
        boolean mustBeOpen = false;
        boolean canBeOpen = false;
        for (var policy : policies) {
            var boundary = read(policy);
            canBeBlocked |= boundary.relevant().and(boundary.includes().not()) != Truth.NO;
            mustBeBlocked |= boundary.relevant() == Truth.YES;
            mustBeOpen |= boundary.relevant().and(boundary.includes()) == Truth.YES;
            canBeOpen |= boundary.subject().and(boundary.includes()) != Truth.NO;
        }
        if (mustBeOpen || !canBeBlocked) {
            return Truth.YES;
        }
        return mustBeBlocked && !canBeOpen ? Truth.NO : Truth.MAYBE;
    }

    private Boundary read(JsonNode policy) {
        var binding = policy.path("binding");
        var details = policy.path("details");
        var bound = bound(binding.path("principalSet").asText());
        return new Boundary(
                bound.and(conditions.restricts(binding.path("condition"))),
                BoundaryCoverage.blocks(details.path("enforcementVersion").asText(""), permission),
                included(details.path("rules")));
    }

    private Truth included(JsonNode rules) {
        var any = Truth.NO;
        for (var rule : rules) {
            for (var resource : rule.path("resources")) {
                any = any.or(hierarchy
                        .includes(resource.asText())
                        .and(Truth.of(rule.path("effect").asText().equals("ALLOW"))));
            }
        }
        return any;
    }

    /** @see <a href="https://docs.cloud.google.com/iam/docs/principal-access-boundary-policies#principal-sets">Sets</a> */
    private Truth bound(String set) {
        if (members.groups().has(set)) {
            return members.containAny(members.groups().get(set));
        }
        if (requester.kind() == Kind.ANONYMOUS) {
            return Truth.NO;
        }
        if (requester.kind() == Kind.OBSCURE) {
            return Truth.MAYBE;
        }
        if (set.startsWith(WORKFORCE) || set.startsWith(WORKLOAD)) {
            return PrincipalSets.pool(requester, "principalSet:" + set + "/*");
        }
        if (set.startsWith(WORKSPACE)) {
            return Truth.of(requester.kind() == Kind.ACCOUNT).and(Truth.MAYBE);
        }
        return set.startsWith(MANAGER) ? associated(set) : Truth.MAYBE;
    }

    /** Whose accounts, workforce pools and agents an organisation has, a case does not tell. */
    private Truth associated(String set) {
        boolean untold = set.startsWith(MANAGER + "organizations/")
                && (requester.kind() == Kind.ACCOUNT || requester.kind() == Kind.WORKFORCE);
        return untold || requester.kind() == Kind.AGENT
                ? Truth.MAYBE
                : hierarchy.holds(requester, set, Kind.SERVICE_ACCOUNT, Kind.WORKLOAD);
    }
}
