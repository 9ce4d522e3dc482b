package dev.ullage.cel.iam;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of a condition that is evaluated as one. It is planned when it is first needed. */
final class Statement {

    private final CelExpr expr;
    private final CelAbstractSyntaxTree tree;
    private final IamLanguage language;
    private volatile @Nullable Program program;
    private volatile @Nullable String text;

    Statement(CelExpr expr, CelAbstractSyntaxTree tree, IamLanguage language) {
        this.expr = expr;
        this.tree = tree;
        this.language = language;
    }

    CelExpr expr() {
        return expr;
    }

    Statement part(CelExpr inside) {
        return new Statement(inside, tree, language);
    }

    /** As a person would write it. */
    String text() {
        var known = text;
        if (known == null) {
            known = CelUnparserFactory.newUnparser().unparse(ast());
            text = known;
        }
        return known;
    }

    private CelAbstractSyntaxTree ast() {
        return CelAbstractSyntaxTree.newCheckedAst(expr, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap());
    }

    /** Its value, or why it has none. */
    private Object evaluate(Asking asking) throws CelEvaluationException {
        var planned = program;
        if (planned == null) {
            planned = language.plan(ast());
            program = planned;
        }
        return planned.eval(asking);
    }

    /** Its value; empty when it cannot be evaluated, or hangs on something that is not known or any. */
    Optional<Object> value(Attributes attributes) {
        var asking = new Asking(attributes);
        try {
            return Optional.of(evaluate(asking)).filter(value -> asking.isAnswered());
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }

    /** What it comes to, provided that all it asks for is there. */
    Claim outcome(Asking asking) {
        try {
            // CEL gives something else than true or false, and no error, for some of what it cannot decide.
            return evaluate(asking) instanceof Boolean truth
                    ? new Claim.Known(truth)
                    : new Claim.Failed(text(), "it is neither true nor false");
        } catch (CelEvaluationException e) {
            return new Claim.Failed(text(), String.valueOf(e.getMessage()));
        }
    }

    /** What it comes to. */
    Claim claim(Attributes attributes) {
        var asking = new Asking(attributes);
        var outcome = outcome(asking);
        if (!asking.missing().isEmpty()) {
            return new Claim.Open(text(), List.copyOf(asking.missing()));
        }
        if (!asking.unavailable().isEmpty()) {
            var names = String.join("` and `", asking.unavailable());
            return new Claim.Failed(text(), "`" + names + "` is not available for such a resource");
        }
        if (asking.askedForAnyName()) {
            return NameTests.of(this, attributes).orElseGet(() -> new Claim.Open(text(), List.of(Attributes.NAME)));
        }
        boolean mayChange = outcome instanceof Claim.Known
                && asking.askedForTime()
                && attributes.later()
                && !TimeTest.isSettled(this, attributes);
        return mayChange ? new Claim.Open(text(), List.of(Attributes.TIME)) : outcome;
    }
}
