package dev.ullage.simulation;

/**
 * How far a differential test looks: {@code -Dullage.cases=}, {@code -Dullage.seed=}, or one case alone with
 * {@code -Dullage.case=}.
 *
 * @param only the index of the only case, or -1
 */
public record SearchSettings(long seed, long cases, long only) {

    private static final long CASES = 500_000;

    public static SearchSettings fromProperties() {
        return new SearchSettings(
                Long.getLong("ullage.seed", 1), Long.getLong("ullage.cases", CASES), Long.getLong("ullage.case", -1));
    }
}
