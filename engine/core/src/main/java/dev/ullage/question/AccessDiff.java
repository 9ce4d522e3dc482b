package dev.ullage.question;

import java.util.Comparator;
import java.util.List;

/**
 * What changed between two snapshots.
 *
 * @param coverage what was read otherwise, which is no change of access
 * @param changes gained first, then what is not sure, then lost
 * @param untold changes that could not be worked out, one sentence each
 */
public record AccessDiff(List<CoverageChange> coverage, List<AccessChange> changes, List<String> untold) {

    public AccessDiff {
        coverage = coverage.stream()
                .sorted(Comparator.comparing(CoverageChange::topic).thenComparing(CoverageChange::scope))
                .toList();
        changes = changes.stream().sorted(AccessChange.ORDER).toList();
        untold = untold.stream().sorted().distinct().toList();
    }

    /** True when some access is new for sure. */
    public boolean hasGain() {
        return changes.stream().anyMatch(AccessChange::isGained);
    }

    /** True when some access is new or gone for sure. */
    public boolean hasChange() {
        return hasGain() || changes.stream().anyMatch(AccessChange::isLost);
    }

    /** True when access may be new of which that cannot be told. */
    public boolean mayHideGain() {
        return !untold.isEmpty()
                || coverage.stream().anyMatch(CoverageChange::isLoss)
                || changes.stream().anyMatch(change -> change.mayBeGained() && !change.isGained());
    }

    /** True when access may be new or gone of which that cannot be told. */
    public boolean mayHideChange() {
        return mayHideGain()
                || !coverage.isEmpty()
                || changes.stream().anyMatch(change -> !change.isGained() && !change.isLost());
    }
}
