package dev.ullage.simulation.gcp;

import dev.ullage.simulation.gcp.Requester.Kind;

/**
 * Sets of identities that are named by what they have in common.
 *
 * @see <a href="https://docs.cloud.google.com/iam/docs/principal-identifiers">Principal identifiers</a>
 * @see <a href="https://docs.cloud.google.com/kubernetes-engine/docs/concepts/workload-identity">Workload Identity
 *     Federation for GKE</a>
 */
final class PrincipalSets {

    private static final String POOLS = "principalSet://iam.googleapis.com/";

    private PrincipalSets() {}

    /**
     * Whether somebody is in a set of an identity pool. A case tells no attributes and no groups of an identity
     * provider, so only the whole pool, and a namespace of a GKE pool, can be sure.
     */
    static Truth pool(Requester requester, String set) {
        var path = set.substring(POOLS.length());
        boolean workforce = path.startsWith("locations/global/workforcePools/");
        var parts = path.split("/", workforce ? 5 : 7);
        var pool = workforce ? parts[3] : parts[5];
        var within = parts[parts.length - 1];
        if (requester.kind() == Kind.OBSCURE) {
            return Truth.MAYBE;
        }
        if (requester.kind() != (workforce ? Kind.WORKFORCE : Kind.WORKLOAD)
                || !requester.pool().equals(pool)
                || !workforce
                        && !requester.project().isEmpty()
                        && !requester.project().equals(parts[1])) {
            return Truth.NO;
        }
        return inside(requester, pool, within);
    }

    private static Truth inside(Requester requester, String pool, String within) {
        if (within.equals("*")) {
            return Truth.YES;
        }
        if (within.startsWith("namespace/") && pool.endsWith(".svc.id.goog")) {
            return Truth.of(requester.name().startsWith("ns/" + within.substring("namespace/".length()) + "/sa/"));
        }
        return Truth.MAYBE;
    }

    /** Agents are told apart by their trust domain; of their other attributes a case says nothing. */
    static Truth agents(Requester requester, String set) {
        if (!set.startsWith("principalSet://agents.") || requester.kind() == Kind.OBSCURE) {
            return Truth.MAYBE;
        }
        var domain = set.substring("principalSet://".length(), set.indexOf('/', "principalSet://".length()) + 1);
        if (requester.kind() != Kind.AGENT || !requester.text().startsWith("principal://" + domain)) {
            return Truth.NO;
        }
        return set.endsWith(domain + "*") ? Truth.YES : Truth.MAYBE;
    }
}
