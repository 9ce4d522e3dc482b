package dev.ullage.ledger;

import dev.ullage.access.NameSet;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import dev.ullage.model.Usage;
import java.util.Comparator;

/**
 * One principal and class at one resource: what rows are computed from.
 *
 * @param spot what the principal may or may not touch there
 */
record Cell(String principal, Spot spot) implements Comparable<Cell> {

    /**
     * A class of permission at a resource.
     *
     * @param onObjects true for the objects of a bucket, false for the resource itself
     */
    record Spot(String resource, PermissionClass permissionClass, boolean onObjects) implements Comparable<Spot> {

        private static final Comparator<Spot> ORDER = Comparator.comparing(Spot::resource)
                .thenComparing(Spot::permissionClass)
                .thenComparing(Spot::onObjects);

        Provider provider() {
            return resource.startsWith("s3:") || resource.startsWith("arn:") ? Provider.AWS : Provider.GCP;
        }

        @Override
        public int compareTo(Spot other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::principal).thenComparing(Cell::spot);

    String resource() {
        return spot.resource;
    }

    PermissionClass permissionClass() {
        return spot.permissionClass;
    }

    /** What a logged request may have been for: a log shows of an object the folder that it is in. */
    NameSet below(Usage use) {
        return spot.onObjects ? NameSet.prefix(use.prefix()) : NameSet.itself();
    }

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
