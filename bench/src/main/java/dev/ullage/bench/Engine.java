package dev.ullage.bench;

import dev.ullage.access.Ruling;
import dev.ullage.access.aws.policy.AwsRequest;
import dev.ullage.access.aws.policy.AwsRuling;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.access.aws.policy.ContextValue;
import dev.ullage.access.aws.policy.PolicyLayers;
import dev.ullage.access.aws.policy.RequestContext;
import dev.ullage.access.aws.policy.ResourceArn;
import dev.ullage.model.Answer;
import dev.ullage.model.PolicyDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The engine with everything looked up that is the same of every request of a caller, or to a bucket. */
final class Engine {

    /** What the engine needs of an actor. */
    record Subject(
            Caller caller,
            RequestContext context,
            List<CompiledPolicy> identity,
            @Nullable List<CompiledPolicy> boundary) {}

    /** What the engine needs of a bucket. */
    record Target(PolicyLayers layers, ContextValue team) {}

    private final String account;
    private final List<PolicyLayers.Level> control;
    private final Map<String, CompiledPolicy> compiled = new HashMap<>();
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<String, Target> targets = new HashMap<>();

    Engine(Account account) {
        this.account = account.id();
        this.control = account.control().stream()
                .map(level -> new PolicyLayers.Level(compile(level), Answer.YES))
                .toList();
        account.actors().forEach(actor -> subjects.put(actor.principal().id(), subject(actor)));
        account.stores().forEach(store -> targets.put(store.id(), target(store)));
    }

    private List<CompiledPolicy> compile(List<PolicyDocument> documents) {
        return documents.stream()
                .map(document -> compiled.computeIfAbsent(document.id(), id -> CompiledPolicy.of(document)))
                .toList();
    }

    private Subject subject(Account.Actor actor) {
        var boundary = actor.boundary();
        return new Subject(
                Caller.of(actor.principal().id()),
                ConcreteContext.of(actor, account),
                List.of(CompiledPolicy.together(compile(actor.identity()))),
                boundary == null ? null : compile(List.of(boundary)));
    }

    private Target target(Account.Store store) {
        var policies = compile(Stream.ofNullable(store.policy()).toList());
        var layers = new PolicyLayers(List.of(), null, null, policies, control, List.of(), Answer.NO);
        return new Target(layers, ContextValue.of(store.team()));
    }

    /** What is known of an actor. */
    Subject subjectOf(Account.Actor actor) {
        return of(subjects, actor.principal().id());
    }

    /** What is known of a bucket. */
    Target targetOf(Account.Store store) {
        return of(targets, store.id());
    }

    private static <V> V of(Map<String, V> map, String key) {
        var value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("not of this account: " + key);
        }
        return value;
    }

    /** The policies that bear on requests of an actor to a bucket. */
    PolicyLayers layers(Subject subject, Target target) {
        return target.layers().with(subject.identity(), subject.boundary(), control);
    }

    /** A request in the engine's terms. */
    AwsRequest request(Subject subject, Target target, String action, ResourceArn resource) {
        return new AwsRequest(
                subject.caller(), action, resource, account, ConcreteContext.at(subject.context(), target.team()));
    }

    /** A request with what is known of its two sides. */
    record Prepared(Subject subject, Target target, String action, String arn) {}

    /** Looks up what is known of a request's two sides. */
    Prepared prepare(Request request) {
        return new Prepared(subjectOf(request.actor()), targetOf(request.store()), request.action(), request.arn());
    }

    /** How AWS would answer. */
    Ruling decide(Prepared request) {
        var arn = ResourceArn.of(request.arn);
        return AwsRuling.of(
                request(request.subject, request.target, request.action, arn), layers(request.subject, request.target));
    }

    /** How AWS would answer. */
    Ruling decide(Request request) {
        return decide(prepare(request));
    }
}
