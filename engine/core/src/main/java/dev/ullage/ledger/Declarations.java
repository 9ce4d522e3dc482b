package dev.ullage.ledger;

import dev.ullage.access.CanonicalId;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Memberships;
import dev.ullage.access.NameSet;
import dev.ullage.estate.Estate;
import dev.ullage.estate.Intent;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The declared column: what owners said principals are for. */
final class Declarations {

    private final boolean complete;
    private final Map<String, List<Intent>> byPrincipal = new HashMap<>();

    /** What is declared for a group is declared for everybody in it. */
    Declarations(Estate estate, FactIndex facts) {
        this.complete = estate.intentsComplete();
        for (var intent : estate.intents()) {
            for (var principal : intent.principals()) {
                for (var id : members(principal, facts.memberships())) {
                    byPrincipal.computeIfAbsent(id, key -> new ArrayList<>()).add(intent);
                }
            }
        }
    }

    private static List<String> members(String principal, Memberships memberships) {
        var id = CanonicalId.of(principal);
        return memberships.isGroup(id)
                ? memberships.of(id).stream().map(Memberships.Member::id).toList()
                : List.of(id);
    }

    /** True when it is said what the principal is for, be it nothing. */
    boolean speakOf(String principal) {
        return complete || byPrincipal.containsKey(principal);
    }

    /** True when the principal is for emergencies and may be entitled to anything. */
    boolean isBreakGlass(String principal) {
        return byPrincipal.getOrDefault(principal, List.of()).stream().anyMatch(Intent::breakGlass);
    }

    /** Everything that is declared, sorted. */
    Set<Cell> cells() {
        var cells = new TreeSet<Cell>();
        byPrincipal.forEach((principal, intents) -> {
            for (var intent : intents) {
                add(principal, intent.reads(), intent.kind().whereItReads(), cells);
                for (var place : intent.writes()) {
                    add(principal, List.of(place), intent.kind().whereItWrites(provider(place)), cells);
                }
            }
        });
        return cells;
    }

    private static void add(String principal, List<String> places, Set<PermissionClass> classes, Set<Cell> cells) {
        for (var place : places) {
            for (var permissionClass : classes) {
                boolean onObjects = permissionClass != PermissionClass.LIST;
                cells.add(new Cell(principal, new Cell.Spot(bucketOf(place), permissionClass, onObjects)));
            }
        }
    }

    /** The names declared for a cell, a place each, in the order of the intents. */
    List<NameSet> of(Cell cell) {
        if (cell.spot().onObjects() == (cell.permissionClass() == PermissionClass.LIST)) {
            return List.of();
        }
        var declared = new ArrayList<NameSet>();
        for (var intent : byPrincipal.getOrDefault(cell.principal(), List.of())) {
            if (intent.kind().whereItReads().contains(cell.permissionClass())) {
                add(intent.reads(), cell, declared);
            }
            if (intent.kind().whereItWrites(provider(cell.resource())).contains(cell.permissionClass())) {
                add(intent.writes(), cell, declared);
            }
        }
        return declared;
    }

    private static void add(List<String> places, Cell cell, List<NameSet> declared) {
        for (var place : places) {
            if (cell.resource().equals(bucketOf(place))) {
                declared.add(cell.spot().onObjects() ? names(place) : NameSet.itself());
            }
        }
    }

    private static NameSet names(String place) {
        var bucket = bucketOf(place);
        var rest = place.length() > bucket.length() ? place.substring(bucket.length() + 1) : "";
        return rest.isEmpty() || rest.endsWith("/") ? NameSet.prefix(rest) : NameSet.of(rest);
    }

    private static Provider provider(String place) {
        return place.startsWith("gs://") ? Provider.GCP : Provider.AWS;
    }

    /** {@code gs://bucket} of {@code gs://bucket/prefix/}. */
    private static String bucketOf(String place) {
        int slash = place.indexOf('/', "gs://".length());
        return slash < 0 ? place : place.substring(0, slash);
    }
}
