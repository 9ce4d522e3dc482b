package dev.ullage.access.gcp;

import dev.ullage.access.CanonicalId;
import dev.ullage.access.FactIndex;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.RoleBinding;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who a member of a policy is: groups, domains and convenience members resolved to principals as far as the facts go.
 *
 * @see <a href="https://cloud.google.com/iam/docs/principal-identifiers">Principal identifiers</a>
 */
final class GcpMembers {

    private static final Map<String, String> CONVENIENCE = Map.of(
            "projectOwner", "roles/owner",
            "projectEditor", "roles/editor",
            "projectViewer", "roles/viewer");

    /**
     * A principal that a member stands for.
     *
     * @param path how the member leads there; empty when it is the member itself
     * @param missing why it is not sure that the principal is among those meant; empty when it is sure
     */
    record Resolved(String principal, List<Step> path, List<String> missing) {

        Resolved {
            path = List.copyOf(path);
            missing = List.copyOf(missing);
        }

        private Resolved through(Step step, List<String> alsoMissing) {
            return through(List.of(step), alsoMissing);
        }

        private Resolved through(List<Step> steps, List<String> alsoMissing) {
            return new Resolved(principal, concat(path, steps), concat(missing, alsoMissing));
        }

        private static <T> List<T> concat(List<T> first, List<T> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }

    private final FactIndex facts;
    private final Map<String, List<RoleBinding>> basicBindings = new HashMap<>();
    private final Map<String, List<Resolved>> known = new HashMap<>();

    GcpMembers(FactIndex facts) {
        this.facts = facts;
        for (var binding : facts.all(RoleBinding.class)) {
            // Convenience members cannot hold basic roles; a policy that says otherwise would never end.
            if (CONVENIENCE.containsValue(binding.role()) && !CONVENIENCE.containsKey(kind(binding.member()))) {
                var resource = idOf(binding.resource());
                basicBindings
                        .computeIfAbsent(resource + " " + binding.role(), key -> new ArrayList<>())
                        .add(binding);
            }
        }
    }

    private String idOf(String container) {
        return facts.container(container).map(Container::id).orElse(container);
    }

    private static String kind(String member) {
        int colon = member.indexOf(':');
        return colon < 0 ? member : member.substring(0, colon);
    }

    private static String rest(String member) {
        return member.substring(member.indexOf(':') + 1);
    }

    /** The principals that a member stands for; none for a deleted or disabled one. */
    List<Resolved> resolve(String member) {
        var canonical = CanonicalId.of(member);
        var resolved = known.get(canonical);
        if (resolved == null) {
            resolved = compute(canonical);
            known.put(canonical, resolved);
        }
        return resolved;
    }

    private List<Resolved> compute(String member) {
        var kind = kind(member);
        if (facts.memberships().isGroup(member)) {
            return facts.memberships().of(member).stream()
                    .flatMap(inGroup -> inGroup.id().equals(member)
                            ? Stream.of(new Resolved(member, List.of(), List.of()))
                            : single(inGroup.id()).stream()
                                    .map(resolved -> resolved.through(inGroup.path(), List.of())))
                    .toList();
        }
        return CONVENIENCE.containsKey(kind) ? convenience(member, kind) : single(member);
    }

    /** A member that names nobody but itself, or a domain. */
    private List<Resolved> single(String member) {
        var kind = kind(member);
        if (kind.equals("deleted") || !isEnabled(member)) {
            return List.of();
        }
        var itself = Stream.of(new Resolved(member, List.of(), List.of()));
        return kind.equals("domain") ? Stream.concat(listedIn(member), itself).toList() : itself.toList();
    }

    private Stream<Resolved> listedIn(String domain) {
        return facts.principals().stream()
                .filter(principal -> principal.kind() == PrincipalKind.USER
                        && CanonicalId.of(principal.id()).endsWith("@" + rest(domain))
                        && isEnabled(principal.id()))
                .map(principal -> new Resolved(
                        CanonicalId.of(principal.id()),
                        List.of(new Step("%s belongs to %s".formatted(principal.id(), domain), principal.source())),
                        List.of()));
    }

    /**
     * Whoever holds a basic role on a project. That somebody who inherits the role from above is meant too is not
     * documented, so it is possible and not sure.
     *
     * @see <a href="https://cloud.google.com/storage/docs/access-control/iam#convenience-values">Convenience values</a>
     */
    private List<Resolved> convenience(String member, String kind) {
        var project = idOf("projects/" + rest(member));
        var role = CONVENIENCE.getOrDefault(kind, "");
        var found = new ArrayList<Resolved>();
        for (var level : facts.upwards(project)) {
            for (var binding : basicBindings.getOrDefault(level + " " + role, List.of())) {
                var step = new Step(
                        "%s has %s on %s, which makes it %s".formatted(binding.member(), role, level, member),
                        binding.source());
                var missing = new ArrayList<String>();
                if (binding.condition() != null) {
                    missing.add(conditionIsOpen(binding));
                }
                if (!level.equals(project)) {
                    missing.add("whether %s includes those who inherit %s from %s is not documented"
                            .formatted(member, role, level));
                }
                resolve(binding.member()).forEach(resolved -> found.add(resolved.through(step, missing)));
            }
        }
        if (facts.gap(Topic.IAM_POLICIES, project).isPresent()) {
            found.add(new Resolved(member, List.of(), List.of()));
        }
        return List.copyOf(found);
    }

    private boolean isEnabled(String member) {
        return facts.principal(member).map(Principal::enabled).orElse(Answer.UNKNOWN) != Answer.NO;
    }

    static String conditionIsOpen(RoleBinding binding) {
        var condition = binding.condition();
        return "whether the condition `%s` on %s holds is not evaluated"
                .formatted(condition == null ? "" : condition.expression(), binding.resource());
    }
}
