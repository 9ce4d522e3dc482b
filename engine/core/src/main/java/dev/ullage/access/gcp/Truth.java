package dev.ullage.access.gcp;

import dev.ullage.access.Logic;
import dev.ullage.cel.iam.Claim;
import dev.ullage.cel.iam.NameTest;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Whether a condition is true, and whether it is false. It is neither where it cannot be evaluated, which is not the same as
 * false: its contrary is not true there.
 *
 * @param <T> a three-valued truth
 */
record Truth<T>(T holds, T fails) {

    /**
     * Puts a claim into a logic.
     *
     * @param names what a comparison of the object's name comes to
     */
    static <T> Truth<T> of(Claim claim, Logic<T> logic, Function<NameTest, T> names) {
        return new Reading<>(logic, names).of(claim);
    }

    Truth<T> not() {
        return new Truth<>(/* holds= */ fails, /* fails= */ holds);
    }

    private record Reading<T>(Logic<T> logic, Function<NameTest, T> names) {

        Truth<T> of(Claim claim) {
            if (claim instanceof Claim.Known known) {
                return known.value() ? certain() : certain().not();
            }
            if (claim instanceof Claim.Failed) {
                return new Truth<>(logic.no(), logic.no());
            }
            if (claim instanceof Claim.Named named) {
                var those = names.apply(named.test());
                return new Truth<>(those, logic.minus(logic.yes(), those));
            }
            if (claim instanceof Claim.Not not) {
                return of(not.of()).not();
            }
            if (claim instanceof Claim.And and) {
                return all(and.of());
            }
            if (claim instanceof Claim.Or or) {
                return any(or.of());
            }
            if (claim instanceof Claim.Same same) {
                return same(of(same.left()), of(same.right()));
            }
            return claim instanceof Claim.Choice choice
                    ? choice(of(choice.condition()), of(choice.then()), of(choice.otherwise()))
                    : new Truth<>(logic.unknown(), logic.unknown());
        }

        private Truth<T> certain() {
            return new Truth<>(logic.yes(), logic.no());
        }

        private Truth<T> all(List<Claim> claims) {
            return join(claims, logic::and, logic::or);
        }

        private Truth<T> any(List<Claim> claims) {
            return join(claims, logic::or, logic::and);
        }

        private Truth<T> join(List<Claim> claims, BiFunction<T, T, T> ofHolds, BiFunction<T, T, T> ofFails) {
            return claims.stream()
                    .map(this::of)
                    .reduce((left, right) ->
                            new Truth<>(ofHolds.apply(left.holds, right.holds), ofFails.apply(left.fails, right.fails)))
                    .orElseThrow();
        }

        private Truth<T> same(Truth<T> left, Truth<T> right) {
            return choice(left, right, right.not());
        }

        private Truth<T> choice(Truth<T> condition, Truth<T> then, Truth<T> otherwise) {
            return new Truth<>(
                    logic.or(logic.and(condition.holds, then.holds), logic.and(condition.fails, otherwise.holds)),
                    logic.or(logic.and(condition.holds, then.fails), logic.and(condition.fails, otherwise.fails)));
        }
    }
}
