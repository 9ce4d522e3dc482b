package dev.ullage.access.gcp;

import dev.ullage.access.Entitlement;
import dev.ullage.access.EntitlementBuilder;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.gcp.GcpPermission.On;
import dev.ullage.analysis.Explanation;
import dev.ullage.cel.iam.Attributes;
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
import java.util.HashMap;
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
        var found = new ArrayList<Entitlement>();
        for (var bucket : facts.buckets()) {
            if (bucket.provider() == Provider.GCP) {
                onBucket(bucket, found);
            }
        }
        for (var principal : facts.principals()) {
            if (principal.kind() == PrincipalKind.SERVICE_ACCOUNT && principal.enabled() != Answer.NO) {
                onResource(principal.id(), On.SERVICE_ACCOUNT, found);
            }
        }
        for (var container : facts.containers()) {
            if (container.kind() == ContainerKind.PROJECT) {
                onResource(container.id(), On.PROJECT, found);
            }
        }
        return found;
    }

    private void onBucket(Bucket bucket, List<Entitlement> found) {
        var on = at(bucket.id());
        boolean hasObjectAcls = policies.acls().inForce(bucket.id()) != Answer.NO;
        var byPermission = new TreeMap<GcpPermission, Map<String, EntitlementBuilder>>();
        for (var permission : GcpPermission.values()) {
            var kind = permission.on();
            if (kind == On.BUCKET || kind == On.OBJECTS || kind == On.OBJECT_ACLS && hasObjectAcls) {
                byPermission.put(permission, on.holders(permission));
            }
        }
        byPermission.put(
                GcpPermission.OVERWRITE,
                GcpOverwriting.of(
                        byPermission.getOrDefault(GcpPermission.CREATE, Map.of()),
                        byPermission.getOrDefault(GcpPermission.DELETE, Map.of())));
        byPermission.forEach((permission, builders) ->
                builders.forEach((principal, builder) -> on.add(principal, permission, builder, found)));
    }

    private void onResource(String resource, On kind, List<Entitlement> found) {
        var on = at(resource);
        for (var permission : GcpPermission.values()) {
            if (permission.on() == kind) {
                on.holders(permission).forEach((principal, builder) -> {
                    if (!principal.equals(resource)) {
                        on.add(principal, permission, builder, found);
                    }
                });
            }
        }
    }

    private At at(String id) {
        var resource = GcpResource.of(id);
        var upwards = facts.upwards(facts.containerOf(id));
        return new At(resource, upwards, policies.grants(resource, upwards), new HashMap<>());
    }

    private static boolean isDecided(Reach reach) {
        return reach.unsure().isEmpty();
    }

    /** A resource, with what is found once for all permissions on it. */
    private final class At {

        private final GcpResource resource;
        private final List<String> upwards;
        private final List<Grant> grants;
        private final Map<Attributes, Scope<Reach>> scopes;

        At(GcpResource resource, List<String> upwards, List<Grant> grants, Map<Attributes, Scope<Reach>> scopes) {
            this.resource = resource;
            this.upwards = upwards;
            this.grants = grants;
            this.scopes = scopes;
        }

        private Scope<Reach> scope(GcpPermission permission) {
            if (permission.on().isObjects()) {
                var bucket = resource.bucketName();
                return scopes.computeIfAbsent(
                        GcpAttributes.ofEveryObject(bucket, permission.nativeName(), asOf),
                        attributes -> Scope.everyObject(attributes, GcpAttributes.lead(bucket)));
            }
            var now = Attributes.of(Map.of(Attributes.TIME, asOf));
            return scopes.computeIfAbsent(GcpAttributes.of(resource, permission.nativeName(), now), Scope::resource);
        }

        /** Who is given a permission, before anything is taken away. */
        Map<String, EntitlementBuilder> holders(GcpPermission permission) {
            var builders = new TreeMap<String, EntitlementBuilder>();
            for (var grant : grants) {
                if (isAbout(grant, permission) && policies.mayGive(grant, permission.nativeName())) {
                    give(grant, permission, builders);
                }
            }
            return builders;
        }

        /** A folder's viewers may list the folder and not the bucket. */
        private boolean isAbout(Grant grant, GcpPermission permission) {
            return permission.on().isObjects()
                    || grant.level() == Grant.Level.WHOLE
                    || grant.level() == Grant.Level.FOLDER && permission == GcpPermission.LIST;
        }

        private void give(Grant grant, GcpPermission permission, Map<String, EntitlementBuilder> builders) {
            var doubts = new Reasons();
            var given = policies.given(grant, permission.nativeName(), scope(permission), GcpAccess::isDecided, doubts);
            boolean isObjects = permission.on().isObjects();
            var names = isObjects ? grant.names() : NameSet.itself();
            var reach = given.and(Reach.exactly(names));
            if (grant.level() == Grant.Level.FOLDER && !isObjects) {
                reach = Reach.atMost(reach.possible());
                doubts.missing("listing is permitted below %s and not in the rest of the bucket".formatted(grant.on()));
            }
            if (reach.isEmpty()) {
                return;
            }
            for (var resolved : members.resolve(grant.member())) {
                give(grant, resolved, reach, doubts, builders);
            }
        }

        private void give(
                Grant grant,
                GcpMembers.Resolved to,
                Reach reach,
                Reasons doubts,
                Map<String, EntitlementBuilder> builders) {
            var all = new Reasons();
            all.add(doubts);
            all.missing(to.missing());
            var letsIn = policies.letsIn(GcpIdentity.of(to.principal()), resource, all);
            if (letsIn == Answer.NO) {
                return;
            }
            var sure = letsIn == Answer.YES && to.missing().isEmpty() ? reach.sure() : NameSet.none();
            var steps = new ArrayList<>(to.path());
            steps.add(grant.step());
            var builder = builders.computeIfAbsent(to.principal(), principal -> new EntitlementBuilder());
            add(new Reach(sure, reach.possible()), new Explanation(steps), all.missing(), builder);
        }

        private static void add(Reach reach, Explanation explanation, List<String> doubts, EntitlementBuilder builder) {
            if (!reach.sure().isEmpty()) {
                builder.add(new Ground(reach.sure(), explanation), List.of());
            }
            var unsure = reach.unsure();
            if (!unsure.isEmpty()) {
                builder.add(new Ground(unsure, explanation), doubts);
            }
        }

        /** What is left to a principal when denials and boundaries are taken away. */
        void add(String principal, GcpPermission permission, EntitlementBuilder builder, List<Entitlement> found) {
            var taken = taken(principal, permission, builder);
            if (permission == GcpPermission.OVERWRITE) {
                taken = taken.or(taken(principal, GcpPermission.CREATE, builder));
            }
            var entitlement = builder.build(
                    Provider.GCP,
                    principal,
                    permission.permissionClass(),
                    permission.nativeName(),
                    resource.id(),
                    taken);
            if (!entitlement.reach().isEmpty()) {
                found.add(entitlement);
            }
        }

        private Reach taken(String principal, GcpPermission permission, EntitlementBuilder builder) {
            var name = permission.nativeName();
            var reasons = new Reasons();
            var scope = scope(permission);
            Reach taken;
            try {
                var denied = policies.denied(principal, name, upwards, scope, GcpAccess::isDecided, reasons);
                var blocked = policies.blocked(principal, name, upwards, reasons);
                taken = denied.or(scope.logic().of(blocked));
            } catch (TooComplexException tooComplex) {
                reasons.missing("too complex to decide exactly: " + tooComplex.getMessage());
                taken = Reach.atMost(NameSet.all());
            }
            builder.missing().addAll(reasons.missing());
            return taken;
        }
    }
}
