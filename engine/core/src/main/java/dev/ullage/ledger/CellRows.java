package dev.ullage.ledger;

import dev.ullage.access.Containment;
import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.aws.AwsAccess;
import dev.ullage.access.gcp.GcpAccess;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.LedgerRow;
import dev.ullage.analysis.LedgerVerdict;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Place;
import dev.ullage.model.Provider;
import dev.ullage.model.Usage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the rows of one cell. The names are cut into places of which each column has one answer: declared places first,
 * then what is granted beyond them, each split by use.
 */
final class CellRows {

    /** Places of a set that overlap are told apart in at most so many steps. */
    private static final int MOST_PLACES = 1_000;

    /**
     * What is known of a cell.
     *
     * @param own entitlements of the principal
     * @param everybodys entitlements of everybody, which are the principal's too
     * @param declared names, a declared place each
     * @param beyond whether what is not named in any intent is declared
     * @param unseen why a grant of names may exist that the input does not show
     * @param unproved why silence in the logs does not prove that something was not used
     */
    record Known(
            List<Entitlement> own,
            List<Entitlement> everybodys,
            List<NameSet> declared,
            Answer beyond,
            List<Usage> uses,
            Unseen unseen,
            Optional<String> unproved) {}

    /** Says why a grant of some names may exist that the input does not show. */
    @FunctionalInterface
    interface Unseen {
        Optional<String> why(NameSet names);
    }

    /** Names on which the granted and the declared column have one answer. */
    private record Part(NameSet names, Answer granted, Answer declared, List<Entitlement> by, List<String> missing) {}

    private final FactIndex facts;
    private final Cell cell;
    private final Known known;
    private final List<LedgerRow> rows = new ArrayList<>();

    private CellRows(FactIndex facts, Cell cell, Known known) {
        this.facts = facts;
        this.cell = cell;
        this.known = known;
    }

    /** The rows of a cell; a single undecided one when it takes too much to tell places apart. */
    static List<LedgerRow> of(FactIndex facts, Cell cell, Known known) {
        try {
            var rows = new CellRows(facts, cell, known);
            rows.addAll();
            return rows.rows;
        } catch (TooComplexException tooComplex) {
            var rows = new CellRows(facts, cell, known);
            rows.addUndecided("too complex to decide exactly: " + tooComplex.getMessage());
            return rows.rows;
        }
    }

    private void addAll() {
        var parts = parts();
        for (var part : parts) {
            var others = NameSet.union(parts.stream()
                    .filter(other -> !other.equals(part))
                    .map(Part::names)
                    .toList());
            split(part, others);
        }
        past();
    }

    private void addUndecided(String why) {
        var everything = cell.spot().onObjects() ? NameSet.all() : NameSet.itself();
        var place = everything.places(cell.resource()).get(0);
        var part = new Part(everything, Answer.UNKNOWN, Answer.UNKNOWN, known.own, List.of(why));
        var because = known.own.stream()
                .flatMap(entitlement -> entitlement.grounds().stream())
                .map(Ground::explanation)
                .toList();
        rows.add(row(part, Answer.UNKNOWN, known.uses, List.of(why), because, place, everything));
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        // Everybody's access is this principal's too, but only asked for where it was declared.
        var all = Stream.concat(known.own.stream(), known.everybodys.stream()).toList();
        var withEverybody = reach(all);
        var declaredSoFar = NameSet.none();
        for (var place : known.declared) {
            var names = place.minus(declaredSoFar);
            declaredSoFar = declaredSoFar.or(names);
            add(parts, new Part(names.and(withEverybody.sure()), Answer.YES, Answer.YES, all, List.of()));
            add(parts, new Part(names.and(withEverybody.unsure()), Answer.UNKNOWN, Answer.YES, all, missing(all)));
            var notGranted = names.minus(withEverybody.possible());
            var unseen = hasSomething(notGranted) ? known.unseen.why(notGranted) : Optional.<String>empty();
            add(
                    parts,
                    new Part(
                            notGranted,
                            notGranted(unseen),
                            Answer.YES,
                            List.of(),
                            unseen.stream().toList()));
        }
        var outside = Containment.outside(reach(known.own), declaredSoFar);
        add(parts, new Part(outside.sure(), Answer.YES, known.beyond, known.own, List.of()));
        add(parts, new Part(outside.unsure(), Answer.UNKNOWN, known.beyond, known.own, missing(known.own)));
        return parts;
    }

    private static Answer notGranted(Optional<String> unseen) {
        return unseen.isPresent() ? Answer.UNKNOWN : Answer.NO;
    }

    private static Reach reach(List<Entitlement> entitlements) {
        return Reach.union(entitlements.stream().map(Entitlement::reach).toList());
    }

