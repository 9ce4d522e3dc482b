package dev.ullage.access.gcp;

import dev.ullage.access.TooComplexException;
import dev.ullage.cel.iam.Claim;
import dev.ullage.cel.iam.IamConditions;
import dev.ullage.model.Condition;

/** Weighs conditions of bindings, deny rules and boundaries. */
final class GcpConditions {

    /**
     * A condition for some requests.
     *
     * @param claim what is left of it when what is known is put in
     * @param problem why nobody can say more, in one sentence; empty where it merely hangs on what is not known
     */
    record Weighed<T>(Truth<T> truth, Claim claim, String problem) {

        /** Why it is not sure, as a sentence. */
        String doubt(Condition condition, String where) {
            var about = "the condition `%s` on %s".formatted(condition.expression(), where);
            return problem.isEmpty()
                    ? "whether %s holds hangs on `%s`".formatted(about, claim.text())
                    : about + " cannot be decided: " + problem;
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
                return new Weighed<>(truth, now, problem(now, scope));
            }
            var later = compiled.claim(scope.attributes().fromThenOn());
            return new Weighed<>(
                    orPerhaps(truth, Truth.of(later, scope.logic(), scope.names()), scope),
                    later,
                    problem(later, scope));
        } catch (TooComplexException tooComplex) {
            var unknown = scope.logic().unknown();
            return new Weighed<>(
                    new Truth<>(unknown, unknown),
                    now,
                    "it is too complex to decide exactly: " + tooComplex.getMessage());
        }
    }

    /** What may be so later is possible today. */
    private static <T> Truth<T> orPerhaps(Truth<T> now, Truth<T> later, Scope<T> scope) {
        var logic = scope.logic();
        return new Truth<>(
                logic.or(now.holds(), logic.and(later.holds(), logic.unknown())),
                logic.or(now.fails(), logic.and(later.fails(), logic.unknown())));
    }

    private static String problem(Claim claim, Scope<?> scope) {
        if (claim instanceof Claim.Unreadable unreadable) {
            return unreadable.why();
        }
        return claim.tests()
                .map(scope.problem())
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("");
    }
}
