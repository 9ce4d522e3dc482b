package dev.ullage.access.gcp;

import dev.ullage.access.FactIndex;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import dev.ullage.model.DenyRule;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What deny policies take away. A deny rule wins over every allow policy at or below the place where it is attached.
 *
 * @see <a href="https://cloud.google.com/iam/docs/deny-overview">Deny policies</a>
 */
final class GcpDenials {

    private final FactIndex facts;
    private final GcpMatching matching;
    private final GcpConditions conditions;
    private final Map<String, List<DenyRule>> rulesAt = new HashMap<>();

    GcpDenials(FactIndex facts, GcpMatching matching, GcpConditions conditions) {
        this.facts = facts;
        this.matching = matching;
        this.conditions = conditions;
        for (var rule : facts.all(DenyRule.class)) {
            var at = facts.container(rule.resource()).map(Container::id).orElse(rule.resource());
            rulesAt.computeIfAbsent(at, key -> new ArrayList<>()).add(rule);
        }
    }

    /**
     * What is denied to a principal.
     *
     * @param upwards the container that the resource is or lies in, and those above it
     * @param isDecided tells a truth that is sure from one that hangs on something
     * @param reasons receives the rules that deny, and why others perhaps do
     */
    <T> T denied(
            String principal,
            String permission,
            List<String> upwards,
            Scope<T> scope,
            Predicate<T> isDecided,
            Reasons reasons) {
        var logic = scope.logic();
        var denied = logic.no();
        var unread =
                upwards.isEmpty() ? Optional.<String>empty() : facts.incomplete(Topic.DENY_POLICIES, upwards.get(0));
        if (unread.isPresent()) {
            denied = logic.unknown();
            reasons.missing(unread.get());
        }
        var permissionOfDenials = GcpPermissionNames.ofDenials(permission);
        for (var container : upwards) {
            for (var rule : rulesAt.getOrDefault(container, List.of())) {
                if (names(rule, permissionOfDenials)) {
                    denied = logic.or(denied, by(rule, container, principal, scope, isDecided, reasons));
                }
            }
        }
        return denied;
    }

    private static boolean names(DenyRule rule, String permission) {
        return GcpPermissionNames.anyMatches(rule.deniedPermissions(), permission)
                && !GcpPermissionNames.anyMatches(rule.exceptionPermissions(), permission);
    }

    private <T> T by(
            DenyRule rule,
            String container,
            String principal,
            Scope<T> scope,
            Predicate<T> isDecided,
            Reasons reasons) {
        var logic = scope.logic();
        var meant = anyMeans(rule.deniedPrincipals(), principal)
                .and(anyMeans(rule.exceptionPrincipals(), principal).not());
        if (meant == Answer.NO) {
            return logic.no();
        }
        if (meant == Answer.UNKNOWN) {
            reasons.missing("whether deny policy %s on %s applies to %s is not evaluated"
                    .formatted(rule.policy(), container, principal));
        }
        var denied = logic.of(meant);
        var condition = rule.condition();
        if (condition == null) {
            if (meant == Answer.YES) {
                reasons.step(step(rule, container, principal));
            }
            return denied;
        }
        var weighed = conditions.weigh(condition, scope);
        // A rule whose condition cannot be evaluated applies.
        var met = logic.minus(logic.yes(), weighed.truth().fails());
        if (met.equals(logic.yes()) && meant == Answer.YES) {
            reasons.step(step(rule, container, principal));
        } else if (!isDecided.test(met)) {
            reasons.open(condition, weighed, "deny policy %s on %s".formatted(rule.policy(), container));
        }
        return logic.and(denied, met);
    }

    private static Step step(DenyRule rule, String container, String principal) {
        var condition = rule.condition();
        return new Step(
                "deny policy %s on %s denies it to %s%s"
                        .formatted(
                                rule.policy(),
                                container,
                                principal,
                                condition == null ? "" : " if `" + condition.expression() + "`"),
                rule.source());
    }

    private Answer anyMeans(List<String> identifiers, String principal) {
        var means = Answer.NO;
        for (var identifier : identifiers) {
            means = means.or(means(GcpIdentity.ofDenial(identifier), principal));
        }
        return means;
    }

    /** Whether an identifier means the principal; nothing but everybody means all of the public. */
    private Answer means(String member, String principal) {
        return GcpIdentity.of(principal).isPublic() && !GcpIdentity.of(member).isPublic()
                ? Answer.NO
                : matching.match(member, principal).answer();
    }
}
