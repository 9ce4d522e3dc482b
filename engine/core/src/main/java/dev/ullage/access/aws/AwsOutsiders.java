package dev.ullage.access.aws;

import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.aws.AwsPermission.On;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.access.aws.policy.RequestContext;
import dev.ullage.model.Answer;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What those may do whom a target's policy or list names and whose own policies are elsewhere: everybody, other accounts,
 * services, identity providers.
 */
final class AwsOutsiders {

    static final String TOO_COMPLEX = "too complex to decide exactly: ";

    /** What remains in a policy of a principal that was deleted; it grants nothing. */
    private static final Pattern UNIQUE_ID = Pattern.compile("A[A-Z]{3}[A-Z0-9]{12,}");

    private final FactIndex facts;
    private final AwsGuardrails guardrails;
    private final EstateContext contexts;
    private final AwsForeignObjects foreign;

    AwsOutsiders(FactIndex facts, AwsGuardrails guardrails, EstateContext contexts, AwsForeignObjects foreign) {
        this.facts = facts;
        this.guardrails = guardrails;
        this.contexts = contexts;
        this.foreign = foreign;
    }

    static boolean isReadInFull(List<AwsPolicies.Applied> policy) {
        return policy.stream().allMatch(applied -> applied.policy().problems().isEmpty());
    }

    /** Every name that a permission can be asked about. */
    static NameSet everything(AwsPermission permission) {
        return permission.on().isObjects() ? NameSet.all() : NameSet.itself();
    }

    static String mayBeClosed(AwsTarget target) {
        return "whether Block Public Access restricts %s to its own account is not known".formatted(target.id());
    }

    /** What its policy gives them. */
    List<Entitlement> at(AwsTarget target, AwsPermission permission) {
        var found = new ArrayList<Entitlement>();
        for (var outsider : outsiders(target, permission)) {
            entitlement(outsider, permission, target).ifPresent(found::add);
        }
        return found;
    }

    /** What could not be read of a policy may mean everybody. */
    private Set<String> outsiders(AwsTarget target, AwsPermission permission) {
        var ids = new TreeSet<String>();
        if (!isReadInFull(target.policy())) {
            ids.add(AwsPrincipals.EVERYBODY);
        }
        for (var applied : target.policy()) {
            for (var statement : applied.policy().statementsAbout(permission.action())) {
                if (!statement.denies()) {
                    AwsPrincipals.ids(statement.statement())
                            .filter(id -> isOutsider(id, target))
                            .forEach(ids::add);
                }
            }
        }
        // Services assume roles on behalf of those who may pass them, which is another question.
        if (permission.on() == On.ROLE || permission.on() == On.USER) {
            ids.removeIf(id -> id.startsWith("service:"));
        }
        return ids;
    }

    /**
     * What somebody may do through an access point.
     *
     * @param front why the access point lets them pass
     * @param behind why the bucket behind it does
     */
    record Passing(String principal, Reach reach, List<Ground> front, List<Ground> behind, List<String> missing) {}

    /** What an access point and the bucket behind it give together. */
    List<Passing> passing(AwsAccessPoints.Passage passage, AwsPermission permission) {
        var ids = outsiders(passage.front(), permission);
        ids.addAll(outsiders(passage.behind(), permission));
        if (passage.isNotPublic()) {
            ids.remove(AwsPrincipals.EVERYBODY);
        }
        var found = new ArrayList<Passing>();
        for (var outsider : ids) {
            var front = said(outsider, permission, passage.front());
            var behind = said(outsider, permission, passage.behind());
            var reach = front.reach.and(behind.reach);
            if (!reach.isEmpty()) {
                var missing = new ArrayList<>(front.grounds.missing());
                missing.addAll(behind.grounds.missing());
                found.add(new Passing(
                        outsider,
                        reach,
                        front.grounds.groundsOfResource(reach),
                        behind.grounds.groundsOfResource(reach),
                        missing));
            }
        }
        return found;
    }

    private boolean isOutsider(String id, AwsTarget target) {
        if (!Arns.isOfSomeAccount(id)) {
            boolean isOwner =
                    facts.container(id).isPresent() && facts.containerOf(id).equals(target.account());
            return !isOwner && !UNIQUE_ID.matcher(id).matches();
        }
        if (Arns.isAccount(id)) {
            return !Arns.isOfAccount(id, target.account())
                    && facts.gap(Topic.IAM_POLICIES, Arns.account(id).orElse(id))
                            .isPresent();
        }
        // Nobody lists the sessions of federated users; other principals that a complete list lacks do not exist.
        return !isListed(id)
                && (id.contains(":federated-user/")
                        || facts.gap(Topic.IAM_POLICIES, Arns.account(id).orElse(id))
                                .isPresent());
    }

    private boolean isListed(String id) {
        return facts.principal(id).isPresent()
                || id.contains(":assumed-role/")
                        && facts.principals().stream().anyMatch(principal -> Arns.isSessionOf(id, principal.id()));
    }

    private Optional<Entitlement> entitlement(String outsider, AwsPermission permission, AwsTarget target) {
        var said = said(outsider, permission, target);
        return entitlement(
                outsider,
                permission,
                target,
                said.reach,
                said.grounds.groundsOfResource(said.reach),
                said.grounds.missing());
    }

