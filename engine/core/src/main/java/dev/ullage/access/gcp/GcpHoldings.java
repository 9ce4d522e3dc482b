package dev.ullage.access.gcp;

import dev.ullage.access.EntitlementBuilder;
import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.analysis.Explanation;
import dev.ullage.cel.iam.Attributes;
import dev.ullage.model.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who holds which permission on one resource, with what is found once for all of them. */
final class GcpHoldings {

    private final GcpPolicies policies;
    private final GcpMembers members;
    private final Instant asOf;
    private final GcpResource resource;
    private final List<String> upwards;
    private final List<Grant> grants;
    private final Map<Attributes, Scope<Reach>> scopes = new HashMap<>();

    /** Holdings on a resource, by its id, as of a time. */
    GcpHoldings(GcpPolicies policies, GcpMembers members, String id, Instant asOf) {
        this.policies = policies;
        this.members = members;
        this.asOf = asOf;
        this.resource = GcpResource.of(id);
        this.upwards = policies.facts().upwards(policies.facts().containerOf(id));
        this.grants = policies.grants(resource, upwards);
    }

    private Scope<Reach> scope(String permission, boolean onObjects) {
        if (onObjects) {
            var bucket = resource.bucketName();
            return scopes.computeIfAbsent(
                    GcpAttributes.ofEveryObject(bucket, permission, asOf),
                    attributes -> Scope.everyObject(attributes, GcpAttributes.lead(bucket)));
        }
        var now = Attributes.of(Map.of(Attributes.TIME, asOf));
        return scopes.computeIfAbsent(GcpAttributes.of(resource, permission, now), Scope::resource);
    }

    /**
     * Who is given a permission, before anything is taken away.
     *
     * @param onObjects whether it is about objects of the bucket
     */
    Map<String, EntitlementBuilder> given(String permission, boolean onObjects) {
        var builders = new TreeMap<String, EntitlementBuilder>();
        for (var grant : grants) {
            if (isAbout(grant, permission, onObjects) && policies.mayGive(grant, permission)) {
                give(grant, permission, onObjects, builders);
            }
        }
        return builders;
    }

    /** A folder's viewers may list the folder and not the bucket. */
    private static boolean isAbout(Grant grant, String permission, boolean onObjects) {
        return onObjects
                || grant.level() == Grant.Level.WHOLE
                || grant.level() == Grant.Level.FOLDER && permission.equals(GcpPermission.LIST.nativeName());
    }

    private void give(Grant grant, String permission, boolean onObjects, Map<String, EntitlementBuilder> builders) {
        var doubts = new Reasons();
        var given = policies.given(grant, permission, scope(permission, onObjects), GcpHoldings::isDecided, doubts);
        var reach = given.and(Reach.exactly(onObjects ? grant.names() : NameSet.itself()));
        if (grant.level() == Grant.Level.FOLDER && !onObjects) {
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
        var who = GcpIdentity.of(to.principal());
        var letsIn = policies.letsIn(who, who, resource, all);
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

    /** What denials and boundaries take from a principal; why it is perhaps is added to what is missing. */
    Reach taken(String principal, String permission, boolean onObjects, List<String> missing) {
        var reasons = new Reasons();
        var scope = scope(permission, onObjects);
        Reach taken;
        try {
            var denied = policies.denied(principal, permission, upwards, scope, GcpHoldings::isDecided, reasons);
            var blocked = policies.blocked(principal, permission, upwards, reasons);
            taken = denied.or(scope.logic().of(blocked));
        } catch (TooComplexException tooComplex) {
            reasons.missing("too complex to decide exactly: " + tooComplex.getMessage());
            taken = Reach.atMost(NameSet.all());
        }
        missing.addAll(reasons.missing());
        return taken;
    }

    private static boolean isDecided(Reach reach) {
        return reach.unsure().isEmpty();
    }
}
