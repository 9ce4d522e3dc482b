package dev.ullage.access.gcp;

import dev.ullage.access.EntitlementBuilder;
import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.access.TooComplexException;
import dev.ullage.analysis.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Replacing an object takes the permission to create it and the permission to delete it. */
final class GcpOverwriting {

    private GcpOverwriting() {}

    /** What may be replaced, by principal. */
    static Map<String, EntitlementBuilder> of(
            Map<String, EntitlementBuilder> create, Map<String, EntitlementBuilder> delete) {
        var builders = new TreeMap<String, EntitlementBuilder>();
        create.forEach((principal, creating) -> {
            var deleting = delete.get(principal);
            if (deleting != null) {
                both(creating, deleting).ifPresent(builder -> builders.put(principal, builder));
            }
        });
        return builders;
    }

    private static Optional<EntitlementBuilder> both(EntitlementBuilder creating, EntitlementBuilder deleting) {
        var why = new ArrayList<>(creating.missing());
        why.addAll(deleting.missing());
        var builder = new EntitlementBuilder();
        try {
            var reach = creating.reach().and(deleting.reach());
            var unsure = reach.unsure();
            for (var delete : deleting.grounds()) {
                for (var ground : withCreation(delete, creating.grounds())) {
                    add(ground, reach.sure(), List.of(), builder);
                    add(ground, unsure, why, builder);
                }
            }
        } catch (TooComplexException tooComplex) {
            why.add("too complex to decide exactly: " + tooComplex.getMessage());
            deleting.grounds().forEach(ground -> builder.add(ground, why));
        }
        return builder.grounds().isEmpty() ? Optional.empty() : Optional.of(builder);
    }

    private static void add(Ground ground, NameSet names, List<String> why, EntitlementBuilder builder) {
        var part = ground.names().and(names);
        if (!part.isEmpty()) {
            builder.add(new Ground(part, ground.explanation()), why);
        }
    }

    /** The ground itself where it gives both; else what gives the other, until all names have one. */
    private static List<Ground> withCreation(Ground delete, List<Ground> creating) {
        if (creating.stream().anyMatch(create -> create.explanation().equals(delete.explanation()))) {
            return List.of(delete);
        }
        var grounds = new ArrayList<Ground>();
        var left = delete.names();
        for (var create : creating) {
            var names = left.and(create.names());
            if (!names.isEmpty()) {
                var steps = new ArrayList<>(create.explanation().steps());
                steps.addAll(delete.explanation().steps());
                grounds.add(new Ground(names, new Explanation(steps)));
                left = left.minus(names);
            }
        }
        return grounds;
    }
}
