package dev.ullage.access.aws;

import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ground;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.aws.AwsPermission.On;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.Effect;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides one permission of one principal at one target.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
final class AwsEvaluation {

    private final FactIndex facts;
    private final AwsGuardrails guardrails;

    AwsEvaluation(FactIndex facts, AwsGuardrails guardrails) {
        this.facts = facts;
        this.guardrails = guardrails;
    }

    /** What is allowed and by what. */
    private record Allowed(Reach reach, List<Ground> grounds) {}

    /** For a user or role whose own policies are in the input. */
    Optional<Entitlement> ofActor(AwsActor actor, AwsPermission permission, AwsTarget target) {
        var missing = new ArrayList<String>();
        try {
            var request = AwsRequest.of(permission, target);
            var identity = actor.identity(request);
            var boundary = actor.boundary(request);
            var direct = AwsLayer.of(target.policy(), request, statement -> direct(statement, actor));
            var byAccount = AwsLayer.of(target.policy(), request, statement -> byAccount(statement, actor));
            for (var layer : List.of(identity, boundary, direct, byAccount)) {
                missing.addAll(layer.missing());
            }
            var allowed = allowed(actor, permission, target, new Sides(identity, boundary, direct, byAccount), missing);
            var reach =
                    allowed.reach.minus(identity.deny()).minus(boundary.deny()).minus(direct.deny());
            var unread = facts.gap(Topic.IAM_POLICIES, actor.id());
            if (unread.isPresent()) {
                missing.add(unread.get());
                reach = perhaps(reach);
            }
            reach = guardrails.ofCaller(actor, request, reach, missing);
            return left(actor.id(), permission, target, reach, allowed.grounds, missing);
        } catch (TooComplexException tooComplex) {
            return undecided(actor.id(), permission, target, missing, tooComplex);
        }
    }

    private static Answer direct(PolicyStatement statement, AwsActor actor) {
        return statement.effect() == Effect.DENY
                ? AwsPrincipals.denies(statement, actor.id(), actor.hasBoundary())
                : AwsPrincipals.allowsDirectly(statement, actor.id());
    }

    private static Answer byAccount(PolicyStatement statement, AwsActor actor) {
        return statement.effect() == Effect.DENY ? Answer.NO : AwsPrincipals.allowsByAccount(statement, actor.id());
    }

    /**
     * What speaks for a caller.
     *
     * @param direct what the target's policy gives to the caller itself
     * @param byAccount what it gives to whomever the caller's account allows
     */
    private record Sides(AwsLayer identity, AwsLayer boundary, AwsLayer direct, AwsLayer byAccount) {

        Reach own() {
            return identity.allow().and(boundary.allow());
        }
    }

    private static Allowed allowed(
            AwsActor actor, AwsPermission permission, AwsTarget target, Sides sides, List<String> missing) {
        if (target.isOwnerKnown()) {
            return target.account().equals(actor.account())
                    ? insideAccount(actor, permission, sides)
                    : acrossAccounts(target, sides, missing);
        }
        var inside = insideAccount(actor, permission, sides);
        var outside = acrossAccounts(target, sides, missing);
        missing.add("which account owns %s is not in the input".formatted(target.id()));
        return new Allowed(
                new Reach(
                        inside.reach.sure().and(outside.reach.sure()),
                        inside.reach.possible().or(outside.reach.possible())),
                together(inside.grounds, outside.grounds));
    }

    /**
     * Within an account either side is enough, and a boundary limits what a policy gives to a role and not what it gives
     * to a user. A role's trust policy has to agree in any case.
     */
    private static Allowed insideAccount(AwsActor actor, AwsPermission permission, Sides sides) {
        var direct = sides.direct.allow();
        var given = Arns.isRole(actor.id()) ? direct.and(sides.boundary.allow()) : direct;
        var identity = sides.identity.grounds();
        return permission.on() == On.ROLE
                ? new Allowed(
                        sides.own().and(sides.byAccount.allow()).or(given),
                        together(chained(identity, sides.byAccount.grounds()), sides.direct.grounds()))
                : new Allowed(sides.own().or(given), together(identity, sides.direct.grounds()));
    }

    /** Across accounts both sides have to agree. */
    private static Allowed acrossAccounts(AwsTarget target, Sides sides, List<String> missing) {
        var both = sides.own().and(sides.direct.allow().or(sides.byAccount.allow()));
        return new Allowed(
                unlessShutOut(target, both, missing),
                chained(sides.identity.grounds(), together(sides.direct.grounds(), sides.byAccount.grounds())));
    }

    private static Reach unlessShutOut(AwsTarget target, Reach reach, List<String> missing) {
        return switch (target.shutsOthersOut()) {
            case YES -> Reach.none();
            case NO -> reach;
            case UNKNOWN -> {
                missing.add("whether Block Public Access restricts %s to its own account is not known"
                        .formatted(target.id()));
                yield perhaps(reach);
            }
        };
    }

