package dev.ullage.access.gcp;

import dev.ullage.access.FactIndex;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.FederationProvider;
import dev.ullage.model.Principal;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is in sets that are named by where somebody comes from: a pool of an outside identity provider, or the project,
 * folder or organisation of a service account.
 */
final class GcpSets {

    private static final Pattern OF_CONTAINER = Pattern.compile(
            "//cloudresourcemanager\\.googleapis\\.com/((?:projects|folders|organizations)/[^/]+)/type/(ServiceAccount|ServiceAgent)");
    private static final Pattern OF_AGENTS = Pattern.compile("//(agents\\.[^/]+)/(.+)");
    private static final Pattern LITERAL = Pattern.compile("'([^'\\\\]*)'|\"([^\"\\\\]*)\"");

    private final FactIndex facts;

    GcpSets(FactIndex facts) {
        this.facts = facts;
    }

    /** Whether a member that is not the principal itself means it nonetheless. */
    Match match(String member, GcpIdentity set, String principal) {
        var who = GcpIdentity.of(principal);
        var pool = set.inPool();
        if (pool.isPresent()) {
            return inPool(member, pool.get(), who, principal);
        }
        var ofContainer = OF_CONTAINER.matcher(set.rest());
        if (ofContainer.matches()) {
            return ofContainer(member, ofContainer.group(1), ofContainer.group(2), who, principal);
        }
        if (set.rest().startsWith("//goog/cloudIdentityCustomerId/")) {
            return who.isPublic() || who.isServiceAgent()
                    ? Match.NO
                    : Match.unknown("whether %s belongs to %s is not known".formatted(principal, member));
        }
        var ofAgents = OF_AGENTS.matcher(set.rest());
        if (set.kind().equals("principalSet") && ofAgents.matches()) {
            return ofAgents(ofAgents.group(1), ofAgents.group(2), who);
        }
        return set.kind().equals("principalSet")
                ? Match.unknown("who is in `%s` is not known".formatted(member))
                : Match.NO;
    }

    private Match inPool(String member, GcpIdentity.InPool set, GcpIdentity who, String principal) {
        var own = who.inPool().orElse(null);
        if (own == null) {
            return facts.memberships().isGroup(principal)
                    ? Match.unknown(
                            "whether %s and %s have somebody in common is not known".formatted(principal, member))
                    : Match.NO;
        }
        if (!isSamePool(set, own)) {
            return Match.NO;
        }
        if (set.part().equals("*") || set.part().equals(own.part())) {
            return Match.YES;
        }
        var subject = own.subject();
        if (set.subject() != null) {
            return subject == null
                    ? Match.unknown("whether %s is %s is not known".formatted(principal, member))
                    : Match.NO;
        }
        return Optional.ofNullable(subject)
                .map(known -> set.isKubernetes() ? inNamespace(set.part(), known) : byAttribute(set, known))
                .filter(answer -> answer != Answer.UNKNOWN)
                .map(answer -> Match.of(answer == Answer.YES))
                .orElseGet(() -> Match.unknown("whether %s is one of %s is not known".formatted(principal, member)));
    }

    private boolean isSamePool(GcpIdentity.InPool one, GcpIdentity.InPool other) {
        if (one.isKubernetes() || other.isKubernetes()) {
            return one.poolId().equals(other.poolId());
        }
        return spelled(one.pool()).equals(spelled(other.pool()));
    }

    /** A pool's name with its project's id for its number. */
    private String spelled(String pool) {
        int end = pool.indexOf("/locations/");
        return end < 0 ? pool : idOf(pool.substring(0, end)) + pool.substring(end);
    }

    private static Answer inNamespace(String part, String subject) {
        return part.startsWith("namespace/")
                ? Answer.of(subject.startsWith("ns/" + part.substring("namespace/".length()) + "/sa/"))
                : Answer.UNKNOWN;
    }

    /** An attribute can be told from the subject where the provider maps both alike, or the attribute to a fixed text. */
    private Answer byAttribute(GcpIdentity.InPool set, String subject) {
        int slash = set.part().indexOf('/');
        var attribute =
                set.part().startsWith("group/") ? "google.groups" : set.part().substring(0, Math.max(0, slash));
        var value = set.part().substring(slash + 1);
        var answers = providers(set.pool()).stream()
                .map(provider -> byMapping(provider, attribute, value, subject))
                .distinct()
                .toList();
        return answers.size() == 1 ? answers.get(0) : Answer.UNKNOWN;
    }

