package dev.ullage.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * A job done several times, first to warm up and then to be measured.
 *
 * @param answer digest of what the job answers, the same every time
 */
public record Runs(List<Cost> costs, String answer) {

    private static final int REPETITIONS = 5;

    public Runs {
        costs = List.copyOf(costs);
    }

    /** The median and the extremes of something that was measured. */
    public record Spread(long median, long least, long most) {}

    /** What a job gives, and how to digest it, which is not measured. */
    public record Job<A>(Supplier<A> work, java.util.function.Function<A, String> digest) {}

    /** Five runs after so many to warm up. */
    public static <A> Runs of(int warmUps, Job<A> job) {
        return of(warmUps, REPETITIONS, job);
    }

    /** So many runs after so many to warm up. */
    public static <A> Runs of(int warmUps, int repetitions, Job<A> job) {
        var costs = new ArrayList<Cost>();
        var answers = new ArrayList<String>();
        for (int run = 0; run < warmUps + repetitions; run++) {
            var given = new ArrayList<A>(1);
            var cost = Cost.of(() -> given.add(job.work.get()));
            if (run >= warmUps) {
                costs.add(cost);
            }
            answers.add(job.digest.apply(given.get(0)));
        }
        if (answers.stream().distinct().count() > 1) {
            throw new IllegalStateException("the same job gave several answers: " + answers);
        }
        return new Runs(costs, answers.get(0));
    }

    /** How something that was measured varies. */
    public Spread spread(ToLongFunction<Cost> of) {
        var sorted = costs.stream().mapToLong(of).sorted().toArray();
        return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