    /** For somebody whom the target's policy names and whose own policies are not in the input. */
    Optional<Entitlement> ofOutsider(String outsider, AwsPermission permission, AwsTarget target) {
        var missing = new ArrayList<String>();
        try {
            var request = AwsRequest.of(permission, target);
            var layer = AwsLayer.of(
                    target.policy(),
                    request,
                    statement -> statement.effect() == Effect.DENY
                            ? AwsPrincipals.denies(statement, outsider, false)
                            : Answer.of(AwsPrincipals.ids(statement).anyMatch(outsider::equals)));
            missing.addAll(layer.missing());
            var reach = layer.allow().minus(layer.deny());
            if (isOfAnotherAccount(outsider, target)) {
                reach = unlessShutOut(target, reach, missing);
            }
            if (Arns.isOfSomeAccount(outsider) && !Arns.isAccount(outsider)) {
                reach = perhaps(reach);
                missing.add("the policies of %s are not in the input".formatted(outsider));
            }
            return left(outsider, permission, target, reach, layer.grounds(), missing);
        } catch (TooComplexException tooComplex) {
            return undecided(outsider, permission, target, missing, tooComplex);
        }
    }

    /** Services of AWS are never shut out. */
    private static boolean isOfAnotherAccount(String outsider, AwsTarget target) {
        return !outsider.startsWith("service:") && !Arns.isOfAccount(outsider, target.account());
    }

    /** For a grantee of an access-control list; an explicit Deny in the bucket's policy wins over the list. */
    Optional<Entitlement> ofGrantee(
            String grantee,
            AwsPermission permission,
            AwsTarget target,
            Reach granted,
            List<Ground> grounds,
            List<String> why) {
        var missing = new ArrayList<>(why);
        try {
            var denials = AwsLayer.of(
                    target.policy(),
                    AwsRequest.of(permission, target),
                    statement -> statement.effect() == Effect.DENY
                            ? AwsPrincipals.denies(statement, grantee, false)
                            : Answer.NO);
            missing.addAll(denials.missing());
            return left(grantee, permission, target, granted.minus(denials.deny()), grounds, missing);
        } catch (TooComplexException tooComplex) {
            return undecided(grantee, permission, target, missing, tooComplex);
        }
    }

    /** What is left after guardrails and what was not read of the target's own policy. */
    private Optional<Entitlement> left(
            String principal,
            AwsPermission permission,
            AwsTarget target,
            Reach allowed,
            List<Ground> grounds,
            List<String> missing) {
        var request = AwsRequest.of(permission, target);
        var reach = guardrails.ofOwner(principal, target.account(), request, allowed, missing);
        if (!target.unread().isEmpty()) {
            missing.addAll(target.unread());
            reach = perhaps(reach);
        }
        return entitlement(principal, permission, target, reach, grounds, missing);
    }

    private static Reach perhaps(Reach reach) {
        return Reach.atMost(reach.possible());
    }

    private static Optional<Entitlement> undecided(
            String principal,
            AwsPermission permission,
            AwsTarget target,
            List<String> missing,
            TooComplexException tooComplex) {
        missing.add("too complex to decide exactly: " + tooComplex.getMessage());
        var everything = AwsRequest.of(permission, target).everything();
        var step = new Step("policies of %s or %s may allow it".formatted(principal, target.id()), null);
        return Optional.of(new Entitlement(
                Provider.AWS,
                principal,
                permission.permissionClass(),
                permission.action(),
                target.id(),
                Reach.atMost(everything),
                List.of(new Ground(everything, new Explanation(List.of(step)))),
                missing));
    }

    private static Optional<Entitlement> entitlement(
            String principal,
            AwsPermission permission,
            AwsTarget target,
            Reach reach,
            List<Ground> grounds,
            List<String> missing) {
        if (reach.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Entitlement(
                Provider.AWS,
                principal,
                permission.permissionClass(),
                permission.action(),
                target.id(),
                reach,
                grounds.stream()
                        .filter(ground -> ground.names().intersects(reach.possible()))
                        .toList(),
                reach.unsure().isEmpty() ? List.of() : missing));
    }

    private static List<Ground> together(List<Ground> first, List<Ground> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Where both sides have to agree, each pair of statements about a common name is one explanation. */
    private static List<Ground> chained(List<Ground> identity, List<Ground> resource) {
        var all = new ArrayList<Ground>();
        for (var left : identity) {
            for (var right : resource) {
                var names = left.names().and(right.names());
                if (!names.isEmpty()) {
                    var steps = new ArrayList<>(left.explanation().steps());
                    steps.addAll(right.explanation().steps());
                    all.add(new Ground(names, new Explanation(steps)));
                }
            }
        }
        return all;
    }
}
