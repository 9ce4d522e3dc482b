package dev.ullage.access.aws;

import dev.ullage.access.FactIndex;
import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.ContextValue;
import dev.ullage.access.aws.policy.RequestContext;
import dev.ullage.model.AccessGrantsLocation;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may ask an instance of S3 Access Grants for credentials, and what the role may do whose they are. */
final class AwsGrantees {

    /** An answer, and what would have to be known to settle one that is open. */
    record Said(Answer answer, List<String> missing) {

        static Said perhaps(String missing) {
            return new Said(Answer.UNKNOWN, List.of(missing));
        }
    }

    /** What somebody may do with a role's credentials. */
    record Lent(Reach reach, List<Ground> grounds, List<String> missing) {

        static Lent unknown(AwsPermission permission, String missing) {
            return new Lent(Reach.atMost(AwsOutsiders.everything(permission)), List.of(), List.of(missing));
        }
    }

    private record Key(String instance, String role, String granteeType, AwsPermission permission, String bucket) {}

    private static final String SERVICE = "access-grants.s3.amazonaws.com";

    private final FactIndex facts;
    private final AwsAccess access;
    private final AwsPolicies policies;
    private final EstateContext contexts;
    private final AwsGuardrails guardrails;
    private final Map<Key, Lent> lent = new HashMap<>();
    private final Map<String, Said> mayAsk = new HashMap<>();

    AwsGrantees(
            FactIndex facts, AwsAccess access, AwsPolicies policies, EstateContext contexts, AwsGuardrails guardrails) {
        this.facts = facts;
        this.access = access;
        this.policies = policies;
        this.contexts = contexts;
        this.guardrails = guardrails;
    }

    /**
     * Whether a user or role may ask an instance for credentials.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetDataAccess.html">GetDataAccess</a>
     */
    Said mayAsk(String principal, String instance) {
        return mayAsk.computeIfAbsent(principal + " " + instance, key -> compute(principal, instance));
    }

    private Said compute(String principal, String instance) {
        var listed = facts.principal(principal);
        if (listed.isEmpty()) {
            var gap = facts.gap(Topic.IAM_POLICIES, Arns.account(principal).orElse(principal));
            return gap.isPresent()
                    ? Said.perhaps("%s is not in the input".formatted(principal))
                    : new Said(Answer.NO, List.of());
        }
        var actor = access.inventory().actor(listed.get());
        var target = AwsTarget.of(
                instance,
                Arns.inOnePartition(instance),
                Arns.account(instance).orElse(""),
                policies.of(instance, AttachmentKind.RESOURCE),
                Answer.NO,
                List.of());
        boolean isUnread =
                target.policy().isEmpty() && !actor.caller().account().equals(target.account());
        if (isUnread) {
            return Said.perhaps("the resource policy of %s is not in the input".formatted(instance));
        }
        return said(asked(actor, "s3:GetDataAccess", false, target, actor.context()), actor, target);
    }

    private AwsAsked asked(
            AwsActor actor, String action, boolean areObjects, AwsTarget target, RequestContext context) {
        return new AwsAsked(actor.caller(), action, areObjects, target, contexts.at(context, target));
    }

    private Said said(AwsAsked asked, AwsActor actor, AwsTarget target) {
        var reach = asked.left(asked.evaluation(asked.layers(actor, guardrails)).outcome());
        var missing = new ArrayList<>(actor.unread());
        missing.addAll(grounds(asked, actor, target).missing());
        var answer = answer(actor.unread().isEmpty() ? reach : Reach.atMost(reach.possible()));
        return new Said(answer, answer == Answer.UNKNOWN ? missing : List.of());
    }

    private static Answer answer(Reach reach) {
        if (reach.isEmpty()) {
            return Answer.NO;
        }
        return reach.sure().containsAll(NameSet.itself()) ? Answer.YES : Answer.UNKNOWN;
    }

