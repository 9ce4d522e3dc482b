package dev.ullage.access.aws;

import dev.ullage.access.Reach;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a statement is about at each of many targets: targets with the same names are together, and those of which it says
 * nothing are left out.
 */
final class Touches {

    /** The same names at several targets. */
    record Touch(Reach reach, BitSet targets) {}

    static final Touches NONE = new Touches(List.of());

    private final List<Touch> touches;
    private final BitSet targets = new BitSet();

    private Touches(List<Touch> touches) {
        this.touches = touches;
        touches.forEach(touch -> targets.or(touch.targets));
    }

    /** Puts targets with the same names together. */
    static final class Builder {

        private final Map<Reach, BitSet> byReach = new java.util.LinkedHashMap<>();

        void add(int target, Reach reach) {
            if (!reach.isEmpty()) {
                byReach.computeIfAbsent(reach, key -> new BitSet()).set(target);
            }
        }

        Touches build() {
            if (byReach.isEmpty()) {
                return NONE;
            }
            var touches = new ArrayList<Touch>(byReach.size());
            byReach.forEach((reach, targets) -> touches.add(new Touch(reach, targets)));
            return new Touches(touches);
        }
    }

    List<Touch> each() {
        return touches;
    }

    /** The targets of which the statement says anything; not to be changed. */
    BitSet targets() {
        return targets;
    }

    /** The names at one target. */
    Reach at(int target) {
        for (var touch : touches) {
            if (touch.targets.get(target)) {
                return touch.reach;
            }
        }
        return Reach.none();
    }

    /** The same, of which nothing is sure. */
    Touches perhaps(Map<Reach, Reach> known) {
        return new Touches(touches.stream()
                .map(touch -> new Touch(
                        known.computeIfAbsent(touch.reach, reach -> Reach.atMost(reach.possible())), touch.targets))
                .toList());
    }

    /** A place for {@link #perhaps} to keep what it made, so that equal sets stay the same object. */
    static Map<Reach, Reach> memory() {
        return new HashMap<>();
    }
}
