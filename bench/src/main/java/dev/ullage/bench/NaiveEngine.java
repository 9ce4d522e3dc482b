package dev.ullage.bench;

import dev.ullage.bench.naive.NaiveEvaluator;
import java.util.HashMap;
import java.util.Map;

/** The naive evaluator with the same things looked up beforehand as {@link Engine} has. */
final class NaiveEngine {

    private final NaiveEvaluator evaluator = new NaiveEvaluator();
    private final Account account;
    private final Map<String, Map<String, String>> contexts = new HashMap<>();

    NaiveEngine(Account account) {
        this.account = account;
        account.actors()
                .forEach(actor -> contexts.put(actor.principal().id(), ConcreteContext.values(actor, account.id())));
    }

    /** Whether a request is allowed. */
    boolean isAllowed(Request request) {
        var actor = request.actor();
        var context = new HashMap<>(contexts.getOrDefault(actor.principal().id(), Map.of()));
        context.put(ConcreteContext.TAG_OF_OBJECT, request.store().team());
        return evaluator.isAllowed(
                actor.principal().id(),
                request.action(),
                request.arn(),
                context,
                new NaiveEvaluator.Policies(
                        actor.identity(), actor.boundary(), request.store().policy(), account.control()));
    }
}
