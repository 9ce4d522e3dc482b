package dev.ullage.cel.iam;

import dev.cel.common.ast.CelExpr;
import java.time.Instant;
import java.util.Optional;

/** Says of a comparison with the time of the request whether it will ever come out differently. */
final class TimeTest {

    private TimeTest() {}

    /** True when the comparison keeps its present outcome for good, as {@code request.time < T} does after T. */
    static boolean isSettled(Statement statement, Attributes attributes) {
        var expr = statement.expr();
        if (expr.getKind() != CelExpr.ExprKind.Kind.CALL || expr.call().args().size() != 2) {
            return false;
        }
        var left = expr.call().args().get(0);
        var right = expr.call().args().get(1);
        var function = expr.call().function();
        if (neverGoesBack(left) && isFixed(statement.part(right), attributes)) {
            return isSettled(function, compared(statement.part(left), statement.part(right), attributes));
        }
        return neverGoesBack(right)
                && isFixed(statement.part(left), attributes)
                && isSettled(mirrored(function), compared(statement.part(right), statement.part(left), attributes));
    }

    /** The time itself and its year only grow. */
    private static boolean neverGoesBack(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.CALL) {
            return expr.call().function().equals("getFullYear")
                    && expr.call().target().filter(TimeTest::neverGoesBack).isPresent();
        }
        return expr.getKind() == CelExpr.ExprKind.Kind.IDENT
                        && expr.ident().name().equals(Attributes.TIME)
                || expr.getKind() == CelExpr.ExprKind.Kind.SELECT
                        && expr.select().field().equals("time");
    }

    private static boolean isFixed(Statement side, Attributes attributes) {
        var withoutTime = attributes.with(Attributes.TIME, Instant.MAX);
        return side.value(attributes).equals(side.value(withoutTime));
    }

    /** How the growing side compares with the fixed one. */
    private static Optional<Integer> compared(Statement growing, Statement fixed, Attributes attributes) {
        return growing.value(attributes).flatMap(now -> fixed.value(attributes).flatMap(bound -> compared(now, bound)));
    }

    private static Optional<Integer> compared(Object now, Object bound) {
        if (now instanceof Instant time && bound instanceof Instant limit) {
            return Optional.of(time.compareTo(limit));
        }
        return now instanceof Long year && bound instanceof Long limit
                ? Optional.of(year.compareTo(limit))
                : Optional.empty();
    }

    private static boolean isSettled(String function, Optional<Integer> compared) {
        return compared.map(sign -> switch (function) {
                    case "_<_", "_>=_" -> sign >= 0;
                    case "_<=_", "_>_", "_==_", "_!=_" -> sign > 0;
                    default -> false;
                })
                .orElse(false);
    }

    private static String mirrored(String function) {
        return switch (function) {
            case "_<_" -> "_>_";
            case "_<=_" -> "_>=_";
            case "_>_" -> "_<_";
            case "_>=_" -> "_<=_";
            default -> function;
        };
    }
}
