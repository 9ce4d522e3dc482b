package dev.ullage.access.gcp;

import dev.ullage.access.FactIndex;
import dev.ullage.access.Logic;
import dev.ullage.cel.iam.IamConditions;
import dev.ullage.model.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All policies of an estate, ready to be asked. The order in which they are asked is written here once, for single requests
 * and for all object names at once.
 *
 * @see <a href="https://cloud.google.com/iam/docs/policy-types#evaluation">Policy evaluation</a>
 */
final class GcpPolicies {

    private final FactIndex facts;
    private final GcpRoles roles;
    private final GcpAcls acls;
    private final GcpGrants grants;
    private final GcpMatching matching;
    private final GcpConditions conditions;
    private final GcpDenials denials;
    private final GcpBoundaries boundaries;

    /** {@code stated} says what some roles permit, whatever the catalogue says of them. */
    GcpPolicies(FactIndex facts, IamConditions compiled, Map<String, Set<String>> stated) {
        this.facts = facts;
        this.roles = new GcpRoles(facts, stated);
        this.acls = new GcpAcls(facts);
        this.grants = new GcpGrants(facts, acls);
        this.matching = new GcpMatching(facts);
        this.conditions = new GcpConditions(compiled);
        this.denials = new GcpDenials(facts, matching, conditions);
        this.boundaries = new GcpBoundaries(facts, matching.sets(), conditions);
    }

    FactIndex facts() {
        return facts;
    }

    GcpAcls acls() {
        return acls;
    }

    GcpMatching matching() {
        return matching;
    }

    /** All that gives anybody anything at a resource. */
    List<Grant> grants(GcpResource resource, List<String> upwards) {
        return resource.isStorage()
                ? grants.ofBucket(resource.id(), upwards)
                : grants.inherited(resource.id(), upwards);
    }

    /** True unless the grant's role surely does not permit it. */
    boolean mayGive(Grant grant, String permission) {
        return roles.gives(grant.role(), permission) != Answer.NO;
    }

    /** The condition of a grant in a scope; null where it has none. */
    <T> GcpConditions.@Nullable Weighed<T> condition(Grant grant, Scope<T> scope) {
        var condition = grant.condition();
        return condition == null ? null : conditions.weigh(condition, scope);
    }

    /**
     * Where a grant gives a permission to its member.
     *
     * @param isDecided tells a truth that is sure from one that hangs on something
     * @param doubts receives why it is not sure
     */
    <T> T given(Grant grant, String permission, Scope<T> scope, Predicate<T> isDecided, Reasons doubts) {
        var gives = roles.gives(grant.role(), permission);
        if (gives == Answer.UNKNOWN) {
            doubts.missing(roles.doubt(grant.role(), permission));
        }
        if (grant.inForce() == Answer.UNKNOWN) {
            doubts.missing(
                    "whether ACLs decide anything in %s is not known: its uniform bucket-level access was not read"
                            .formatted(GcpResource.of(grant.on()).id()));
        }
        var given = scope.logic().of(gives.and(grant.inForce()));
        var condition = grant.condition();
        if (condition == null) {
            return given;
        }
        var weighed = conditions.weigh(condition, scope);
        if (!isDecided.test(weighed.truth().holds())) {
            doubts.open(condition, weighed, grant.on());
        }
        return scope.logic().and(given, weighed.truth().holds());
    }

    /**
     * Whether the resource takes notice of what a member is given: not of everybody where that is prevented, and of
     * identities from a pool only where access is uniform.
     *
     * @param who the one whom the member means
     * @param doubts receives why it is not sure
     * @see <a href="https://cloud.google.com/storage/docs/uniform-bucket-level-access#should-you-use">What needs uniform
     *     access</a>
     */
    Answer letsIn(GcpIdentity member, GcpIdentity who, GcpResource resource, Reasons doubts) {
        if (!resource.isStorage()) {
            return Answer.YES;
        }
        if (member.isPublic()) {
            return publicLetIn(resource, doubts);
        }
        return who.inPool().isPresent() ? federatedLetIn(resource, doubts) : Answer.YES;
    }

    private Answer publicLetIn(GcpResource resource, Reasons doubts) {
        var prevented = acls.publicPrevented(resource.id());
        if (prevented == Answer.UNKNOWN) {
            doubts.missing("whether public access prevention is enforced on %s is not known".formatted(resource.id()));
        }
        return prevented.not();
    }

    private Answer federatedLetIn(GcpResource resource, Reasons doubts) {
        var inForce = acls.inForce(resource.id());
        if (inForce == Answer.UNKNOWN) {
            doubts.missing("whether %s has uniform access, without which identities of a pool have none, is not known"
                    .formatted(resource.id()));
        }
        return inForce.not();
    }

    /** What deny policies take away, names or one request. */
    <T> T denied(
            String principal,
            String permission,
            List<String> upwards,
            Scope<T> scope,
            Predicate<T> isDecided,
            Reasons reasons) {
        return denials.denied(principal, permission, upwards, scope, isDecided, reasons);
    }

    /** Whether access boundaries keep the principal from it. */
    Answer blocked(String principal, String permission, List<String> upwards, Reasons reasons) {
        return boundaries.blocks(principal, permission, upwards, reasons);
    }

    /** What is left: first the principal must be eligible, then not denied, then allowed. */
    static <T> T left(Logic<T> logic, Answer blocked, T denied, T allowed) {
        return logic.minus(logic.minus(allowed, denied), logic.of(blocked));
    }
}
