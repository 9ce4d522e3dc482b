package dev.ullage.simulation.rgw;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Choices that follow from a seed and a number, so that each scene can be made again without those before it. */
final class Dice {

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The dice of one scene of a run. */
    static Dice of(long seed, int scene) {
        // The first numbers of neighbouring seeds are alike; those of a generator that was split off are not.
        return new Dice(new SplittableRandom(seed * 1_000_003 + scene).split());
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** From the least to the most, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One or more different ones, mostly one. */
    <T> List<T> some(List<T> choices) {
        var chosen = new ArrayList<T>();
        do {
            var next = of(choices);
            if (!chosen.contains(next)) {
                chosen.add(next);
            }
        } while (oneIn(3));
        return chosen;
    }
}
