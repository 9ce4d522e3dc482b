package dev.ullage.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Asks two evaluators the same cases, and shows where they part.
 *
 * @param cases the case of a seed and an index, always the same one
 * @param kept names of fields that a case is not shown without
 */
public record Differential(Cases cases, Evaluator reference, Evaluator other, Set<String> kept) {

    /** More than these nobody reads; the first of them explain the rest. */
    private static final int SHOWN = 5;

    /** Invents cases. */
    @FunctionalInterface
    public interface Cases {
        ObjectNode make(long seed, long index);
    }

    /**
     * One case that is answered in two ways.
     *
     * @param shrunk the smallest that was found of those that are
     * @param answers what both say
     */
    public record Mismatch(long seed, long index, JsonNode shrunk, String answers) {

        @Override
        public String toString() {
            return "%nanswered in two ways: %s%n%s%nthe whole case: -Dullage.seed=%d -Dullage.case=%d%n"
                    .formatted(answers, shrunk, seed, index);
        }
    }

    /** What the settings ask for: many cases, or one that is shown whole. */
    public List<Mismatch> search(SearchSettings settings) throws InterruptedException {
        if (settings.only() >= 0) {
            var oneCase = cases.make(settings.seed(), settings.only());
            System.out.println(answers(oneCase) + "\n" + oneCase.toPrettyString());
            return differs(oneCase) ? List.of(mismatch(settings.seed(), settings.only())) : List.of();
        }
        System.out.println(settings.cases() + " cases: -Dullage.seed=" + settings.seed());
        return find(settings.seed(), settings.cases(), settings.threads());
    }

    /** The first mismatches of so many cases. */
    public List<Mismatch> find(long seed, long count, int threads) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var parts = new ArrayList<Callable<List<Long>>>();
            for (int part = 0; part < threads; part++) {
                int first = part;
                parts.add(() -> mismatches(seed, first, threads, count));
            }
            var found = new ArrayList<Long>();
            for (var part : pool.invokeAll(parts)) {
                found.addAll(part.get());
            }
            return found.stream()
                    .sorted(Comparator.naturalOrder())
                    .limit(SHOWN)
                    .map(index -> mismatch(seed, index))
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case could not be made: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Long> mismatches(long seed, long first, int step, long count) {
        var found = new ArrayList<Long>();
        for (long index = first; index < count && found.size() < SHOWN; index += step) {
            if (differs(cases.make(seed, index))) {
                found.add(index);
            }
        }
        return found;
    }

    private Mismatch mismatch(long seed, long index) {
        var oneCase = cases.make(seed, index);
        var answers = answers(oneCase);
        // The same two answers, or it may shrink into the sign of another fault.
        var shrunk = new Shrinking(kept, smaller -> answers(smaller).equals(answers)).shrink(oneCase);
        return new Mismatch(seed, index, shrunk, answers);
    }

    private boolean differs(JsonNode oneCase) {
        return !reference.answer(oneCase).equals(other.answer(oneCase));
    }

    /** What both say of a case. */
    private String answers(JsonNode oneCase) {
        return reference + " " + reference.answer(oneCase) + ", " + other + " " + other.answer(oneCase);
    }
}