    private AwsGrounds grounds(AwsAsked asked, AwsActor actor, AwsTarget target) {
        return asked.grounds()
                .identity(actor.identity())
                .boundary(actor.boundary())
                .resource()
                .control(guardrails.ofCallers(actor.caller().account()))
                .control(guardrails.ofResources(target.account()));
    }

    /** What the role of a location may do at a bucket, in the hands of a sort of grantee. */
    Lent lent(AccessGrantsLocation location, String granteeType, AwsPermission permission, AwsTarget bucket) {
        var key = new Key(location.instance(), location.role(), granteeType, permission, bucket.id());
        return lent.computeIfAbsent(key, any -> compute(location, granteeType, permission, bucket));
    }

    private Lent compute(
            AccessGrantsLocation location, String granteeType, AwsPermission permission, AwsTarget bucket) {
        var principal = facts.principal(location.role());
        if (principal.isEmpty()) {
            return Lent.unknown(
                    permission,
                    "role %s, whose credentials location %s lends, is not in the input"
                            .formatted(location.role(), location.location()));
        }
        var trusted = trusted(location, granteeType, access.inventory().target(principal.get()));
        if (trusted.answer == Answer.NO) {
            return new Lent(Reach.none(), List.of(), List.of());
        }
        var actor = access.inventory().actor(principal.get());
        var asked = asked(
                actor,
                permission.action(),
                permission.on().isObjects(),
                bucket,
                vended(actor.context(), location.instance()));
        var grounds = grounds(asked, actor, bucket);
        var missing = new ArrayList<>(trusted.missing);
        missing.addAll(actor.unread());
        missing.addAll(bucket.unread());
        missing.addAll(grounds.missing());
        try {
            var left = access.foreign()
                    .left(
                            asked.left(asked.evaluation(asked.layers(actor, guardrails))
                                    .outcome()),
                            bucket,
                            permission,
                            actor.caller().account());
            boolean isSure = trusted.answer == Answer.YES && actor.unread().isEmpty();
            var reach = isSure ? left : Reach.atMost(left.possible());
            boolean isAcross = !bucket.account().equals(actor.caller().account());
            return new Lent(reach, grounds.grounds(reach, isAcross, false), missing);
        } catch (TooComplexException tooComplex) {
            return Lent.unknown(permission, AwsOutsiders.TOO_COMPLEX + tooComplex.getMessage());
        }
    }

    /** Credentials that an instance made say so. */
    private static RequestContext vended(RequestContext ofRole, String instance) {
        return key -> key.equals(EstateContext.ACCESS_GRANTS_INSTANCE) ? ContextValue.of(instance) : ofRole.value(key);
    }

    /**
     * Whether the role lets the service take it on and say for whom.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-location-register.html">Trust policy
     *     of a location's role</a>
     */
    private Said trusted(AccessGrantsLocation location, String granteeType, AwsTarget role) {
        var caller = Caller.anySession(SERVICE, Set.of());
        var context = contexts.at(ofService(location.instance()), role);
        var naming = granteeType.equals("IAM") ? "sts:SetSourceIdentity" : "sts:SetContext";
        var answer = Answer.YES;
        var missing = new ArrayList<String>();
        for (var action : List.of("sts:AssumeRole", naming)) {
            var asked = new AwsAsked(caller, action, false, role, context);
            answer = answer.and(answer(asked.left(
                    asked.evaluation(asked.layers(List.of(), guardrails)).outcome())));
            missing.addAll(asked.grounds().resource().missing());
        }
        return new Said(answer, answer == Answer.UNKNOWN ? missing : List.of());
    }

    private static RequestContext ofService(String instance) {
        var account = Arns.account(instance).orElse("");
        return key -> switch (key) {
            case "aws:sourceaccount" -> ContextValue.of(account);
            case "aws:sourcearn" -> ContextValue.of(instance);
            default -> EstateContext.anybody().value(key);
        };
    }
}
