package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.access.Ruling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Asks two evaluators the same cases, and shows where they part. */
record Differential(AwsEvaluator reference, AwsEvaluator other, long seed) {

    /** More than these nobody reads; the first of them explain the rest. */
    private static final int SHOWN = 5;

    /**
     * One case that is answered in two ways.
     *
     * @param shrunk the smallest that was found of those that are
     */
    record Mismatch(long seed, long index, JsonNode shrunk, String rulings) {

        @Override
        public String toString() {
            return "%nanswered in two ways: %s%n%s%nthe whole case: -Dullage.seed=%d -Dullage.case=%d%n"
                    .formatted(rulings, shrunk, seed, index);
        }
    }

    /** The first mismatches of so many cases. */
    List<Mismatch> find(long cases, int threads) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var parts = new ArrayList<Callable<List<Long>>>();
            for (int part = 0; part < threads; part++) {
                int first = part;
                parts.add(() -> mismatches(first, threads, cases));
            }
            var found = new ArrayList<Long>();
            for (var part : pool.invokeAll(parts)) {
                found.addAll(part.get());
            }
            return found.stream()
                    .sorted(Comparator.naturalOrder())
                    .limit(SHOWN)
                    .map(this::mismatch)
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case could not be answered: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Long> mismatches(long first, int step, long cases) {
        var found = new ArrayList<Long>();
        for (long index = first; index < cases && found.size() < SHOWN; index += step) {
            if (differs(AwsCases.of(seed, index))) {
                found.add(index);
            }
        }
        return found;
    }

    private Mismatch mismatch(long index) {
        var oneCase = AwsCases.of(seed, index);
        var rulings = rulings(oneCase);
        // The same two answers, or it may shrink into the sign of another fault.
        var shrunk = Shrinking.shrink(
                oneCase, smaller -> differs(smaller) && rulings(smaller).equals(rulings));
        return new Mismatch(seed, index, shrunk, rulings);
    }

    private boolean differs(JsonNode oneCase) {
        return reference.rule(oneCase) != other.rule(oneCase);
    }

    /** What both say of a case. */
    String rulings(JsonNode oneCase) {
        Ruling expected = reference.rule(oneCase);
        return reference + " " + expected + ", " + other + " " + other.rule(oneCase);
    }
}
