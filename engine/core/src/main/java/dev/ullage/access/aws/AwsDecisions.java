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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides single requests in an estate, with the chain that allows or refuses them. */
public final class AwsDecisions {

    private final FactIndex facts;
    private final AwsPolicies policies;
    private final AwsGuardrails guardrails;
    private final EstateContext contexts;
    private final AwsAccess access;
    private final AwsListDecisions lists;

    /** Prepares to answer for a snapshot. */
    public AwsDecisions(FactIndex facts) {
        this.facts = facts;
        this.policies = new AwsPolicies(facts);
        this.guardrails = new AwsGuardrails(facts, policies);
        this.contexts = new EstateContext(facts, policies);
        this.access = new AwsAccess(facts);
        this.lists = new AwsListDecisions(access.lists(), access.foreign());
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
                principal,
                facts.principal(principal).map(access.inventory()::canonicalIds).orElse(Set.of()));
        var asker = new Asker(principal, caller, action);
        var direct = direct(asker, target);
        return direct.ruling() == Ruling.ALLOWED
                ? direct
                : throughAccessPoints(asker, target)
                        .or(() -> byGrants(asker, target))
                        .orElse(direct);
    }

    /** Who asks for what. */
    private record Asker(String principal, Caller caller, String action) {}

    private AwsRequest request(Asker asker, AwsTarget target) {
        return new AwsRequest(
                asker.caller,
                asker.action,
                target.arn(),
                target.account(),
                contexts.at(context(asker.principal, asker.caller), target),
                target.isBehindAccessPoint());
    }

    private Decision byPolicies(Asker asker, AwsTarget target) {
        return AwsDecision.of(request(asker, target), layers(asker.principal, asker.caller, target));
    }

    private Decision direct(Asker asker, AwsTarget target) {
        var request = request(asker, target);
        var decision = lists.reaching(byPolicies(asker, target), request, target);
        if (decision.ruling() == Ruling.ALLOWED || decision.ruling() == Ruling.EXPLICIT_DENY) {
            return decision;
        }
        return lists.decide(request, layers(asker.principal, asker.caller, target), target)
                .orElse(decision);
    }

    /** The first access point of the bucket that lets it pass, or of which that is not known. */
    private Optional<Decision> throughAccessPoints(Asker asker, AwsTarget target) {
        Optional<Decision> unknown = Optional.empty();
        if (AwsPassing.supports(asker.action)) {
            for (var passage : access.passages(target)) {
                var decision = through(asker, target, passage);
                if (decision.ruling() == Ruling.ALLOWED) {
                    return Optional.of(decision);
                }
                if (decision.ruling() == Ruling.UNKNOWN && unknown.isEmpty()) {
                    unknown = Optional.of(decision);
                }
            }
        }
        return unknown;
    }

    /** What the asker may do with credentials that S3 Access Grants make. */
    private Optional<Decision> byGrants(Asker asker, AwsTarget target) {
        var name = AwsListDecisions.name(target.arn(), target);
        var given = access.byGrants(target, new AccessQuestion(asker.principal, Set.of(asker.action), null)).stream()
                .filter(entitlement -> entitlement.reach().possible().contains(name))
                .toList();
        for (var entitlement : given) {
            if (entitlement.reach().sure().contains(name)) {
                return Optional.of(new Decision(Ruling.ALLOWED, steps(entitlement, name), List.of(), List.of()));
            }
        }
        return given.stream()
                .findFirst()
                .map(entitlement ->
                        new Decision(Ruling.UNKNOWN, steps(entitlement, name), entitlement.missing(), List.of()));
    }

    private static List<Step> steps(Entitlement entitlement, String name) {
        return entitlement.grounds().stream()
                .filter(ground -> ground.names().contains(name))
                .flatMap(ground -> ground.explanation().steps().stream())
                .distinct()
                .toList();
    }

    private Decision through(Asker asker, AwsTarget target, AwsAccessPoints.Passage passage) {
        var name = AwsListDecisions.name(target.arn(), target);
        var front = byPolicies(
                asker,
                name.isEmpty()
                        ? passage.front()
                        : passage.front().at(ResourceArn.of(passage.front().below() + name)));
        var at = passage.behind().at(target.arn());
        var behind = lists.reaching(byPolicies(asker, at), request(asker, at), at);
        return passage.both(front, behind);
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
        var bucket = facts.bucket(bucketId).map(access.inventory()::target);
        var arn = "arn:aws:s3:::" + object.substring("s3://".length());
        return bucket.map(known -> known.at(ResourceArn.of(arn)))
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
}
