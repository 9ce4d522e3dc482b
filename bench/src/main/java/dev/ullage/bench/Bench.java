package dev.ullage.bench;

import dev.ullage.bench.estate.CompactFolder;
import dev.ullage.bench.estate.EstateGenerator;
import dev.ullage.bench.estate.EstateSize;
import dev.ullage.bench.estate.ExportLayout;
import dev.ullage.bench.measure.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line: {@code bench/run decisions [folder]}; see the README next to it. */
public final class Bench {

    private static final Map<String, Driver> DRIVERS = new TreeMap<>(Map.of(
            "decisions", new Decisions(),
            "matrix", new Matrix(),
            "ledger-matrix", new LedgerMatrix(),
            "who-can", new WhoCan(),
            "load", new Load(),
            "growth", new Growth(),
            "escalation", new EscalationClosure()));

    private Bench() {}

    /** Runs one driver, or generates an account. */
    public static void main(String[] args) throws IOException {
        var words = List.of(args);
        if (words.size() >= 2 && words.get(0).startsWith("generate")) {
            generate(words);
        } else if (words.size() == 2 && words.get(0).equals("load-once")) {
            System.out.println(Load.once(Path.of(words.get(1))));
        } else if (words.size() == 2 && DRIVERS.containsKey(words.get(0))) {
            var figures = new Figures(System.out, words.get(0));
            DRIVERS.get(words.get(0)).measure(Input.of(Path.of(words.get(1))), figures);
            figures.end();
        } else {
            System.err.println("usage: bench/run DRIVER [FOLDER], where DRIVER is one of " + DRIVERS.keySet());
            System.err.println("       bench/run generate|generate-compact FOLDER [--seed N] [--users N] [--roles N]"
                    + " [--policies N] [--buckets N]");
            System.exit(2);
        }
    }

    private static void generate(List<String> words) throws IOException {
        var size = size(words.subList(2, words.size()));
        var estate = EstateGenerator.generate(size);
        var folder = Path.of(words.get(1));
        if (words.get(0).equals("generate-compact")) {
            CompactFolder.write(estate, folder);
        } else {
            ExportLayout.write(estate, folder);
        }
    }

    private static EstateSize size(List<String> options) {
        var numbers = new TreeMap<String, Integer>();
        for (int i = 0; i + 1 < options.size(); i += 2) {
            numbers.put(options.get(i), Integer.valueOf(options.get(i + 1)));
        }
        var known = Arrays.asList("--seed", "--users", "--roles", "--policies", "--buckets");
        if (options.size() % 2 != 0 || !known.containsAll(numbers.keySet())) {
            throw new IllegalArgumentException("options are " + known + ", each with a number");
        }
        var large = EstateSize.LARGE;
        return new EstateSize(
                numbers.getOrDefault("--seed", (int) large.seed()),
                numbers.getOrDefault("--users", large.users()),
                numbers.getOrDefault("--roles", large.roles()),
                numbers.getOrDefault("--policies", large.policies()),
                numbers.getOrDefault("--buckets", large.buckets()));
    }
}
