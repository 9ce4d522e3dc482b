package dev.ullage.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All facts read at one time. Order carries no meaning; the written form is sorted. */
public final class Snapshot {

    private final Map<FactType, List<Fact>> facts;

    private Snapshot(Map<FactType, List<Fact>> facts) {
        this.facts = facts;
    }

    /** A snapshot of these facts. */
    public static Snapshot of(Iterable<? extends Fact> facts) {
        var sorted = new EnumMap<FactType, List<Fact>>(FactType.class);
        for (var fact : facts) {
            sorted.computeIfAbsent(FactType.of(fact), type -> new java.util.ArrayList<>())
                    .add(fact);
        }
        sorted.replaceAll((type, list) -> List.copyOf(list));
        return new Snapshot(sorted);
    }

    /** All facts of one kind, unmodifiable. */
    public <F extends Fact> List<F> all(Class<F> factClass) {
        return facts.getOrDefault(FactType.of(factClass), List.of()).stream()
                .map(factClass::cast)
                .toList();
    }

    /** All facts of one kind, unmodifiable, when the kind is known only at run time. */
    public List<Fact> all(FactType type) {
        return facts.getOrDefault(type, List.of());
    }
}
