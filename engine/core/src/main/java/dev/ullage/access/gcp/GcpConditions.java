package dev.ullage.access.gcp;

import dev.ullage.access.TooComplexException;
import dev.ullage.cel.iam.Claim;
import dev.ullage.cel.iam.IamConditions;
import dev.ullage.model.Condition;
import java.util.List;
import java.util.stream.Stream;

/** Weighs conditions of bindings, deny rules and boundaries. */
final class GcpConditions {

    /**
     * A condition for some requests.
     *
     * @param claim what is left of it when what is known is put in
     * @param missing attributes that it hangs on, or why it cannot be decided; none when it is sure
     */
    record Weighed<T>(Truth<T> truth, Claim claim, List<String> missing) {

        Weighed {
            missing = List.copyOf(missing);
        }

        /** Why it is not sure, as a sentence. */
        String doubt(Condition condition, String where) {
            var about = "the condition `%s` on %s".formatted(condition.expression(), where);
            return missing.stream()
                    .filter(reason -> reason.contains(" "))
                    .findFirst()
                    .map(reason -> about + " cannot be decided: " + reason)
                    .orElseGet(() -> "whether %s holds hangs on `%s`".formatted(about, claim.text()));
        }
    }

    private final IamConditions conditions;

    GcpConditions(IamConditions conditions) {
        this.conditions = conditions;
    }

    /** What the condition comes to in a scope. */
    <T> Weighed<T> weigh(Condition condition, Scope<T> scope) {
        var known = scope.weighed().get(condition.expression());
        if (known == null) {
            known = compute(condition, scope);
            scope.weighed().put(condition.expression(), known);
        }
        return known;
    }

    private <T> Weighed<T> compute(Condition condition, Scope<T> scope) {
        var compiled = conditions.of(condition.expression());
        var now = compiled.claim(scope.attributes());
        try {
            var truth = Truth.of(now, scope.logic(), scope.names());
            if (!scope.lasting() || now instanceof Claim.Known known && known.value()) {
                return new Weighed<>(truth, now, missing(now));
            }
            var later = compiled.claim(scope.attributes().fromThenOn());
            return new Weighed<>(
                    orPerhaps(truth, Truth.of(later, scope.logic(), scope.names()), scope), later, missing(later));
        } catch (TooComplexException tooComplex) {
            var unknown = scope.logic().unknown();
            return new Weighed<>(
                    new Truth<>(unknown, unknown),
                    now,
                    List.of("it is too complex to decide exactly: " + tooComplex.getMessage()));
        }
    }

    /** What may be so later is possible today. */
    private static <T> Truth<T> orPerhaps(Truth<T> now, Truth<T> later, Scope<T> scope) {
        var logic = scope.logic();
        return new Truth<>(
                logic.or(now.holds(), logic.and(later.holds(), logic.unknown())),
                logic.or(now.fails(), logic.and(later.fails(), logic.unknown())));
    }

    private static List<String> missing(Claim claim) {
        return open(claim).distinct().toList();
    }

    private static Stream<String> open(Claim claim) {
        if (claim instanceof Claim.Open open) {
            return open.missing().stream();
        }
        if (claim instanceof Claim.Not not) {
            return open(not.of());
        }
        if (claim instanceof Claim.And and) {
            return and.of().stream().flatMap(GcpConditions::open);
        }
        if (claim instanceof Claim.Or or) {
            return or.of().stream().flatMap(GcpConditions::open);
        }
        if (claim instanceof Claim.Same same) {
            return Stream.concat(open(same.left()), open(same.right()));
        }
        return claim instanceof Claim.Choice choice
                ? Stream.of(choice.condition(), choice.then(), choice.otherwise())
                        .flatMap(GcpConditions::open)
                : Stream.empty();
    }
}
