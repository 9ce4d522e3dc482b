package dev.ullage.access.gcp;

import dev.ullage.access.CanonicalId;
import dev.ullage.access.FactIndex;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import dev.ullage.model.DenyRule;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What deny policies take away. A deny rule wins over every allow policy at or below the place where it is attached.
 *
 * @see <a href="https://cloud.google.com/iam/docs/deny-overview">Deny policies</a>
 */
final class GcpDenials {

    private static final String EVERYBODY = "principalSet://goog/public:all";
    private static final String SUBJECT = "principal://goog/subject/";
    private static final String GROUP = "principalSet://goog/group/";
    private static final Pattern SERVICE_ACCOUNT =
            Pattern.compile("principal://iam\\.googleapis\\.com/projects/[^/]+/serviceAccounts/(.+)");

    private final FactIndex facts;
    private final Map<String, List<Denial>> denialsAt = new HashMap<>();

    /** A rule with those of our permissions that it denies to somebody. */
    private record Denial(DenyRule rule, Set<String> permissions) {}

    GcpDenials(FactIndex facts) {
        this.facts = facts;
        for (var rule : facts.all(DenyRule.class)) {
            var at = facts.container(rule.resource()).map(Container::id).orElse(rule.resource());
            denialsAt.computeIfAbsent(at, key -> new ArrayList<>()).add(new Denial(rule, permissions(rule)));
        }
    }

    /**
     * What is denied to a principal, of names below a container.
     *
     * @param upwards the container and those above it
     * @param missing receives why a denial is possible and not sure
     */
    Reach denied(String principal, String permission, List<String> upwards, List<String> missing) {
        var denied = Reach.none();
        var unread = facts.incomplete(Topic.DENY_POLICIES, upwards.get(0));
        if (unread.isPresent()) {
            denied = Reach.atMost(NameSet.all());
            missing.add(unread.get());
        }
        for (var container : upwards) {
            for (var denial : denialsAt.getOrDefault(container, List.of())) {
                if (!denial.permissions.contains(permission)) {
                    continue;
                }
                switch (applies(denial.rule, principal)) {
                    case YES -> denied = Reach.all();
                    case UNKNOWN -> {
                        denied = denied.or(Reach.atMost(NameSet.all()));
                        missing.add("whether deny policy %s on %s applies to %s is not evaluated"
                                .formatted(denial.rule.policy(), container, principal));
                    }
                    case NO -> {}
                }
            }
        }
        return denied;
    }

    private Answer applies(DenyRule rule, String principal) {
        var excepted = anyIs(rule.exceptionPrincipals(), principal);
        var met = rule.condition() == null ? Answer.YES : Answer.UNKNOWN;
        return anyIs(rule.deniedPrincipals(), principal).and(excepted.not()).and(met);
    }

    private static Set<String> permissions(DenyRule rule) {
        return Arrays.stream(GcpPermission.values())
                .map(GcpPermission::nativeName)
                .filter(name -> matches(rule.deniedPermissions(), name) && !matches(rule.exceptionPermissions(), name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Denied permissions are written {@code storage.googleapis.com/objects.delete}; a star may stand for the resource,
     * the verb or both.
     *
     * @see <a href="https://cloud.google.com/iam/docs/deny-permissions-support">Permissions in deny policies</a>
     */
    private static boolean matches(List<String> denied, String permission) {
        return denied.stream()
                .anyMatch(name -> NameSet.matches(name.replaceFirst("\\.googleapis\\.com/", "."), permission));
    }

    private Answer anyIs(List<String> identifiers, String principal) {
        return identifiers.stream().map(identifier -> is(identifier, principal)).reduce(Answer.NO, Answer::or);
    }

    /** Whether an IAM v2 identifier means the principal, and of a principal that is a set, all of it. */
    private Answer is(String identifier, String principal) {
        if (identifier.equals(EVERYBODY)) {
            return Answer.YES;
        }
        if (GcpAcls.isPublic(principal)) {
            return Answer.NO;
        }
        if (identifier.startsWith(SUBJECT)) {
            return Answer.of(CanonicalId.of("user:" + identifier.substring(SUBJECT.length()))
                    .equals(principal));
        }
        if (identifier.startsWith(GROUP)) {
            return isIn(CanonicalId.of("group:" + identifier.substring(GROUP.length())), principal);
        }
        var account = SERVICE_ACCOUNT.matcher(identifier);
        if (account.matches()) {
            return Answer.of(
                    CanonicalId.of("serviceAccount:" + account.group(1)).equals(principal));
        }
        if (identifier.startsWith("principal://") || identifier.startsWith("deleted:")) {
            return Answer.of(identifier.equals(principal));
        }
        return identifier.equals(principal) ? Answer.YES : Answer.UNKNOWN;
    }

    /** Somebody may be in a group by a membership that was not read. */
    private Answer isIn(String group, String principal) {
        var members = facts.memberships().of(group);
        if (group.equals(principal)
                || members.stream().anyMatch(member -> member.id().equals(principal))) {
            return Answer.YES;
        }
        return members.stream().anyMatch(member -> facts.memberships().isGroup(member.id()))
                        || facts.memberships().isGroup(principal)
                ? Answer.UNKNOWN
                : Answer.NO;
    }
}
