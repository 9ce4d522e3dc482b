package dev.ullage.bench;

import dev.ullage.access.FactIndex;
import dev.ullage.access.Reach;
import dev.ullage.access.aws.AwsMatrix;
import dev.ullage.bench.measure.AnswerDigest;
import dev.ullage.bench.measure.Cost;
import dev.ullage.bench.measure.Figures;
import dev.ullage.bench.measure.Runs;
import dev.ullage.model.PermissionClass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/** What the ledger's column of grants takes: every permission class, with the names of objects told exactly. */
final class LedgerMatrix implements Driver {

    /** What a principal may do alike in several buckets. */
    private record Row(String principal, PermissionClass permissionClass, Reach reach, BitSet buckets) {

        String what() {
            return String.join(
                    "\t",
                    principal,
                    permissionClass.word(),
                    reach.sure().toString(),
                    reach.possible().toString());
        }
    }

    @Override
    public void measure(Input input, Figures figures) {
        var facts = input.load();
        input.describe(facts, figures);
        measure(facts, 1, 5, figures, "ledger");
    }

    /** Measures one account under a name. */
    static void measure(FactIndex facts, int warmUps, int repetitions, Figures figures, String name) {
        var runs = Runs.of(warmUps, repetitions, new Runs.Job<>(() -> rows(facts), LedgerMatrix::digest));
        figures.runs(name, runs);
        figures.number(
                name + " cells per CPU s",
                Double.parseDouble(runs.answer().replaceAll(".*, (\\d+) cells", "$1"))
                        * 1e9
                        / runs.spread(Cost::threadNanos).median());
    }

    private static List<Row> rows(FactIndex facts) {
        var rows = new ArrayList<Row>();
        new AwsMatrix(facts)
                .forEach((principal, permissionClass, reach, buckets) ->
                        rows.add(new Row(principal, permissionClass, reach, buckets)));
        return rows;
    }

    /** In how many rows the same is said of several buckets carries no meaning, and may change with the engine. */
    private static String digest(List<Row> rows) {
        var together = new TreeMap<String, BitSet>();
        rows.forEach(row ->
                together.computeIfAbsent(row.what(), what -> new BitSet()).or(row.buckets));
        var digest = new AnswerDigest();
        together.forEach((what, buckets) -> digest.line(what + "\t" + buckets));
        return "%s, %d rows, %d cells"
                .formatted(
                        digest.hex(),
                        together.size(),
                        together.values().stream()
                                .mapToLong(BitSet::cardinality)
                                .sum());
    }
}
