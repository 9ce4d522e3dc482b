package dev.ullage.access.gcp;

import dev.ullage.access.CanonicalId;
import dev.ullage.access.FactIndex;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import dev.ullage.model.RoleBinding;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member of a policy means a principal. Of a principal that is a set itself, such as a group whose members were
 * not read, it is asked whether all of it is meant.
 *
 * @see <a href="https://cloud.google.com/iam/docs/principals-overview">Principals</a>
 */
final class GcpMatching {

    private static final Map<String, String> CONVENIENCE = Map.of(
            "projectOwner", "roles/owner",
            "projectEditor", "roles/editor",
            "projectViewer", "roles/viewer");

    private final FactIndex facts;
    private final GcpSets sets;
    private @Nullable Map<String, List<RoleBinding>> basicBindings;

    GcpMatching(FactIndex facts) {
        this.facts = facts;
        this.sets = new GcpSets(facts);
    }

    /** The sets that members name by where somebody comes from. */
    GcpSets sets() {
        return sets;
    }

    /** Whether the member means the principal, whose id is in canonical form. */
    Match match(String rawMember, String principal) {
        var member = CanonicalId.of(rawMember);
        var identity = GcpIdentity.of(member);
        if (member.equals(principal)) {
            return Match.of(!identity.kind().equals("deleted"));
        }
        return switch (identity.kind()) {
            case "allUsers" -> Match.YES;
            case "allAuthenticatedUsers" -> authenticated(GcpIdentity.of(principal), principal);
            case "user", "deleted" -> Match.NO;
            case "group" -> inGroup(member, principal);
            case "domain" -> inDomain(identity.rest(), principal);
            case "projectOwner", "projectEditor", "projectViewer" -> inTeam(member, identity, principal);
            case "serviceAccount", "principal", "principalSet" -> sets.match(member, identity, principal);
            default -> Match.unknown("whom `%s` means is not known".formatted(rawMember));
        };
    }

    /**
     * Identities of outside providers have no Google account.
     *
     * @see <a href="https://cloud.google.com/iam/docs/principals-overview#all-authenticated-users">All authenticated
     *     users</a>
     */
    private static Match authenticated(GcpIdentity who, String principal) {
        return switch (who.kind()) {
            case "user", "group", "domain", "projectOwner", "projectEditor", "projectViewer" -> Match.YES;
            case "serviceAccount" -> Match.of(who.isServiceAccount());
            case "allUsers", "principal" -> Match.NO;
            case "principalSet" -> Match.of(principal.endsWith("/type/ServiceAccount"));
            default -> Match.unknown("whether `%s` has a Google account is not known".formatted(principal));
        };
    }

    private Match inGroup(String group, String principal) {
        boolean canBe = canBeInGroup(GcpIdentity.of(principal));
        boolean isOpen = facts.memberships().isGroup(principal);
        for (var member : facts.memberships().of(group)) {
            if (member.id().equals(principal)) {
                return new Match(Answer.YES, member.path(), List.of());
            }
            if (facts.memberships().isGroup(member.id())) {
                isOpen = true;
            } else if (!member.id().startsWith("user:")) {
                var through = match(member.id(), principal);
                if (through.answer() == Answer.YES) {
                    var path = new ArrayList<>(through.path());
                    path.addAll(member.path());
                    return new Match(Answer.YES, path, List.of());
                }
                isOpen |= through.answer() == Answer.UNKNOWN;
            }
        }
        return isOpen && canBe
                ? Match.unknown("whether %s is in %s is not known: not all of its members were read"
                        .formatted(principal, group))
                : Match.NO;
    }

    /**
     * Whether members that were not read may be somebody. Groups hold Google accounts and service accounts, hence nobody
     * from an outside provider, and never all of the public.
     *
     * @see <a href="https://cloud.google.com/iam/docs/principals-overview#google-group">Google groups</a>
     */
    private static boolean canBeInGroup(GcpIdentity who) {
        return !who.isPublic() && who.inPool().isEmpty() && !who.isAgent();
    }

