package dev.ullage.bench;

import dev.ullage.access.aws.policy.AwsRuling;
import dev.ullage.access.aws.policy.ResourceArn;
import dev.ullage.bench.measure.Cost;
import dev.ullage.bench.measure.Figures;
import dev.ullage.bench.measure.Runs;
import java.util.ArrayList;
import java.util.List;

/** Every user and role, every bucket, every action: one object a bucket. */
final class Matrix implements Driver {

    /** A bucket with the ARN that is asked for with each action. */
    private record Column(Engine.Target target, List<ResourceArn> arns) {}

    @Override
    public void measure(Input input, Figures figures) {
        var facts = input.load();
        input.describe(facts, figures);
        measure(new Account(facts), new Keys(facts), 1, 5, figures, "matrix");
    }

    /** Measures one account under a name. */
    static void measure(Account account, Keys keys, int warmUps, int repetitions, Figures figures, String name) {
        var engine = new Engine(account);
        var columns = account.stores().stream()
                .map(store -> new Column(engine.targetOf(store), arns(store, keys)))
                .toList();
        var rows = account.actors().stream().map(engine::subjectOf).toList();
        var runs = Runs.of(warmUps, repetitions, new Runs.Job<>(() -> decide(engine, rows, columns), Rulings::digest));
        figures.runs(name, runs);
        double decisions = (double) rows.size() * columns.size() * Request.ACTIONS.size();
        figures.number(name + " decisions", decisions);
        figures.number(
                name + " decisions per CPU s",
                decisions * 1e9 / runs.spread(Cost::threadNanos).median());
    }

    private static List<ResourceArn> arns(Account.Store store, Keys keys) {
        var key = keys.of(store).get(0);
        var arns = new ArrayList<ResourceArn>();
        var bucket = ResourceArn.of("arn:aws:s3:::" + store.name());
        var object = ResourceArn.of("arn:aws:s3:::" + store.name() + "/" + key);
        Request.ACTIONS.forEach(action -> arns.add(Request.isOnBucket(action) ? bucket : object));
        return arns;
    }

    private static Rulings decide(Engine engine, List<Engine.Subject> rows, List<Column> columns) {
        var rulings = new Rulings(rows.size() * columns.size() * Request.ACTIONS.size());
        for (var subject : rows) {
            for (var column : columns) {
                var layers = engine.layers(subject, column.target);
                for (int i = 0; i < Request.ACTIONS.size(); i++) {
                    var request = engine.request(subject, column.target, Request.ACTIONS.get(i), column.arns.get(i));
                    rulings.add(AwsRuling.of(request, layers));
                }
            }
        }
        return rulings;
    }
}
