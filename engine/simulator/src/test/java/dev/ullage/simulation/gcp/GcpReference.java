package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ullage.access.Ruling;
import dev.ullage.simulation.Evaluator;

/**
 * Decides a case as Google's pages say, step by step and without any of the engine's code.
 *
 * @see <a href="https://docs.cloud.google.com/iam/docs/policy-types#evaluation">Policy evaluation</a>
 */
final class GcpReference {

    static final Evaluator EVALUATOR = new Evaluator("reference", GcpReference::rule);

    private GcpReference() {}

    static Ruling rule(JsonNode oneCase) {
        var requester = Requester.parse(oneCase.path("principal").asText());
        var permission = oneCase.path("permission").asText();
        var asked = Target.parse(oneCase.path("resource").asText());
        var target = asked.checkedFor(permission);
        var conditions = new Conditions(
                new Attributes(target, permission, requester, oneCase.path("time"), oneCase.path("context")));
        var hierarchy = new Hierarchy(oneCase.path("hierarchy"));
        var everywhere = members(oneCase, requester, hierarchy, conditions, Truth.YES, Truth.YES);
        var bucket = oneCase.path("bucket");
        var here = members(
                oneCase,
                requester,
                hierarchy,
                conditions,
                Facts.publicCounts(target, bucket),
                Facts.federatedCounts(target, bucket));

        var eligible = new Boundaries(requester, everywhere, hierarchy, conditions, permission)
                .eligible(oneCase.path("principalAccessBoundaries"));
        var denied =
                new Denials(new DeniedPrincipals(requester, everywhere), conditions, hierarchy, permission).refuse();
        var given = new Grants(here, new Roles(oneCase.path("roles")), conditions, hierarchy, asked, target, permission)
                .given(bucket);
        return rule(eligible, denied, given);
    }

    /** What surely refuses decides, a denial first; then what is not known; and nothing is left but to allow. */
    private static Ruling rule(Truth eligible, Truth denied, Truth given) {
        if (denied == Truth.YES) {
            return Ruling.EXPLICIT_DENY;
        }
        if (eligible == Truth.NO || given == Truth.NO) {
            return Ruling.IMPLICIT_DENY;
        }
        return eligible.and(denied.not()).and(given) == Truth.YES ? Ruling.ALLOWED : Ruling.UNKNOWN;
    }

    private static Members members(
            JsonNode oneCase,
            Requester requester,
            Hierarchy hierarchy,
            Conditions conditions,
            Truth publicCounts,
            Truth federatedCounts) {
        var groups = oneCase.path("groups").isObject() ? oneCase.path("groups") : JsonNodeFactory.instance.objectNode();
        var basic = new BasicRoles(requester, groups, hierarchy, conditions, publicCounts);
        return new Members(requester, groups, basic, publicCounts, federatedCounts);
    }
}