    private static Answer byMapping(FederationProvider provider, String attribute, String value, String subject) {
        var mapping = provider.attributeMapping();
        if (mapping.isEmpty()) {
            return Answer.UNKNOWN;
        }
        var expression = mapping.get(attribute);
        if (expression == null) {
            return Answer.NO;
        }
        var literal = LITERAL.matcher(expression.strip());
        if (literal.matches()) {
            return Answer.of(value.equals(Objects.requireNonNullElse(literal.group(1), literal.group(2))));
        }
        return expression
                        .strip()
                        .equals(mapping.getOrDefault("google.subject", "").strip())
                ? Answer.of(value.equals(subject))
                : Answer.UNKNOWN;
    }

    private List<FederationProvider> providers(String pool) {
        return facts.all(FederationProvider.class).stream()
                .filter(provider -> provider.provider() == Provider.GCP)
                .filter(provider ->
                        provider.pool() != null && spelled(provider.pool()).equals(spelled(pool)))
                .toList();
    }

    /** Whether all providers of the pool that were read are switched off, so that nobody comes in by it. */
    boolean isOff(String pool) {
        var providers = providers(pool);
        return !providers.isEmpty() && providers.stream().allMatch(provider -> provider.enabled() == Answer.NO);
    }

    private static Match ofAgents(String domain, String part, GcpIdentity who) {
        if (!who.kind().equals("principal") || !who.rest().startsWith("//" + domain + "/")) {
            return Match.NO;
        }
        var own = who.rest().substring(domain.length() + 3);
        return Match.of(part.equals("*")
                || own.startsWith(part.replaceFirst("^attribute\\.platformContainer/", "resources/") + "/"));
    }

    private Match ofContainer(String member, String container, String type, GcpIdentity who, String principal) {
        if (!who.isServiceAccount()) {
            return who.isPublic() || !facts.memberships().isGroup(principal)
                    ? Match.NO
                    : Match.unknown("whether %s is one of %s is not known".formatted(principal, member));
        }
        if (who.isServiceAgent() != type.equals("ServiceAgent")) {
            return Match.NO;
        }
        var project = projectOf(principal);
        var answer = project.map(own -> isIn(own, container)).orElse(Answer.UNKNOWN);
        return answer == Answer.UNKNOWN
                ? Match.unknown("whether %s is one of %s is not known".formatted(principal, member))
                : Match.of(answer == Answer.YES);
    }

    /** The project that a service account belongs to. */
    Optional<String> projectOf(String principal) {
        return facts.principal(principal)
                .map(Principal::container)
                .or(() -> GcpIdentity.of(principal).project())
                .map(this::idOf);
    }

    /** Whether a container is another one or lies below it. */
    Answer isIn(String inner, String outer) {
        var path = facts.upwards(inner);
        var wanted = idOf(outer);
        if (path.contains(wanted)) {
            return Answer.YES;
        }
        if (outer.startsWith("projects/") && !path.isEmpty()) {
            return isNumber(outer) != isNumber(path.get(0))
                            && !hasOtherSpelling(outer)
                            && !hasOtherSpelling(path.get(0))
                    ? Answer.UNKNOWN
                    : Answer.NO;
        }
        return endsAtTheTop(path) ? Answer.NO : Answer.UNKNOWN;
    }

    /** True when nothing can lie above the last container of a path. */
    private boolean endsAtTheTop(List<String> path) {
        var top = facts.container(path.get(path.size() - 1));
        return top.filter(container -> container.kind() == ContainerKind.ORGANIZATION
                        || container.parent() == null
                                && facts.gap(Topic.HIERARCHY, container.id()).isEmpty())
                .isPresent();
    }

    private boolean hasOtherSpelling(String project) {
        return facts.container(project)
                .filter(known -> !known.aliases().isEmpty())
                .isPresent();
    }

    private static boolean isNumber(String project) {
        return project.substring("projects/".length()).chars().allMatch(Character::isDigit);
    }

    private String idOf(String container) {
        return facts.container(container).map(Container::id).orElse(container);
    }
}
