package dev.ullage.simulation.gcp;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chooses, always alike for one seed and one index.
 *
 * @param random where the choices come from
 */
record Dice(SplittableRandom random) {

    /** An odd constant whose multiples are spread well, so that neighbouring indices have nothing in common. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    static Dice of(long seed, long index) {
        return new Dice(new SplittableRandom(seed * SPREAD ^ (index + 1) * SPREAD >>> 1 ^ index));
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
