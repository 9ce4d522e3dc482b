package dev.ullage.simulation.rgw;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Scenes that follow from a seed, played in one thread a lane.
 *
 * @param seed of all choices; {@code -Dullage.seed}
 * @param scenes how many
 * @param only the number of the scene to play alone, {@code -Dullage.scene}; -1 for all
 */
record Run(long seed, int scenes, int only) {

    @Override
    public String toString() {
        return "%s scenes of -Dullage.seed=%d"
                .formatted(isWhole() ? scenes : "-Dullage.scene=" + only + " of the", seed);
    }

    /** Plays one scene: sets it up, sends its requests and notes the outcomes. */
    @FunctionalInterface
    interface Player {
        void play(int scene, Dice dice, Tallies tallies);
    }

    static Run of(int scenes) {
        return new Run(Long.getLong("ullage.seed", 1), scenes, Integer.getInteger("ullage.scene", -1));
    }

    /** False when one scene is played again. */
    boolean isWhole() {
        return only < 0;
    }

    /** The outcomes of all scenes, in their order. */
    Tallies play(Function<Lane, Player> players) {
        var lanes = Executors.newFixedThreadPool(Lane.count());
        try {
            var parts = new ArrayList<Future<List<Tallies>>>();
            for (int i = 0; i < Lane.count(); i++) {
                int lane = i;
                parts.add(lanes.submit(() -> playLane(lane, players)));
            }
            var sum = new Tallies();
            for (var part : parts) {
                part.get().forEach(sum::add);
            }
            return sum;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the run of seed " + seed + " broke off", e);
        } finally {
            lanes.shutdownNow();
        }
    }

    private List<Tallies> playLane(int lane, Function<Lane, Player> players) {
        var numbers = IntStream.range(0, scenes)
                .filter(scene -> Lane.of(scene).equals(Lane.of(lane)))
                .filter(scene -> isWhole() || only == scene)
                .toArray();
        var tallies = new ArrayList<Tallies>();
        if (numbers.length > 0) {
            var player = players.apply(Lane.of(lane));
            for (int scene : numbers) {
                var sum = new Tallies();
                player.play(scene, Dice.of(seed, scene), sum);
                tallies.add(sum);
            }
        }
        return tallies;
    }
}
