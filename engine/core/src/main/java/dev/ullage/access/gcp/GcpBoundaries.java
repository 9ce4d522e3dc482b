package dev.ullage.access.gcp;

import dev.ullage.access.FactIndex;
import dev.ullage.analysis.Step;
import dev.ullage.cel.iam.Attributes;
import dev.ullage.model.AccessBoundary;
import dev.ullage.model.AccessBoundaryBinding;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What principal access boundaries keep somebody from. Who is bound by any may use the permissions that they block only
 * within the resources that one of them names. One page says that any boundary lets in that somebody has, the other that
 * only those do which block the permission; where that makes a difference, it is not known.
 *
 * @see <a href="https://cloud.google.com/iam/docs/principal-access-boundary-policies#interactions">Any boundary</a>
 * @see <a href="https://cloud.google.com/iam/docs/policy-types#evaluation">Only relevant boundaries</a>
 */
final class GcpBoundaries {

    private static final String CONTAINERS = "//cloudresourcemanager.googleapis.com/";
    private static final Pattern POOL =
            Pattern.compile("//iam\\.googleapis\\.com/((?:projects/[^/]+/locations/global/workloadIdentityPools"
                    + "|locations/global/workforcePools)/[^/]+)");

    private final FactIndex facts;
    private final GcpSets sets;
    private final GcpConditions conditions;
    private final BlockedPermissions blocked = BlockedPermissions.known();
    private final List<AccessBoundaryBinding> bindings;
    private final Map<String, AccessBoundary> boundaries = new HashMap<>();
    private final List<Coverage> refused;

    GcpBoundaries(FactIndex facts, GcpSets sets, GcpConditions conditions) {
        this.facts = facts;
        this.sets = sets;
        this.conditions = conditions;
        this.bindings = facts.all(AccessBoundaryBinding.class);
        facts.all(AccessBoundary.class).forEach(boundary -> boundaries.putIfAbsent(boundary.name(), boundary));
        this.refused = facts.all(Coverage.class).stream()
                .filter(read -> read.topic() == Topic.ACCESS_BOUNDARIES && read.status() != CoverageStatus.COMPLETE)
                .toList();
    }

    /**
     * Whether boundaries keep a principal from using a permission on a resource.
     *
     * @param upwards the container that the resource is or lies in, and those above it
     * @param reasons receives the boundaries that do, and why others perhaps do
     */
    Answer blocks(String principal, String permission, List<String> upwards, Reasons reasons) {
        if (bindings.isEmpty() && refused.isEmpty() || GcpIdentity.of(principal).isPublic()) {
            return Answer.NO;
        }
        var doubts = new Reasons();
        var found = found(principal, permission, upwards, doubts);
        // A boundary that was not read may bind, or let in.
        var answer = found.or(unread(principal, doubts)).blocks();
        if (answer == Answer.YES) {
            reasons.steps(doubts.steps());
        } else if (answer == Answer.UNKNOWN) {
            if (doubts.missing().isEmpty()) {
                doubts.missing(
                        "whether a boundary that does not block %s lets %s in where another blocks it is not clear"
                                .formatted(permission, principal));
            }
            reasons.missing(doubts.missing());
            doubts.residual().forEach(reasons::residual);
        }
        return answer;
    }

    /**
     * What boundaries of somebody come to.
     *
     * @param keepOut one blocks the permission and leaves the resource out
     * @param letIn one names the resource
     * @param relevantLetIn one names the resource and blocks the permission
     */
    private record Found(Answer keepOut, Answer letIn, Answer relevantLetIn) {

        static final Found NONE = new Found(Answer.NO, Answer.NO, Answer.NO);

        Found or(Found other) {
            return new Found(keepOut.or(other.keepOut), letIn.or(other.letIn), relevantLetIn.or(other.relevantLetIn));
        }

        /** Sure where both pages say so. */
        Answer blocks() {
            var byOne = keepOut.and(letIn.not());
            return byOne == keepOut.and(relevantLetIn.not()) ? byOne : Answer.UNKNOWN;
        }
    }

    private Found found(String principal, String permission, List<String> upwards, Reasons doubts) {
        var all = Found.NONE;
        for (var binding : bindings) {
            var binds = binds(binding, principal, doubts);
            if (binds != Answer.NO) {
                var within = within(binding.boundary(), upwards, doubts);
                var relevant = binds.and(blocks(binding.boundary(), permission, doubts));
                var found = new Found(relevant.and(within.not()), binds.and(within), relevant.and(within));
                if (found.keepOut() == Answer.YES) {
                    doubts.step(new Step(
                            "%s keeps %s from what lies outside of it".formatted(binding.boundary(), principal),
                            binding.source()));
                }
                all = all.or(found);
            }
        }
        return all;
    }

    private Found unread(String principal, Reasons doubts) {
        return isUnread(principal, doubts) ? new Found(Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN) : Found.NONE;
    }

    private boolean isUnread(String principal, Reasons doubts) {
        var home = sets.projectOf(principal);
        var unread = refused.stream()
                .filter(read -> home.isEmpty()
                        || read.scope().equals("*")
                        || facts.upwards(home.get()).contains(idOf(read.scope())))
                .findFirst();
        unread.ifPresent(
                read -> doubts.missing("%s of %s: %s".formatted(read.topic().word(), read.scope(), read.reason())));
        return unread.isPresent();
    }

