package dev.ullage.question;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.ledger.Crowd;
import dev.ullage.ledger.Everybody;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Principal;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One of two snapshots that are compared: its entitlements by what they are about. */
final class SnapshotSide {

    /** A native permission, as one of a class, on a resource or on its objects. */
    record Spot(String resource, PermissionClass permissionClass, String permission, boolean onObjects)
            implements Comparable<Spot> {

        private static final Comparator<Spot> ORDER = Comparator.comparing(Spot::resource)
                .thenComparing(Spot::permissionClass)
                .thenComparing(Spot::permission)
                .thenComparing(Spot::onObjects);

        @Override
        public int compareTo(Spot other) {
            return ORDER.compare(this, other);
        }
    }

    private final FactIndex facts;
    private final Gaps gaps;
    private final Map<Spot, Map<String, List<Entitlement>>> bySpot = new TreeMap<>();

    SnapshotSide(EstateAccess access) {
        this.facts = access.facts();
        this.gaps = new Gaps(facts);
        for (var entitlement : access.entitlements(AccessQuestion.EVERYTHING)) {
            var spot = new Spot(
                    entitlement.resource(),
                    entitlement.permissionClass(),
                    entitlement.permission(),
                    entitlement.isOnObjects());
            bySpot.computeIfAbsent(spot, any -> new TreeMap<>())
                    .computeIfAbsent(entitlement.principal(), any -> new ArrayList<>())
                    .add(entitlement);
        }
    }

    FactIndex facts() {
        return facts;
    }

    Set<Spot> spots() {
        return bySpot.keySet();
    }

    Set<String> principals(Spot spot) {
        return bySpot.getOrDefault(spot, Map.of()).keySet();
    }

    List<Entitlement> of(String principal, Spot spot) {
        return bySpot.getOrDefault(spot, Map.of()).getOrDefault(principal, List.of());
    }

    /** What the principal has there by grants to itself or to its groups. */
    Reach own(String principal, Spot spot) {
        return union(of(principal, spot));
    }

    /** The same, and what everybody has there. */
    Reach all(String principal, Spot spot) {
        var own = own(principal, spot);
        var everybodys = bySpot.getOrDefault(spot, Map.of()).entrySet().stream()
                .filter(entry -> Multitude.isAnybody(entry.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .toList();
        return own.or(union(everybodys));
    }

    private static Reach union(List<Entitlement> entitlements) {
        return entitlements.size() == 1
                ? entitlements.get(0).reach()
                : Reach.union(entitlements.stream().map(Entitlement::reach).toList());
    }

    /**
     * Why the principal may have the names there without being seen.
     *
     * @param container where the resource would be, if it is not in this snapshot
     */
    List<String> doubts(String principal, Spot spot, NameSet names, String container) {
        var resource = spot.resource();
        if (!isThere(resource)) {
            return gaps.ofAbsent(resource, container);
        }
        var doubts = new ArrayList<>(gaps.at(resource, spot.permissionClass()));
        if (Providers.of(principal) == Provider.AWS && !Crowd.is(principal)) {
            var account = facts.containerOf(principal);
            if (facts.container(account).isPresent()) {
                facts.gap(Topic.IAM_POLICIES, principal).ifPresent(doubts::add);
                facts.gap(Topic.PRINCIPALS, account).ifPresent(doubts::add);
            }
        }
        throughMany(principal, spot, names).ifPresent(doubts::add);
        return doubts;
    }

    private Optional<String> throughMany(String principal, Spot spot, NameSet names) {
        return bySpot.getOrDefault(spot, Map.of()).values().stream()
                .flatMap(Collection::stream)
                .filter(entitlement -> isOneOf(principal, entitlement.principal())
                        && entitlement.reach().possible().intersects(names))
                .findFirst()
                .map(entitlement ->
                        "%s has it, and who is in it is not in the input".formatted(entitlement.principal()));
    }

    private static boolean isOneOf(String principal, String many) {
        return !many.equals(principal)
                && !Multitude.isAnybody(many)
                && (Everybody.includes(many) || Multitude.mayInclude(many, principal));
    }

    private boolean isThere(String resource) {
        return facts.bucket(resource).map(Bucket::id).isPresent()
                || facts.principal(resource).map(Principal::id).isPresent()
                || facts.container(resource).map(Container::id).isPresent();
    }
}
