package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.simulation.gcp.Requester.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the one who asks is among the members of an allow policy.
 *
 * @param groups members by group, as the case has them
 * @param projects who has a basic role on a project
 * @param publicCounts whether {@code allUsers} and {@code allAuthenticatedUsers} are heard here
 * @param federatedCounts whether somebody from an identity pool can be given anything here, but for what everybody has
 * @see <a href="https://docs.cloud.google.com/iam/docs/principals-overview">IAM principals</a>
 */
record Members(Requester requester, JsonNode groups, BasicRoles projects, Truth publicCounts, Truth federatedCounts) {

    Truth containAny(JsonNode members) {
        var any = Truth.NO;
        for (var member : members) {
            any = any.or(contain(member.textValue()));
        }
        return any;
    }

    Truth contain(String member) {
        var contained = contain(member, List.of());
        return requester.kind().federated && !member.equals("allUsers") ? contained.and(federatedCounts) : contained;
    }

    private Truth contain(String member, List<String> within) {
        if (member.startsWith("deleted:")) {
            return Truth.NO;
        }
        int colon = member.indexOf(':');
        return switch (colon < 0 ? member : member.substring(0, colon)) {
            case "allUsers" -> publicCounts;
            case "allAuthenticatedUsers" -> ofKind(requester.kind().google()).and(publicCounts);
            case "user", "serviceAccount", "principal" -> identity(member);
            case "principalSet" -> principalSet(member, within);
            case "group" -> group(member, within);
            case "domain" -> domain(member.substring(colon + 1));
            case "projectOwner" -> projects.held("roles/owner", member.substring(colon + 1));
            case "projectEditor" -> projects.held("roles/editor", member.substring(colon + 1));
            case "projectViewer" -> projects.held("roles/viewer", member.substring(colon + 1));
            default -> Truth.of(member.equals(requester.text())).or(Truth.MAYBE);
        };
    }

    private Truth ofKind(boolean sure) {
        return requester.kind() == Kind.OBSCURE ? Truth.MAYBE : Truth.of(sure);
    }

    private Truth identity(String member) {
        if (member.contains("/kubernetes.serviceaccount.uid/")) {
            return ofKind(requester.kind() == Kind.WORKLOAD).and(Truth.MAYBE);
        }
        return Requester.parse(member).is(requester);
    }

    /** Groups hold Google accounts and service accounts, so nobody else is in one that is not told. */
    private Truth group(String group, List<String> within) {
        if (within.contains(group)) {
            return Truth.NO;
        }
        var listed = listed(group);
        if (listed.isMissingNode()) {
            return ofKind(requester.kind().google()).and(Truth.MAYBE);
        }
        return inside(listed, within, group);
    }

    private Truth inside(JsonNode listed, List<String> within, String group) {
        var deeper = new ArrayList<>(within);
        deeper.add(group);
        var any = Truth.NO;
        for (var member : listed) {
            any = any.or(contain(member.textValue(), deeper));
        }
        return any;
    }

    private JsonNode listed(String group) {
        var whole = groups.path(group);
        return whole.isMissingNode() && group.startsWith("group:")
                ? groups.path(group.substring("group:".length()))
                : whole;
    }

    private Truth domain(String domain) {
        return ofKind(requester.kind() == Kind.ACCOUNT && requester.name().endsWith("@" + domain));
    }

    private Truth principalSet(String set, List<String> within) {
        if (!listed(set).isMissingNode()) {
            return inside(listed(set), within, set);
        }
        if (set.startsWith("principalSet://iam.googleapis.com/")) {
            return PrincipalSets.pool(requester, set);
        }
        if (set.endsWith("/type/ServiceAccount")) {
            return projects.hierarchy().holds(requester, set.replace("/type/ServiceAccount", ""), Kind.SERVICE_ACCOUNT);
        }
        return PrincipalSets.agents(requester, set);
    }
}
