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

    /** A native permission of one principal, which several entitlements may give. */
    private record Spot(
            String principal,
            PermissionClass permissionClass,
            String permission,
            String resource,
            boolean onObjects,
            List<Step> path) {}

    /** What an entitlement gives of the names that are asked about, and why that is not sure of who is asked about. */
    private record Given(Entitlement entitlement, NameSet asked, List<String> doubts) {

        NameSet sure() {
            return doubts.isEmpty() ? entitlement.reach().sure().and(asked) : NameSet.none();
        }

        NameSet possible() {
            return entitlement.reach().possible().and(asked);
        }

        List<String> missing() {
            var missing = new ArrayList<>(entitlement.missing());
            missing.addAll(doubts);
            return missing;
        }
    }

    private final Map<Spot, List<Given>> given = new LinkedHashMap<>();
    private final Map<Key, Shared> rows = new LinkedHashMap<>();

    /**
     * Adds what an entitlement gives of the names that are asked about.
     *
     * @param path how the one who is asked about comes to act as its principal
     * @param doubts why even what is sure of the entitlement is not sure of the one who is asked about
     */
    void add(Entitlement entitlement, NameSet asked, List<Step> path, List<String> doubts) {
        var spot = new Spot(
                entitlement.principal(),
                entitlement.permissionClass(),
                entitlement.permission(),
                entitlement.resource(),
                entitlement.isOnObjects(),
                path);
        var names = entitlement.isOnObjects() ? asked : NameSet.all();
        given.computeIfAbsent(spot, any -> new ArrayList<>()).add(new Given(entitlement, names, doubts));
    }

    /** What one ground gives for sure is not open because another might give it too. */
    private void add(Spot spot, List<Given> all) {
        try {
            var sure = NameSet.union(all.stream().map(Given::sure).toList());
            for (var one : all) {
                add(one.entitlement(), one.sure(), Answer.YES, spot.path(), List.of());
                add(one.entitlement(), one.possible().minus(sure), Answer.UNKNOWN, spot.path(), one.missing());
            }
        } catch (TooComplexException tooComplex) {
            var missing = List.of("too complex to decide exactly: " + tooComplex.getMessage());
            add(all.get(0).entitlement(), NameSet.all(), Answer.UNKNOWN, spot.path(), missing);
        }
    }

    private void add(Entitlement entitlement, NameSet names, Answer granted, List<Step> path, List<String> missing) {
        if (names.isEmpty()) {
            return;
        }
        for (var part : names.parts(entitlement.resource())) {
            var row = rows.computeIfAbsent(
                    new Key(entitlement.principal(), entitlement.permissionClass(), part.place(), granted, path),
                    key -> new Shared());
            row.permissions.add(entitlement.permission());
            row.because.addAll(Witness.because(List.of(entitlement), part.names()));
            row.missing.addAll(missing);
            row.witness = Witness.of(entitlement.resource(), part.names());
        }
    }

    /** All rows; asked for once. */
    List<AccessRow> rows() {
        given.forEach(this::add);
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
