package dev.ullage.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Choices that are a function of two numbers, a seed and which case it is. */
public final class Dice {

    private final SplittableRandom random;

    public Dice(long seed, long index) {
        // Both are mixed first: streams whose seeds lie close together can be shifts of each other.
        random = new SplittableRandom(mixed(seed) ^ Long.rotateLeft(mixed(index), 32));
    }

    private static long mixed(long number) {
        return new SplittableRandom(number).nextLong();
    }

    /** True so often in a hundred. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number below. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
