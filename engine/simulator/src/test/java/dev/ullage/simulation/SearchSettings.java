package dev.ullage.simulation;

/**
 * How far a differential test looks: {@code -Dullage.cases=}, {@code -Dullage.seed=}, or one case alone with
 * {@code -Dullage.case=}.
 *
 * @param only the index of the only case, or -1
 */
public record SearchSettings(long seed, long cases, long only) {

    private static final long SEED = 20261122;
    private static final long CASES = 500_000;
    private static final int THREADS = 2;

    public static SearchSettings fromProperties() {
        return new SearchSettings(
                Long.getLong("ullage.seed", SEED),
                Long.getLong("ullage.cases", CASES),
                Long.getLong("ullage.case", -1));
    }

    int threads() {
        return Math.min(THREADS, Runtime.getRuntime().availableProcessors());
    }
}
