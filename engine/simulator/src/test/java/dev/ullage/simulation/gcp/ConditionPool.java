package dev.ullage.simulation.gcp;

import dev.ullage.simulation.Dice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Expressions that many cases have in common: a function of the seed and of which hundred thousands of cases they are.
 *
 * @param whenTimeIsTold may fail by what they make of the time
 * @param whenTimeIsNotTold never have a part that fails beside one about the time
 */
record ConditionPool(List<String> whenTimeIsTold, List<String> whenTimeIsNotTold) {

    static final ConditionPool EMPTY = new ConditionPool(List.of(), List.of());

    private static final long SHARED_BY = 500_000;
    private static final int EACH = 1_500;
    private static final int KEPT = 4;

    /** What belongs to the seed's cases from a number on. */
    private record Block(long seed, long number) {

        ConditionPool make() {
            var dice = new Dice(~seed, number);
            return new ConditionPool(expressions(dice, true), expressions(dice, false));
        }

        private static List<String> expressions(Dice dice, boolean timeTold) {
            return Stream.generate(() -> CaseConditions.expression(dice, timeTold))
                    .limit(EACH)
                    .toList();
        }
    }

    private static final Map<Block, ConditionPool> MADE = new ConcurrentHashMap<>();

    static ConditionPool of(long seed, long index) {
        var block = new Block(seed, index / SHARED_BY);
        var made = MADE.get(block);
        if (made != null) {
            return made;
        }
        if (MADE.size() >= KEPT) {
            MADE.clear();
        }
        return MADE.computeIfAbsent(block, Block::make);
    }
}
