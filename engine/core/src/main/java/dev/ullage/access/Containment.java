package dev.ullage.access;

import java.util.List;
import java.util.Optional;

/**
 * Whether all object names that are granted are among those that were declared; decided over every name there could be.
 *
 * @param verdict {@code INSIDE} for sure, {@code OUTSIDE} for sure, or {@code UNKNOWN}
 * @param witness one of the shortest names outside: a granted one, or where the verdict is unknown one that may be;
 *     always the same of the same sets
 * @param missing what would have to be known to decide, one sentence each; empty unless the verdict is unknown
 */
public record Containment(Verdict verdict, Optional<String> witness, List<String> missing) {

    /** How the granted names lie. */
    public enum Verdict {
        INSIDE,
        OUTSIDE,
        UNKNOWN
    }

    public Containment {
        missing = List.copyOf(missing);
    }

    /**
     * Compares names of objects; the empty name is no object's.
     *
     * @param missing why some of what is granted is possible and not sure
     */
    public static Containment of(Reach granted, NameSet declared, List<String> missing) {
        try {
            var outside = outside(granted, declared);
            var surely = shortest(outside.sure());
            if (surely.isPresent()) {
                return new Containment(Verdict.OUTSIDE, surely, List.of());
            }
            var perhaps = shortest(outside.possible());
            return perhaps.isPresent()
                    ? new Containment(Verdict.UNKNOWN, perhaps, missing)
                    : new Containment(Verdict.INSIDE, Optional.empty(), List.of());
        } catch (TooComplexException tooComplex) {
            return new Containment(
                    Verdict.UNKNOWN, Optional.empty(), List.of("too complex to decide: " + tooComplex.getMessage()));
        }
    }

    /**
     * What is granted beyond what was declared.
     *
     * @throws TooComplexException when it takes too much to say
     */
    public static Reach outside(Reach granted, NameSet declared) {
        return granted.minus(Reach.exactly(declared));
    }

    private static Optional<String> shortest(NameSet names) {
        return names.minus(NameSet.itself()).shortest();
    }
}