    private Answer blocks(String boundary, String permission, Reasons doubts) {
        var known = boundaries.get(boundary);
        var answer = blocked.by(known == null ? "" : known.enforcementVersion(), permission);
        if (answer == Answer.UNKNOWN) {
            doubts.missing("whether %s blocks %s is not known".formatted(boundary, permission));
        }
        return answer;
    }

    private Answer within(String boundary, List<String> upwards, Reasons doubts) {
        var known = boundaries.get(boundary);
        if (known == null) {
            doubts.missing("what %s permits is not known: it is not in the input".formatted(boundary));
            return Answer.UNKNOWN;
        }
        var answer = Answer.NO;
        for (var resource : known.resources()) {
            answer = answer.or(contains(resource, upwards));
        }
        if (answer == Answer.UNKNOWN) {
            doubts.missing("whether the resource lies within %s is not known".formatted(boundary));
        }
        return answer;
    }

    private Answer contains(String resource, List<String> upwards) {
        var wanted = idOf(resource);
        if (upwards.contains(wanted)) {
            return Answer.YES;
        }
        return upwards.isEmpty() ? Answer.UNKNOWN : sets.isIn(upwards.get(0), wanted);
    }

    private Answer binds(AccessBoundaryBinding binding, String principal, Reasons doubts) {
        var who = GcpIdentity.of(principal);
        var bound = isIn(binding.principalSet(), principal, who);
        if (bound == Answer.UNKNOWN) {
            doubts.missing("whether %s is one of %s is not known".formatted(principal, binding.principalSet()));
        }
        var condition = binding.condition();
        if (condition == null || bound == Answer.NO) {
            return bound;
        }
        var weighed = conditions.weigh(condition, Scope.request(attributes(who)));
        // A boundary whose condition cannot be evaluated is enforced.
        var met = weighed.truth().fails().not();
        if (met == Answer.UNKNOWN) {
            doubts.open(condition, weighed, binding.name());
        }
        return bound.and(met);
    }

    /**
     * Whether a principal is in a set that boundaries are bound to.
     *
     * @see <a href="https://cloud.google.com/iam/docs/principal-access-boundary-policies#principal-sets">Principal sets</a>
     */
    private Answer isIn(String principalSet, String principal, GcpIdentity who) {
        var pool = POOL.matcher(principalSet);
        if (pool.matches()) {
            var everybody = "principalSet:" + principalSet + "/*";
            return sets.match(everybody, GcpIdentity.of(everybody), principal).answer();
        }
        if (!principalSet.startsWith(CONTAINERS)) {
            // A directory has people; nothing tells which of them.
            return who.kind().equals("serviceAccount") || who.kind().equals("principal") ? Answer.NO : Answer.UNKNOWN;
        }
        var container = principalSet.substring(CONTAINERS.length());
        if (who.isServiceAccount()) {
            return sets.projectOf(principal)
                    .map(own -> sets.isIn(own, container))
                    .orElse(Answer.UNKNOWN);
        }
        var own = who.inPool();
        var projects = own.map(GcpIdentity.InPool::projects).orElse(List.of());
        if (!projects.isEmpty()) {
            return isOneIn(projects, container);
        }
        if (!container.startsWith("organizations/")) {
            return own.isPresent() || who.kind().equals("user") ? Answer.NO : Answer.UNKNOWN;
        }
        return who.kind().equals("user") && who.rest().endsWith("@" + nameOf(container)) ? Answer.YES : Answer.UNKNOWN;
    }

    /** The same of one project in several spellings, each of which may tell what others do not. */
    private Answer isOneIn(List<String> spellings, String container) {
        return spellings.stream()
                .map(project -> sets.isIn(idOf(project), container))
                .filter(answer -> answer != Answer.UNKNOWN)
                .findFirst()
                .orElse(Answer.UNKNOWN);
    }

    /** An organisation's display name is its main domain. */
    private String nameOf(String organization) {
        return facts.container(organization).map(Container::name).orElse(organization);
    }

    private static Attributes attributes(GcpIdentity who) {
        var known = new HashMap<String, Object>();
        var type = type(who);
        if (type != null) {
            known.put("principal.type", "iam.googleapis.com/" + type);
        }
        var subject = who.inPool().map(GcpIdentity.InPool::subject).orElse(who.rest());
        if (type != null && subject != null) {
            known.put("principal.subject", subject);
        }
        return Attributes.of(known);
    }

    private static @Nullable String type(GcpIdentity who) {
        if (who.inPool().isPresent()) {
            return who.inPool().get().pool().contains("workforcePools")
                    ? "WorkforcePoolIdentity"
                    : "WorkloadPoolIdentity";
        }
        return switch (who.kind()) {
            case "user" -> "WorkspaceIdentity";
            case "serviceAccount" -> "ServiceAccount";
            case "principal" -> who.isAgent() ? "AgentPoolIdentity" : null;
            default -> null;
        };
    }

    private String idOf(String container) {
        return facts.container(container).map(Container::id).orElse(container);
    }
}
