package dev.ullage.access.gcp;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Entitlement;
import dev.ullage.access.EntitlementBuilder;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Reach;
import dev.ullage.access.gcp.GcpPermission.On;
import dev.ullage.cel.iam.IamConditions;
import dev.ullage.model.Answer;
import dev.ullage.model.Bucket;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Cloud Storage and IAM would allow: allow policies from the organisation down to managed folders, their conditions,
 * roles, groups, and ACLs, less access boundaries, deny policies and public access prevention.
 *
 * @see <a href="https://cloud.google.com/iam/docs/policy-types">How policies are evaluated</a>
 */
public final class GcpAccess {

    private final FactIndex facts;
    private final Instant asOf;
    private final GcpPolicies policies;
    private final GcpMembers members;

    /** Prepares to answer for a snapshot as of a time: what is granted then, and what may be granted later. */
    public GcpAccess(FactIndex facts, Instant asOf) {
        this.facts = facts;
        this.asOf = asOf;
        this.policies = new GcpPolicies(facts, new IamConditions(), Map.of());
        this.members = new GcpMembers(facts, policies.matching());
    }

    /** The native permissions that stand for a class, sorted. */
    public static List<String> permissions(PermissionClass permissionClass) {
        return Arrays.stream(GcpPermission.values())
                .filter(permission -> permission.permissionClass() == permissionClass)
                .map(GcpPermission::nativeName)
                .distinct()
                .sorted()
                .toList();
    }

    /** Every entitlement, buckets first, in no particular order within a resource. */
    public List<Entitlement> entitlements() {
        return entitlements(AccessQuestion.EVERYTHING);
    }

    /** Every entitlement that is asked for, in the same order. */
    public List<Entitlement> entitlements(AccessQuestion question) {
        var found = new ArrayList<Entitlement>();
        for (var bucket : facts.buckets()) {
            if (bucket.provider() == Provider.GCP && question.asksOfResource(bucket.id())) {
                onBucket(bucket, question, found);
            }
        }
        for (var principal : facts.principals()) {
            if (principal.kind() == PrincipalKind.SERVICE_ACCOUNT
                    && principal.enabled() != Answer.NO
                    && question.asksOfResource(principal.id())) {
                onResource(principal.id(), On.SERVICE_ACCOUNT, question, found);
            }
        }
        for (var container : facts.containers()) {
            if (container.kind() == ContainerKind.PROJECT && question.asksOfResource(container.id())) {
                onResource(container.id(), On.PROJECT, question, found);
            }
        }
        return found;
    }

    private void onBucket(Bucket bucket, AccessQuestion question, List<Entitlement> found) {
        var holdings = on(bucket.id());
        boolean hasObjectAcls = policies.acls().inForce(bucket.id()) != Answer.NO;
        var byPermission = new TreeMap<GcpPermission, Map<String, EntitlementBuilder>>();
        for (var permission : GcpPermission.values()) {
            var kind = permission.on();
            if (question.asksOfPermission(permission.nativeName())
                    && (kind == On.BUCKET || kind == On.OBJECTS || kind == On.OBJECT_ACLS && hasObjectAcls)) {
                byPermission.put(permission, given(holdings, permission, question));
            }
        }
        if (byPermission.containsKey(GcpPermission.OVERWRITE)) {
            byPermission.put(
                    GcpPermission.OVERWRITE,
                    GcpOverwriting.of(
                            byPermission.containsKey(GcpPermission.CREATE)
                                    ? byPermission.get(GcpPermission.CREATE)
                                    : given(holdings, GcpPermission.CREATE, question),
                            byPermission.getOrDefault(GcpPermission.DELETE, Map.of())));
        }
        byPermission.forEach((permission, builders) -> builders.forEach(
                (principal, builder) -> add(bucket.id(), holdings, permission, principal, builder, found)));
    }

    private void onResource(String resource, On kind, AccessQuestion question, List<Entitlement> found) {
        var holdings = on(resource);
        for (var permission : GcpPermission.values()) {
            if (permission.on() == kind && question.asksOfPermission(permission.nativeName())) {
                given(holdings, permission, question).forEach((principal, builder) -> {
                    if (!principal.equals(resource)) {
                        add(resource, holdings, permission, principal, builder, found);
                    }
                });
            }
        }
    }

    private GcpHoldings on(String resource) {
        return new GcpHoldings(policies, members, resource, asOf);
    }

    private static Map<String, EntitlementBuilder> given(
            GcpHoldings holdings, GcpPermission permission, AccessQuestion question) {
        return holdings.given(permission.nativeName(), permission.on().isObjects(), question::asksOfPrincipal);
    }

    private static void add(
            String resource,
            GcpHoldings holdings,
            GcpPermission permission,
            String principal,
            EntitlementBuilder builder,
            List<Entitlement> found) {
        var taken = taken(holdings, permission, principal, builder);
        if (permission == GcpPermission.OVERWRITE) {
            taken = taken.or(taken(holdings, GcpPermission.CREATE, principal, builder));
        }
        var entitlement = builder.build(
                Provider.GCP, principal, permission.permissionClass(), permission.nativeName(), resource, taken);
        if (!entitlement.reach().isEmpty()) {
            found.add(entitlement);
        }
    }

    private static Reach taken(
            GcpHoldings holdings, GcpPermission permission, String principal, EntitlementBuilder builder) {
        return holdings.taken(
                principal, permission.nativeName(), permission.on().isObjects(), builder.missing());
    }
}
