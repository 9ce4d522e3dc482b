package dev.ullage.access;

import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import java.util.ArrayList;
import java.util.List;

/** Gathers what several grounds give one principal for one permission at one resource. */
public final class EntitlementBuilder {

    private final List<NameSet> sure = new ArrayList<>();
    private final List<NameSet> possible = new ArrayList<>();
    private final List<Ground> grounds = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /** Adds a ground; {@code whyNotSure} is empty when it gives its names for sure. */
    public void add(Ground ground, List<String> whyNotSure) {
        grounds.add(ground);
        possible.add(ground.names());
        if (whyNotSure.isEmpty()) {
            sure.add(ground.names());
        }
        missing.addAll(whyNotSure);
    }

    /** What all grounds give together; when that takes too much to say, anything is possible and nothing sure. */
    public Reach reach() {
        try {
            return new Reach(NameSet.union(sure), NameSet.union(possible));
        } catch (TooComplexException tooComplex) {
            return undecided(tooComplex);
        }
    }

    private Reach undecided(TooComplexException tooComplex) {
        missing.add("too complex to decide exactly: " + tooComplex.getMessage());
        return Reach.atMost(NameSet.all());
    }

    /** Sentences on what is not sure; more may be added. */
    public List<String> missing() {
        return missing;
    }

    /** The grounds so far. */
    public List<Ground> grounds() {
        return grounds;
    }

    /** The entitlement after {@code denied} is taken away. */
    public Entitlement build(
            Provider provider,
            String principal,
            PermissionClass permissionClass,
            String permission,
            String resource,
            Reach denied) {
        Reach left;
        boolean decided;
        try {
            left = reach().minus(denied);
            decided = left.unsure().isEmpty();
        } catch (TooComplexException tooComplex) {
            left = undecided(tooComplex);
            decided = false;
        }
        return new Entitlement(
                provider,
                principal,
                permissionClass,
                permission,
                resource,
                left,
                grounds,
                decided ? List.of() : missing);
    }
}