    private static List<String> missing(List<Entitlement> entitlements) {
        return entitlements.stream()
                .flatMap(entitlement -> entitlement.missing().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void add(List<Part> parts, Part part) {
        if (hasSomething(part.names)) {
            parts.add(part);
        }
    }

    /** No object has the empty name, so that it alone is nothing where objects are meant. */
    private boolean hasSomething(NameSet names) {
        return cell.spot().onObjects() ? !NameSet.itself().containsAll(names) : !names.isEmpty();
    }

    /**
     * Splits a part by use. A request is known by the prefix below which it was: it is a use of the part when there is
     * nothing else below that prefix that it may have been for.
     */
    private void split(Part part, NameSet others) {
        var sure = new ArrayList<Usage>();
        var perhaps = new ArrayList<Usage>();
        for (var use : known.uses) {
            var below = cell.below(use);
            if (below.intersects(part.names)) {
                (below.intersects(others) ? perhaps : sure).add(use);
            }
        }
        if (part.granted == Answer.NO || part.declared == Answer.YES) {
            var used = sure.isEmpty() ? perhaps.isEmpty() ? Answer.NO : Answer.UNKNOWN : Answer.YES;
            add(part, part.names, used, sure.isEmpty() ? perhaps : sure);
            return;
        }
        var used = touched(part.names, sure);
        add(part, used, Answer.YES, sure);
        var left = part.names.minus(used);
        var perhapsUsed = touched(left, perhaps);
        add(part, perhapsUsed, Answer.UNKNOWN, perhaps);
        add(part, left.minus(perhapsUsed), Answer.NO, List.of());
    }

    /**
     * The patterns of a set below which something was used, each as a whole: what a grant gives is used when a part of it
     * is, since tomorrow's names are not today's.
     */
    private NameSet touched(NameSet names, List<Usage> uses) {
        return NameSet.union(names.terms().stream()
                .filter(term -> uses.stream().anyMatch(use -> cell.below(use).intersects(term)))
                .toList());
    }

    private NameSet below(List<Usage> uses) {
        if (cell.spot().onObjects()) {
            return UsedPrefixes.names(uses);
        }
        return uses.isEmpty() ? NameSet.none() : NameSet.itself();
    }

    /** Use that nothing in the input grants or declares. */
    private void past() {
        var all = Stream.concat(known.own.stream(), known.everybodys.stream()).toList();
        var explained = reach(all).possible().or(NameSet.union(known.declared));
        var uses = known.uses.stream()
                .filter(use -> !cell.below(use).intersects(explained))
                .toList();
        if (uses.isEmpty()) {
            return;
        }
        var names = below(uses).minus(explained);
        var unseen = known.unseen.why(names);
        var part = new Part(
                names,
                notGranted(unseen),
                known.beyond == Answer.YES ? Answer.NO : known.beyond,
                List.of(),
                unseen.stream().toList());
        add(part, names, Answer.YES, uses);
    }

    /** Adds a row for each place; that nobody was seen is use only where the logs prove it. */
    private void add(Part part, NameSet names, Answer seen, List<Usage> uses) {
        if (!hasSomething(names)) {
            return;
        }
        var missing = new ArrayList<>(part.missing);
        var used = seen;
        if (seen == Answer.UNKNOWN) {
            uses.stream()
                    .map(use -> "requests below %s/%s were logged, and some or all may have been for other places"
                            .formatted(cell.resource(), use.prefix()))
                    .distinct()
                    .limit(1)
                    .forEach(missing::add);
        }
        if (seen == Answer.NO && known.unproved.isPresent()) {
            missing.add(known.unproved.get());
            used = Answer.UNKNOWN;
        }
        var left = names;
        for (int i = 0; hasSomething(left); i++) {
            if (i >= MOST_PLACES) {
                throw new TooComplexException("more than " + MOST_PLACES + " places");
            }
            var here = left.parts(cell.resource()).get(0);
            rows.add(row(part, used, uses, missing, because(here.names(), part.by), here.place(), here.names()));
            left = left.minus(here.names());
        }
    }

    private LedgerRow row(
            Part part,
            Answer used,
            List<Usage> uses,
            Collection<String> missing,
            List<Explanation> because,
            Place place,
            NameSet here) {
        return new LedgerRow(
                cell.spot().provider(),
                cell.principal(),
                cell.permissionClass(),
                permission(here, part.by, uses),
                place,
                facts.containerOf(cell.resource()),
                part.granted,
                part.declared,
                used,
                LedgerVerdict.of(part.granted, part.declared, used),
                uses.stream().map(Usage::last).max(Comparator.naturalOrder()).orElse(null),
                uses.stream().mapToLong(Usage::count).sum(),
                because,
                missing.stream().distinct().sorted().toList(),
                witness(here));
    }

    private static List<Explanation> because(NameSet names, List<Entitlement> by) {
        return by.stream()
                .flatMap(entitlement -> entitlement.grounds().stream())
                .filter(ground -> ground.names().intersects(names))
                .map(Ground::explanation)
                .distinct()
                .sorted(Comparator.comparing(CellRows::text).thenComparing(Explanation::toString))
                .toList();
    }

    private static String text(Explanation explanation) {
        return explanation.steps().stream().map(Step::says).collect(Collectors.joining("\n"));
    }

    /** Of what is granted, by what permission; of what is only used, what was used; else what would be needed. */
    private String permission(NameSet names, List<Entitlement> by, List<Usage> uses) {
        var granted = by.stream()
                .filter(entitlement -> entitlement.reach().possible().intersects(names))
                .map(Entitlement::permission)
                .collect(Collectors.toCollection(TreeSet::new));
        if (granted.isEmpty()) {
            uses.forEach(use -> granted.add(use.permission()));
        }
        if (granted.isEmpty()) {
            granted.addAll(natives(cell.spot().provider(), cell.permissionClass()));
        }
        return String.join(", ", granted);
    }

    private static List<String> natives(Provider provider, PermissionClass permissionClass) {
        return provider == Provider.AWS
                ? AwsAccess.permissions(permissionClass)
                : GcpAccess.permissions(permissionClass);
    }

    private String witness(NameSet names) {
        // The empty name is no object's; the shortest of the others is meant where objects are.
        var name = cell.spot().onObjects() ? names.minus(NameSet.itself()).shortest() : Optional.<String>empty();
        return name.map(one -> cell.resource() + "/" + one).orElse(cell.resource());
    }
}
