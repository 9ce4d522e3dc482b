package dev.ullage.access;

import java.util.Collection;

/**
 * A set of names known from both sides: those that are in it for sure, and those that may be. Every operation keeps
 * {@code sure} within {@code possible}.
 */
public record Reach(NameSet sure, NameSet possible) {

    private static final Reach NONE = new Reach(NameSet.none(), NameSet.none());
    private static final Reach ALL = new Reach(NameSet.all(), NameSet.all());

    /** Nothing, for sure. */
    public static Reach none() {
        return NONE;
    }

    /** Everything, for sure. */
    public static Reach all() {
        return ALL;
    }

    /** Exactly these. */
    public static Reach exactly(NameSet names) {
        return new Reach(names, names);
    }

    /** At most these, and perhaps none. */
    public static Reach atMost(NameSet names) {
        return new Reach(NameSet.none(), names);
    }

    /** The union of many. */
    public static Reach union(Collection<Reach> all) {
        return new Reach(
                NameSet.union(all.stream().map(Reach::sure).toList()),
                NameSet.union(all.stream().map(Reach::possible).toList()));
    }

    /** In this or in the other. */
    public Reach or(Reach other) {
        if (equals(other) || other.isEmpty()) {
            return this;
        }
        return isEmpty() ? other : new Reach(sure.or(other.sure), possible.or(other.possible));
    }

    /** In both. */
    public Reach and(Reach other) {
        if (equals(other) || equals(NONE) || other.equals(ALL)) {
            return this;
        }
        if (equals(ALL) || other.equals(NONE)) {
            return other;
        }
        return new Reach(sure.and(other.sure), possible.and(other.possible));
    }

    /** In this and not in the other: sure only of what the other cannot have. */
    public Reach minus(Reach other) {
        if (other.isEmpty() || isEmpty()) {
            return this;
        }
        return new Reach(sure.minus(other.possible), possible.minus(other.sure));
    }

    /** Names of which it is not known whether they are in it. */
    public NameSet unsure() {
        return possible.minus(sure);
    }

    /** True when no name can be in it. */
    public boolean isEmpty() {
        return possible.isEmpty();
    }
}
