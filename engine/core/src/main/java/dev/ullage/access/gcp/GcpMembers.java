package dev.ullage.access.gcp;

import dev.ullage.access.CanonicalId;
import dev.ullage.access.FactIndex;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
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
    private final GcpMatching matching;
    private final Map<String, List<Resolved>> known = new HashMap<>();

    GcpMembers(FactIndex facts, GcpMatching matching) {
        this.facts = facts;
        this.matching = matching;
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
        if (facts.memberships().isGroup(member)) {
            return facts.memberships().of(member).stream()
                    .flatMap(inGroup -> inGroup.id().equals(member)
                            ? Stream.of(new Resolved(member, List.of(), List.of()))
                            : single(inGroup.id()).stream()
                                    .map(resolved -> resolved.through(inGroup.path(), List.of())))
                    .toList();
        }
        return switch (GcpIdentity.of(member).kind()) {
            case "projectOwner", "projectEditor", "projectViewer" -> team(member);
            default -> single(member);
        };
    }

    /** A member that names nobody but itself, or those of a domain, pool or container. */
    private List<Resolved> single(String member) {
        var identity = GcpIdentity.of(member);
        boolean isOff = identity.inPool()
                .filter(pool -> matching.sets().isOff(pool.pool()))
                .isPresent();
        if (identity.kind().equals("deleted") || isOff || !isEnabled(member)) {
            return List.of();
        }
        return Stream.concat(listedAmong(member, identity), Stream.of(new Resolved(member, List.of(), List.of())))
                .toList();
    }

    /** Those whom the input lists and the member means; the member itself stands for those whom it does not list. */
    private Stream<Resolved> listedAmong(String member, GcpIdentity identity) {
        var kind = identity.kind().equals("domain")
                ? PrincipalKind.USER
                : member.endsWith("/type/ServiceAccount") ? PrincipalKind.SERVICE_ACCOUNT : null;
        if (kind == null) {
            return Stream.empty();
        }
        return facts.principals().stream()
                .filter(principal -> principal.kind() == kind && isEnabled(principal.id()))
                .filter(principal ->
                        matching.match(member, CanonicalId.of(principal.id())).answer() == Answer.YES)
                .map(principal -> new Resolved(
                        CanonicalId.of(principal.id()),
                        List.of(new Step("%s belongs to %s".formatted(principal.id(), member), principal.source())),
                        List.of()));
    }

    /** Whoever holds a basic role on a project, as {@link GcpMatching} tells of one. */
    private List<Resolved> team(String member) {
        var found = new ArrayList<Resolved>();
        var project = idOf("projects/" + GcpIdentity.of(member).rest());
        for (var binding : matching.teamBindings(member)) {
            var level = idOf(binding.resource());
            var step = new Step(
                    "%s has %s on %s, which makes it %s".formatted(binding.member(), binding.role(), level, member),
                    binding.source());
            var missing = matching.teamDoubts(member, binding, level.equals(project));
            resolve(binding.member()).forEach(resolved -> found.add(resolved.through(step, missing)));
        }
        if (facts.container(project).isEmpty()
                || facts.gap(Topic.IAM_POLICIES, project).isPresent()) {
            found.add(new Resolved(member, List.of(), List.of()));
        }
        return List.copyOf(found);
    }

    private String idOf(String container) {
        return facts.container(container).map(Container::id).orElse(container);
    }

    /** True unless the input says that the account is disabled. */
    boolean isEnabled(String member) {
        return facts.principal(member).map(Principal::enabled).orElse(Answer.UNKNOWN) != Answer.NO;
    }
}
