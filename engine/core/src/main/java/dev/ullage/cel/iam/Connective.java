package dev.ullage.cel.iam;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import java.util.List;

/**
 * A condition taken apart at its connectives, down to statements that cel-java evaluates one by one. cel-java itself hands on
 * what {@code &&} could not decide as if it were a value, so that {@code (unknown && true) == true} would be false.
 */
sealed interface Connective {

    /** What it comes to. */
    Claim claim(Attributes attributes);

    /** Something without a connective. */
    record Part(Statement statement) implements Connective {

        @Override
        public Claim claim(Attributes attributes) {
            return statement.claim(attributes);
        }
    }

    /** {@code &&} or {@code ||}. */
    record Join(boolean any, List<Connective> of) implements Connective {

        @Override
        public Claim claim(Attributes attributes) {
            var parts = of.stream().map(part -> part.claim(attributes)).toList();
            return any ? Claim.or(parts) : Claim.and(parts);
        }
    }

    /** {@code !}. */
    record Negation(Connective of) implements Connective {

        @Override
        public Claim claim(Attributes attributes) {
            return Claim.not(of.claim(attributes));
        }
    }

    /** {@code ==} between truths. */
    record Equality(Connective left, Connective right) implements Connective {

        @Override
        public Claim claim(Attributes attributes) {
            return Claim.same(left.claim(attributes), right.claim(attributes));
        }
    }

    /** {@code ? :} between truths. */
    record Choice(Connective condition, Connective then, Connective otherwise) implements Connective {

        @Override
        public Claim claim(Attributes attributes) {
            return Claim.choice(condition.claim(attributes), then.claim(attributes), otherwise.claim(attributes));
        }
    }

    /** Takes a truth apart. */
    static Connective of(CelExpr expr, CelAbstractSyntaxTree tree, IamLanguage language) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return new Part(new Statement(expr, tree, language));
        }
        var arguments = expr.call().args();
        return switch (expr.call().function()) {
            case "_&&_", "_||_" ->
                new Join(
                        expr.call().function().equals("_||_"),
                        arguments.stream().map(part -> of(part, tree, language)).toList());
            case "!_" -> new Negation(of(arguments.get(0), tree, language));
            case "_?_:_" ->
                new Choice(
                        of(arguments.get(0), tree, language),
                        of(arguments.get(1), tree, language),
                        of(arguments.get(2), tree, language));
            case "_==_", "_!=_" -> equality(expr, tree, language);
            default -> new Part(new Statement(expr, tree, language));
        };
    }

    private static Connective equality(CelExpr expr, CelAbstractSyntaxTree tree, IamLanguage language) {
        var left = expr.call().args().get(0);
        var right = expr.call().args().get(1);
        if (!isTruth(left, tree) || !isTruth(right, tree)) {
            return new Part(new Statement(expr, tree, language));
        }
        var same = new Equality(of(left, tree, language), of(right, tree, language));
        return expr.call().function().equals("_==_") ? same : new Negation(same);
    }

    private static boolean isTruth(CelExpr expr, CelAbstractSyntaxTree tree) {
        return tree.getType(expr.id()).filter(SimpleType.BOOL::equals).isPresent();
    }
}
