package dev.ullage.question;

import dev.ullage.access.Entitlement;
import dev.ullage.access.NameSet;
import dev.ullage.access.TooComplexException;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes rows of entitlements; native permissions of one class that reach the same place share a row. */
final class AccessRows {

    private record Key(
            String principal, PermissionClass permissionClass, Place place, Answer granted, List<Step> path) {}

    private static final class Shared {
        private final List<String> permissions = new ArrayList<>();
        private final List<Explanation> because = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private String witness = "";
    }

    private final Map<Key, Shared> rows = new LinkedHashMap<>();

    /**
     * Adds what an entitlement gives of the names that are asked about.
     *
     * @param path how the one who is asked about comes to act as its principal
     * @param doubts why even what is sure of the entitlement is not sure of the one who is asked about
     */
    void add(Entitlement entitlement, NameSet asked, List<Step> path, List<String> doubts) {
        var names = entitlement.isOnObjects() ? asked : NameSet.all();
        try {
            var sure = entitlement.reach().sure().and(names);
            var possible = entitlement.reach().possible().and(names);
            add(entitlement, sure, doubts.isEmpty() ? Answer.YES : Answer.UNKNOWN, path, doubts);
            var missing = new ArrayList<>(entitlement.missing());
            missing.addAll(doubts);
            add(entitlement, possible.minus(sure), Answer.UNKNOWN, path, missing);
        } catch (TooComplexException tooComplex) {
            var missing = List.of("too complex to decide exactly: " + tooComplex.getMessage());
            add(entitlement, NameSet.all(), Answer.UNKNOWN, path, missing);
        }
    }

    private void add(Entitlement entitlement, NameSet names, Answer granted, List<Step> path, List<String> missing) {
        if (names.isEmpty()) {
            return;
        }
        for (var place : names.places(entitlement.resource())) {
            var within = place.isObjects() ? NameSet.of(place) : NameSet.itself();
            var row = rows.computeIfAbsent(
                    new Key(entitlement.principal(), entitlement.permissionClass(), place, granted, path),
                    key -> new Shared());
            row.permissions.add(entitlement.permission());
            row.because.addAll(Witness.because(List.of(entitlement), within));
            row.missing.addAll(missing);
            row.witness = Witness.of(entitlement.resource(), within);
        }
    }

    List<AccessRow> rows() {
        var all = new ArrayList<AccessRow>();
        rows.forEach((key, row) -> all.add(new AccessRow(
                key.principal(),
                Multitude.of(key.principal()),
                key.permissionClass(),
                row.permissions,
                key.place(),
                key.granted(),
                key.path(),
                Witness.sorted(row.because),
                row.missing,
                row.witness)));
        return all;
    }
}
