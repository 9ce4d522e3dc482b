package dev.ullage.cel.iam;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.SimpleType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads conditions, each text once. It may be shared between threads. */
public final class IamConditions {

    /** Texts that are remembered; when there are more, all are forgotten. */
    private static final int MOST_REMEMBERED = 20_000;

    /** Costly to make, and without any state. */
    private static final class Holder {
        private static final IamLanguage LANGUAGE = new IamLanguage();
    }

    private final Map<String, IamCondition> known = new ConcurrentHashMap<>();

    /** The condition of a text; one that the provider would not have stored says so when it is asked. */
    public IamCondition of(String expression) {
        var condition = known.get(expression);
        if (condition == null) {
            if (known.size() >= MOST_REMEMBERED) {
                known.clear();
            }
            condition = compile(expression);
            known.put(expression, condition);
        }
        return condition;
    }

    private static IamCondition compile(String expression) {
        var language = Holder.LANGUAGE;
        try {
            var parsed = tree(language.parse(expression));
            if (CelNavigableAst.fromAst(parsed).getRoot().height() > IamLanguage.MAX_DEPTH) {
                return IamCondition.unreadable(expression, "it is nested too deep");
            }
            var checked = tree(language.check(parsed));
            if (!checked.getResultType().equals(SimpleType.BOOL)) {
                return IamCondition.unreadable(expression, "it is neither true nor false");
            }
            return excess(checked)
                    .map(excess -> IamCondition.unreadable(expression, excess))
                    .orElseGet(() -> IamCondition.of(expression, checked, language));
        } catch (CelValidationException e) {
            return IamCondition.unreadable(expression, problem(e));
        }
    }

    /** Why a regular expression must not be evaluated; one that is put together first may become anything. */
    private static Optional<String> excess(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(expr ->
                        expr.getKind() == Kind.CALL && expr.call().function().equals("matches"))
                .map(expr -> expr.call().args().get(expr.call().args().size() - 1))
                .map(pattern -> pattern.getKind() == Kind.CONSTANT
                        ? RegexSize.excess(pattern.constant().stringValue())
                        : Optional.of("a regular expression is not a plain text"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) throws CelValidationException {
        return result.getAst();
    }

    private static String problem(CelValidationException e) {
        return e.getErrors().stream()
                .findFirst()
                .map(CelIssue::getMessage)
                .orElseGet(() -> String.valueOf(e.getMessage()))
                .lines()
                .findFirst()
                .orElse("it is not CEL");
    }
}
