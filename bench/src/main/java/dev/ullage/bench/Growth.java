package dev.ullage.bench;

import dev.ullage.bench.estate.EstateSize;
import dev.ullage.bench.measure.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * How the two matrices grow with the account: an eighth of the large account, a quarter, a half, and all of it. The number
 * of decisions grows with the square, so what one of them takes is to be compared.
 */
final class Growth implements Driver {

    private static final int PARTS = 8;

    @Override
    public void measure(Input input, Figures figures) throws IOException {
        var below = Files.createTempDirectory("ullage-bench-growth");
        for (int part : List.of(1, 2, 4, PARTS)) {
            var facts =
                    Input.generated(EstateSize.partOfLarge(part, PARTS), below).load();
            var name = part + "x";
            figures.fact(name + " principals", facts.principals().size());
            figures.fact(name + " buckets", facts.buckets().size());
            Matrix.measure(new Account(facts), new Keys(facts), 1, 3, figures, name + " matrix");
            LedgerMatrix.measure(facts, 1, 3, figures, name + " ledger");
        }
    }
}
