package dev.ullage.question;

import dev.ullage.access.Entitlement;
import dev.ullage.access.NameSet;
import dev.ullage.access.TooComplexException;
import dev.ullage.analysis.Explanation;
import dev.ullage.model.Answer;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Place;
import dev.ullage.question.SnapshotSide.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Works out what access was gained and lost between two snapshots. A gain is not said of what the first may only not have
 * read while the second did, and a loss not of what the second may only not have read.
 */
public final class SnapshotComparison {

    private record Key(String principal, PermissionClass permissionClass, Place place, Answer before, Answer after) {}

    private static final class Shared {
        private final List<String> permissions = new ArrayList<>();
        private final List<Explanation> because = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private String witness = "";
    }

    private final SnapshotSide before;
    private final SnapshotSide after;
    private final Map<Key, Shared> changes = new LinkedHashMap<>();
    private final List<String> untold = new ArrayList<>();

    private SnapshotComparison(EstateAccess before, EstateAccess after) {
        this.before = new SnapshotSide(before);
        this.after = new SnapshotSide(after);
    }

    /** The difference from the one to the other. */
    public static AccessDiff diff(EstateAccess before, EstateAccess after) {
        return new SnapshotComparison(before, after).diff();
    }

    private AccessDiff diff() {
        var spots = new TreeSet<>(before.spots());
        spots.addAll(after.spots());
        for (var spot : spots) {
            var principals = new TreeSet<>(before.principals(spot));
            principals.addAll(after.principals(spot));
            for (var principal : principals) {
                compare(principal, spot);
            }
        }
        var rows = new ArrayList<AccessChange>();
        changes.forEach((key, shared) -> rows.add(new AccessChange(
                key.principal(),
                Multitude.of(key.principal()),
                key.permissionClass(),
                shared.permissions,
                key.place(),
                key.before(),
                key.after(),
                Witness.sorted(shared.because),
                shared.missing,
                shared.witness)));
        return new AccessDiff(new CoverageComparison(before.facts(), after.facts()).changes(), rows, untold);
    }

    private void compare(String principal, Spot spot) {
        var had = before.own(principal, spot);
        var has = after.own(principal, spot);
        if (had.equals(has)) {
            return;
        }
        try {
            gains(principal, spot);
            losses(principal, spot);
        } catch (TooComplexException tooComplex) {
            untold.add("what %s of %s on %s became is too complex to decide exactly: %s"
                    .formatted(spot.permission(), principal, spot.resource(), tooComplex.getMessage()));
        }
    }

    private void gains(String principal, Spot spot) {
        var has = after.own(principal, spot);
        var had = before.all(principal, spot);
        var fresh = has.sure().minus(had.possible());
        var settled = has.sure().and(had.possible()).minus(had.sure());
        var perhaps = has.unsure()
                .minus(had.possible())
                .minus(after.all(principal, spot).sure());
        var doubts = fresh.isEmpty() && perhaps.isEmpty()
                ? List.<String>of()
                : doubtsOfBeforeOnly(principal, spot, fresh.or(perhaps));
        var grounds = after.of(principal, spot);
        var wasMissing = missing(before.of(principal, spot));
        add(principal, spot, settled, Answer.UNKNOWN, Answer.YES, grounds, wasMissing);
        add(principal, spot, fresh, doubts.isEmpty() ? Answer.NO : Answer.UNKNOWN, Answer.YES, grounds, doubts);
        if (doubts.isEmpty()) {
            add(principal, spot, perhaps, Answer.NO, Answer.UNKNOWN, grounds, missing(grounds));
        }
    }

    private void losses(String principal, Spot spot) {
        var had = before.own(principal, spot);
        var has = after.all(principal, spot);
        var gone = had.sure().minus(has.possible());
        var unsettled = had.sure().and(has.possible()).minus(has.sure());
        var perhaps = had.unsure()
                .minus(has.possible())
                .minus(before.all(principal, spot).sure());
        var doubts = gone.isEmpty() && perhaps.isEmpty()
                ? List.<String>of()
                : after.doubts(principal, spot, gone.or(perhaps), container(before, spot));
        var grounds = before.of(principal, spot);
        add(principal, spot, unsettled, Answer.YES, Answer.UNKNOWN, grounds, missing(after.of(principal, spot)));
        add(principal, spot, gone, Answer.YES, doubts.isEmpty() ? Answer.NO : Answer.UNKNOWN, grounds, doubts);
        if (doubts.isEmpty()) {
            add(principal, spot, perhaps, Answer.UNKNOWN, Answer.NO, grounds, missing(grounds));
        }
    }

    /** What neither snapshot has read hides the same from both, and what is new among the rest is new. */
    private List<String> doubtsOfBeforeOnly(String principal, Spot spot, NameSet names) {
        var doubts = new ArrayList<>(before.doubts(principal, spot, names, container(after, spot)));
        doubts.removeAll(after.doubts(principal, spot, names, container(after, spot)));
        return doubts;
    }

    private static String container(SnapshotSide side, Spot spot) {
        return side.facts().containerOf(spot.resource());
    }

    private static List<String> missing(List<Entitlement> entitlements) {
        return entitlements.stream()
                .flatMap(entitlement -> entitlement.missing().stream())
                .toList();
    }

    private void add(
            String principal,
            Spot spot,
            NameSet names,
            Answer was,
            Answer is,
            List<Entitlement> grounds,
            List<String> missing) {
        if (names.isEmpty()) {
            return;
        }
        for (var part : names.parts(spot.resource())) {
            var shared = changes.computeIfAbsent(
                    new Key(principal, spot.permissionClass(), part.place(), was, is), key -> new Shared());
            shared.permissions.add(spot.permission());
            shared.because.addAll(Witness.because(grounds, part.names()));
            shared.missing.addAll(missing);
            shared.witness = Witness.of(spot.resource(), part.names());
        }
    }
}