    private record Said(Reach reach, AwsGrounds grounds) {}

    private Said said(String outsider, AwsPermission permission, AwsTarget target) {
        var caller = Caller.anySession(AwsPrincipals.nameInPolicy(outsider), Set.of());
        var identity = identity(outsider);
        var asked = asked(caller, permission, target);
        var grounds = asked.grounds().resource().control(guardrails.ofResources(target.account()));
        identity.forEach(policy -> grounds.missing(policy.problems()));
        grounds.missing(target.unread());
        grounds.missing(foreign.missing(target, permission));
        if (target.isClosedToOthers() == Answer.UNKNOWN) {
            grounds.missing(List.of(mayBeClosed(target)));
        }
        try {
            var layers = asked.layers(identity, guardrails);
            var reach =
                    foreign.left(asked.left(asked.evaluation(layers).outcome()), target, permission, caller.account());
            if (layers.mayNotBind()
                    && !asked.left(asked.evaluation(layers.bound()).outcome())
                            .possible()
                            .containsAll(reach.possible())) {
                grounds.missing(guardrails.mayBeManagement("", target.account()));
            }
            return new Said(reach, grounds);
        } catch (TooComplexException tooComplex) {
            grounds.missing(List.of(TOO_COMPLEX + tooComplex.getMessage()));
            return new Said(Reach.atMost(everything(permission)), grounds);
        }
    }

    /** Of principals elsewhere nobody knows what their own policies say; those of whole accounts include some that may. */
    private static List<CompiledPolicy> identity(String outsider) {
        return Arns.isOfSomeAccount(outsider) && !Arns.isAccount(outsider)
                ? List.of(
                        CompiledPolicy.unread(outsider, "the policies of %s are not in the input".formatted(outsider)))
                : List.of();
    }

    private AwsAsked asked(Caller caller, AwsPermission permission, AwsTarget target) {
        return new AwsAsked(
                caller, permission.action(), permission.on().isObjects(), target, contexts.at(context(caller), target));
    }

    private RequestContext context(Caller caller) {
        return caller.account().isEmpty() ? EstateContext.anybody() : contexts.of(caller.account());
    }

    /**
     * For a grantee of an access-control list; a Deny in the bucket's policy wins over the list.
     *
     * @param grantee as entitlements name it
     */
    Optional<Entitlement> ofGrantee(
            String grantee,
            AwsPermission permission,
            AwsTarget target,
            Reach granted,
            List<Ground> by,
            List<String> why) {
        var caller = Caller.of(grantee.startsWith("http") ? AwsPrincipals.EVERYBODY : grantee);
        var asked = asked(caller, permission, target);
        var grounds = asked.grounds().resource().control(guardrails.ofResources(target.account()));
        grounds.missing(why);
        grounds.missing(target.unread());
        try {
            var reach = asked.left(
                    asked.evaluation(asked.layers(List.of(), guardrails)).outcomeOfList(granted));
            return entitlement(grantee, permission, target, reach, by, grounds.missing());
        } catch (TooComplexException tooComplex) {
            grounds.missing(List.of(TOO_COMPLEX + tooComplex.getMessage()));
            return entitlement(grantee, permission, target, Reach.atMost(granted.possible()), by, grounds.missing());
        }
    }

    /** For a user or role of an account that an access-control list names. */
    Optional<Entitlement> ofAccountsPrincipal(
            AwsActor actor,
            AwsPermission permission,
            AwsTarget target,
            Reach granted,
            List<Ground> by,
            List<String> why) {
        var context = contexts.at(actor.context(), target);
        var asked = new AwsAsked(
                actor.caller(), permission.action(), permission.on().isObjects(), target, context);
        var grounds = asked.grounds()
                .identity(actor.identity())
                .boundary(actor.boundary())
                .resource()
                .control(guardrails.ofCallers(actor.caller().account()))
                .control(guardrails.ofResources(target.account()));
        grounds.missing(why);
        grounds.missing(target.unread());
        grounds.missing(actor.unread());
        try {
            var left =
                    asked.left(asked.evaluation(asked.layers(actor, guardrails)).outcomeOfAccountsList(granted));
            var reach = actor.unread().isEmpty() ? left : Reach.atMost(left.possible());
            return entitlement(
                    actor.id(), permission, target, reach, grounds.chainedWith(by, reach), grounds.missing());
        } catch (TooComplexException tooComplex) {
            grounds.missing(List.of(TOO_COMPLEX + tooComplex.getMessage()));
            return entitlement(actor.id(), permission, target, Reach.atMost(granted.possible()), by, grounds.missing());
        }
    }

    private static Optional<Entitlement> entitlement(
            String principal,
            AwsPermission permission,
            AwsTarget target,
            Reach reach,
            List<Ground> grounds,
            List<String> missing) {
        return reach.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entitlement(
                        Provider.AWS,
                        principal,
                        permission.permissionClass(),
                        permission.action(),
                        target.id(),
                        reach,
                        grounds,
                        reach.unsure().isEmpty() ? List.of() : missing));
    }
}