    private Match inDomain(String domain, String principal) {
        if (principal.startsWith("user:") && principal.endsWith("@" + domain)) {
            var step = new Step("%s belongs to domain:%s".formatted(principal, domain), null);
            return new Match(Answer.YES, List.of(step), List.of());
        }
        return facts.memberships().isGroup(principal)
                ? Match.unknown("whether all of %s are in domain:%s is not known".formatted(principal, domain))
                : Match.NO;
    }

    /**
     * Whoever holds a basic role on a project. That somebody who inherits the role from above is meant too is not
     * documented, so it is possible and not sure.
     *
     * @see <a href="https://cloud.google.com/storage/docs/access-control/iam#convenience-values">Convenience values</a>
     */
    private Match inTeam(String member, GcpIdentity team, String principal) {
        if (GcpIdentity.of(principal).isPublic()) {
            return Match.NO;
        }
        var role = CONVENIENCE.getOrDefault(team.kind(), "");
        var project = idOf("projects/" + team.rest());
        var missing = new ArrayList<String>();
        for (var level : facts.upwards(project)) {
            for (var binding : basicBindings().getOrDefault(level + " " + role, List.of())) {
                var through = match(binding.member(), principal);
                if (through.answer() == Answer.NO) {
                    continue;
                }
                var doubts = teamDoubts(member, binding, level.equals(project));
                if (through.answer() == Answer.YES && doubts.isEmpty()) {
                    var path = new ArrayList<>(through.path());
                    path.add(new Step(
                            "%s has %s on %s, which makes it %s".formatted(binding.member(), role, level, member),
                            binding.source()));
                    return new Match(Answer.YES, path, List.of());
                }
                missing.addAll(through.missing());
                missing.addAll(doubts);
            }
        }
        if (facts.container(project).isEmpty()) {
            missing.add("who has %s on %s is not known: it is not in the input".formatted(role, project));
        }
        facts.gap(Topic.IAM_POLICIES, project).ifPresent(missing::add);
        return missing.isEmpty() ? Match.NO : new Match(Answer.UNKNOWN, List.of(), missing);
    }

    /** Bindings of basic roles by container and role. */
    private Map<String, List<RoleBinding>> basicBindings() {
        var known = basicBindings;
        if (known == null) {
            known = new HashMap<>();
            for (var binding : facts.all(RoleBinding.class)) {
                // Convenience members cannot hold basic roles; a policy that says otherwise would never end.
                var kind = GcpIdentity.of(binding.member()).kind();
                if (CONVENIENCE.containsValue(binding.role()) && !CONVENIENCE.containsKey(kind)) {
                    known.computeIfAbsent(idOf(binding.resource()) + " " + binding.role(), key -> new ArrayList<>())
                            .add(binding);
                }
            }
            basicBindings = known;
        }
        return known;
    }

    /** Why it is not sure that a binding makes its members members of the team. */
    List<String> teamDoubts(String team, RoleBinding binding, boolean onTheProject) {
        var doubts = new ArrayList<String>();
        if (!onTheProject) {
            doubts.add("whether %s includes those who inherit %s from %s is not documented"
                    .formatted(team, binding.role(), idOf(binding.resource())));
        }
        if (binding.condition() != null) {
            // The provider does not take conditions on basic roles.
            doubts.add("whether %s includes those who have %s on a condition is not documented"
                    .formatted(team, binding.role()));
        }
        return doubts;
    }

    /** Bindings that make somebody a member of a project's team, of the project and above it, nearest first. */
    List<RoleBinding> teamBindings(String member) {
        var team = GcpIdentity.of(member);
        var role = CONVENIENCE.getOrDefault(team.kind(), "");
        return facts.upwards(idOf("projects/" + team.rest())).stream()
                .flatMap(level -> basicBindings().getOrDefault(level + " " + role, List.of()).stream())
                .toList();
    }

    private String idOf(String container) {
        return facts.container(container).map(Container::id).orElse(container);
    }
}
