package dev.ullage.bench;

import dev.ullage.access.Ruling;
import dev.ullage.bench.measure.Cost;
import dev.ullage.bench.measure.Figures;
import dev.ullage.bench.measure.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How many single requests are decided in a second of CPU time: a random principal, bucket, object and action, with all
 * that the request says known. The naive evaluator decides the first of them, and has to agree.
 */
final class Decisions implements Driver {

    private static final int REQUESTS = 500_000;
    private static final int NAIVE_REQUESTS = 20_000;
    private static final int WARM_UPS = 3;

    @Override
    public void measure(Input input, Figures figures) {
        var facts = input.load();
        input.describe(facts, figures);
        var account = new Account(facts);
        var requests = requests(account, new Keys(facts), REQUESTS);
        var engine = new Engine(account);
        var prepared = requests.stream().map(engine::prepare).toList();
        var runs = Runs.of(WARM_UPS, new Runs.Job<>(() -> decide(engine, prepared), Rulings::digest));
        figures.runs("engine", runs);
        long nanos = runs.spread(Cost::threadNanos).median();
        figures.fact("decisions", requests.size());
        figures.number("decisions per CPU s", requests.size() * 1e9 / nanos);
        compare(account, engine, requests.subList(0, NAIVE_REQUESTS), (double) nanos / requests.size(), figures);
    }

    /** Always the same requests of one account. */
    static List<Request> requests(Account account, Keys keys, int count) {
        var random = new Random(11);
        var requests = new ArrayList<Request>(count);
        for (int i = 0; i < count; i++) {
            var store = account.stores().get(random.nextInt(account.stores().size()));
            var names = keys.of(store);
            requests.add(new Request(
                    account.actors().get(random.nextInt(account.actors().size())),
                    store,
                    names.get(random.nextInt(names.size())),
                    Request.ACTIONS.get(random.nextInt(Request.ACTIONS.size()))));
        }
        return requests;
    }

    private static Rulings decide(Engine engine, List<Engine.Prepared> requests) {
        var rulings = new Rulings(requests.size());
        requests.forEach(request -> rulings.add(engine.decide(request)));
        return rulings;
    }

    private static void compare(
            Account account, Engine engine, List<Request> requests, double engineNanos, Figures figures) {
        var naive = new NaiveEngine(account);
        for (var request : requests) {
            boolean isAllowed = engine.decide(request) == Ruling.ALLOWED;
            if (naive.isAllowed(request) != isAllowed) {
                throw new IllegalStateException("the engine says %s of %s, and the naive evaluator does not"
                        .formatted(engine.decide(request), request));
            }
        }
        var runs = Runs.of(
                0,
                new Runs.Job<>(() -> requests.stream().filter(naive::isAllowed).count(), Object::toString));
        figures.runs("naive", runs);
        double naiveNanos = (double) runs.spread(Cost::threadNanos).median() / requests.size();
        figures.number("naive decisions per CPU s", 1e9 / naiveNanos);
        figures.number("naive CPU / engine CPU", naiveNanos / engineNanos);
    }
}
