package dev.ullage.access.aws;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Decision;
import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ruling;
import dev.ullage.access.aws.policy.AwsDecision;
import dev.ullage.access.aws.policy.AwsRequest;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.access.aws.policy.PolicyLayers;
import dev.ullage.access.aws.policy.RequestContext;
import dev.ullage.access.aws.policy.ResourceArn;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides single requests in an estate, with the chain that allows or refuses them. */
public final class AwsDecisions {

    private final FactIndex facts;
    private final AwsPolicies policies;
    private final AwsGuardrails guardrails;
    private final EstateContext contexts;
    private final AwsAccess access;

    /** Prepares to answer for a snapshot. */
    public AwsDecisions(FactIndex facts) {
        this.facts = facts;
        this.policies = new AwsPolicies(facts);
        this.guardrails = new AwsGuardrails(facts, policies);
        this.contexts = new EstateContext(facts, policies);
        this.access = new AwsAccess(facts);
    }

    /**
     * Whether a principal may do something.
     *
     * @param principal ARN, or {@code *} for everybody
     * @param action such as {@code s3:GetObject}
     * @param object {@code s3://bucket/name}, {@code s3://bucket} or the ARN of a role or user
     */
    public Decision decide(String principal, String action, String object) {
        var target = target(object);
        var caller = Caller.anySession(
                principal, facts.principal(principal).map(access::canonicalIds).orElse(java.util.Set.of()));
        var request = new AwsRequest(
                caller, action, target.arn(), target.account(), contexts.at(context(principal, caller), target));
        var decision = AwsDecision.of(request, layers(principal, caller, target));
        if (decision.ruling() == Ruling.ALLOWED || decision.ruling() == Ruling.EXPLICIT_DENY) {
            return decision;
        }
        return byList(caller, action, object).orElse(decision);
    }

    private AwsTarget target(String object) {
        if (!object.startsWith("s3://")) {
            return AwsTarget.of(
                    object,
                    Arns.inOnePartition(object),
                    Arns.account(object).orElse(""),
                    policies.of(object, AttachmentKind.TRUST),
                    Answer.NO,
                    List.of());
        }
        var bucketId = bucket(object);
        var bucket = facts.bucket(bucketId).map(access::target);
        var arn = "arn:aws:s3:::" + object.substring("s3://".length());
        return bucket.map(known -> new AwsTarget(
                        bucketId,
                        ResourceArn.of(arn),
                        known.below(),
                        known.account(),
                        known.policy(),
                        known.isClosedToOthers(),
                        known.unread()))
                .orElseGet(() -> AwsTarget.of(
                        bucketId,
                        arn,
                        "",
                        List.of(),
                        Answer.UNKNOWN,
                        List.of("%s is not in the input".formatted(bucketId))));
    }

    private static String bucket(String object) {
        int slash = object.indexOf('/', "s3://".length());
        return slash < 0 ? object : object.substring(0, slash);
    }

    private RequestContext context(String principal, Caller caller) {
        return facts.principal(principal)
                .map(contexts::of)
                .orElseGet(() -> caller.account().isEmpty() ? EstateContext.anybody() : contexts.of(caller.account()));
    }

    private PolicyLayers layers(String principal, Caller caller, AwsTarget target) {
        var identity = new ArrayList<CompiledPolicy>();
        List<CompiledPolicy> boundary = null;
        var listed = facts.principal(principal);
        if (listed.isPresent()) {
            policies.identity(principal).forEach(applied -> identity.add(applied.policy()));
            var bounds = policies.boundary(listed.get());
            boundary = bounds.isEmpty()
                    ? null
                    : bounds.stream().map(AwsPolicies.Applied::policy).toList();
        }
        unread(principal, caller).ifPresent(reason -> identity.add(CompiledPolicy.unread(principal, reason)));
        var resource = Stream.concat(
                        target.policy().stream().map(AwsPolicies.Applied::policy),
                        target.unread().stream().map(reason -> CompiledPolicy.unread(target.id(), reason)))
                .toList();
        return new PolicyLayers(
                identity,
                boundary,
                null,
                resource,
                guardrails.ofCallers(caller.account()),
                guardrails.ofResources(target.account()),
                target.isClosedToOthers());
    }

    private Optional<String> unread(String principal, Caller caller) {
        if (caller.account().isEmpty() || caller.kind() == Caller.Kind.ROOT) {
            return Optional.empty();
        }
        return facts.principal(principal).isPresent()
                ? facts.gap(Topic.IAM_POLICIES, principal)
                : Optional.of("%s is not in the input".formatted(principal));
    }

    /** What an access-control list gives to everybody, to everybody with an account, or to the caller's account. */
    private Optional<Decision> byList(Caller caller, String action, String object) {
        if (!object.startsWith("s3://")) {
            return Optional.empty();
        }
        var name = object.length() > bucket(object).length()
                ? object.substring(bucket(object).length() + 1)
                : "";
        var given = access.byLists(AccessQuestion.ofResource(List.of(action), bucket(object))).stream()
                .filter(entitlement -> meansCaller(entitlement.principal(), caller))
                .filter(entitlement -> entitlement.reach().possible().contains(name))
                .toList();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var steps = new LinkedHashSet<Step>();
        given.forEach(entitlement -> entitlement.grounds().stream()
                .filter(ground -> ground.names().contains(name))
                .forEach(ground -> steps.addAll(ground.explanation().steps())));
        boolean isSure = given.stream()
                .anyMatch(entitlement ->
                        entitlement.reach().sure().contains(name) && !Arns.isAccount(entitlement.principal()));
        return Optional.of(
                isSure
                        ? new Decision(Ruling.ALLOWED, List.copyOf(steps), List.of(), List.of())
                        : new Decision(Ruling.UNKNOWN, List.copyOf(steps), missing(given), List.of()));
    }

    private static List<String> missing(List<Entitlement> given) {
        var missing = new ArrayList<String>();
        for (var entitlement : given) {
            missing.addAll(entitlement.missing());
            if (Arns.isAccount(entitlement.principal())) {
                missing.add("whether %s lets its principals use what an access-control list gives it is not known"
                        .formatted(entitlement.principal()));
            }
        }
        return missing;
    }

    private static boolean meansCaller(String grantee, Caller caller) {
        return grantee.equals(caller.arn())
                || grantee.equals(AwsPrincipals.EVERYBODY)
                || grantee.equals(AwsAcls.AUTHENTICATED_USERS)
                        && !caller.account().isEmpty()
                || Arns.isAccount(grantee)
                        && Arns.account(grantee)
                                .equals(Optional.of(caller.account()).filter(id -> !id.isEmpty()));
    }
}
