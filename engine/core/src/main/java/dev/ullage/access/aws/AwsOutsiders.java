package dev.ullage.access.aws;

import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ground;
import dev.ullage.access.Logic;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.aws.AwsPermission.On;
import dev.ullage.access.aws.policy.AwsRequest;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.access.aws.policy.CompiledStatement;
import dev.ullage.access.aws.policy.Evaluation;
import dev.ullage.access.aws.policy.PolicyLayers;
import dev.ullage.access.aws.policy.RequestContext;
import dev.ullage.model.Answer;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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

    AwsOutsiders(FactIndex facts, AwsGuardrails guardrails, EstateContext contexts) {
        this.facts = facts;
        this.guardrails = guardrails;
        this.contexts = contexts;
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
        var caller = Caller.anySession(AwsPrincipals.nameInPolicy(outsider), Set.of());
        var identity = identity(outsider);
        var asked = new Asked(caller, permission, target, context(caller));
        var grounds = asked.grounds().resource().control(guardrails.ofResources(target.account()));
        identity.forEach(policy -> grounds.missing(policy.problems()));
        grounds.missing(target.unread());
        if (target.isClosedToOthers() == Answer.UNKNOWN) {
            grounds.missing(List.of(mayBeClosed(target)));
        }
        try {
            var layers = asked.layers(identity);
            var reach = asked.left(asked.evaluation(layers).outcome());
            if (layers.mayNotBind()
                    && !asked.left(asked.evaluation(layers.bound()).outcome())
                            .possible()
                            .containsAll(reach.possible())) {
                grounds.missing(guardrails.mayBeManagement("", target.account()));
            }
            return entitlement(outsider, asked, reach, grounds.groundsOfResource(reach), grounds.missing());
        } catch (TooComplexException tooComplex) {
            grounds.missing(List.of(TOO_COMPLEX + tooComplex.getMessage()));
            var reach = Reach.atMost(everything(permission));
            return entitlement(outsider, asked, reach, grounds.groundsOfResource(reach), grounds.missing());
        }
    }

    /** Of principals elsewhere nobody knows what their own policies say; those of whole accounts include some that may. */
    private static List<CompiledPolicy> identity(String outsider) {
        return Arns.isOfSomeAccount(outsider) && !Arns.isAccount(outsider)
                ? List.of(
                        CompiledPolicy.unread(outsider, "the policies of %s are not in the input".formatted(outsider)))
                : List.of();
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
        var asked = new Asked(caller, permission, target, context(caller));
        var grounds = asked.grounds().resource().control(guardrails.ofResources(target.account()));
        grounds.missing(why);
        grounds.missing(target.unread());
        try {
            var reach = asked.left(asked.evaluation(asked.layers(List.of())).outcomeOfList(granted));
            return entitlement(grantee, asked, reach, by, grounds.missing());
        } catch (TooComplexException tooComplex) {
            grounds.missing(List.of(TOO_COMPLEX + tooComplex.getMessage()));
            return entitlement(grantee, asked, Reach.atMost(granted.possible()), by, grounds.missing());
        }
    }

    private static Optional<Entitlement> entitlement(
            String principal, Asked asked, Reach reach, List<Ground> grounds, List<String> missing) {
        return reach.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entitlement(
                        Provider.AWS,
                        principal,
                        asked.permission.permissionClass(),
                        asked.permission.action(),
                        asked.target.id(),
                        reach,
                        grounds,
                        reach.unsure().isEmpty() ? List.of() : missing));
    }

    /** What is asked of one target's policies for one caller. */
    private final class Asked {

        private final Caller caller;
        private final AwsPermission permission;
        private final AwsTarget target;
        private final RequestContext context;
        private final Function<CompiledStatement, Reach> about;

        Asked(Caller caller, AwsPermission permission, AwsTarget target, RequestContext ofCaller) {
            this.caller = caller;
            this.permission = permission;
            this.target = target;
            this.context = contexts.at(ofCaller, target);
            this.about = permission.on().isObjects()
                    ? statement -> statement.namesBelow(target.below(), context)
                    : statement -> itself(statement.about(target.arn(), context));
        }

        private static Reach itself(Answer answer) {
            return Logic.overNames().of(answer).and(Reach.exactly(NameSet.itself()));
        }

        AwsGrounds grounds() {
            return new AwsGrounds(caller, false, permission.action(), target, context, everything(permission), about);
        }

        PolicyLayers layers(List<CompiledPolicy> identity) {
            return new PolicyLayers(
                    identity,
                    null,
                    null,
                    target.policy().stream().map(AwsPolicies.Applied::policy).toList(),
                    List.of(),
                    guardrails.ofResources(target.account()),
                    target.isClosedToOthers());
        }

        Evaluation<Reach> evaluation(PolicyLayers layers) {
            var request = new AwsRequest(caller, permission.action(), target.arn(), target.account(), context);
            return new Evaluation<>(Logic.overNames(), about, request, layers);
        }

        /** What is left of what was allowed, as far as the target's own policy was read. */
        Reach left(Evaluation.Outcome<Reach> outcome) {
            var reach = outcome.allowed().minus(outcome.denied()).and(Reach.exactly(everything(permission)));
            return target.unread().isEmpty() ? reach : Reach.atMost(reach.possible());
        }
    }
}
