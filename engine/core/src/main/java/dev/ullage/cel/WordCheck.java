package dev.ullage.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.ullage.rule.subject.Field;
import dev.ullage.rule.subject.Variable;
import dev.ullage.yaml.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds comparisons of a field of words with a word that it never has. To CEL such a field is a string like any other, and
 * {@code principal.kind == 'service_account'} would quietly be false of every principal there is.
 */
final class WordCheck {

    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");

    private final Positions positions;
    private final List<Complaint> complaints = new ArrayList<>();

    private WordCheck(Positions positions) {
        this.positions = positions;
    }

    static List<Complaint> of(CelAbstractSyntaxTree parsed) {
        var check = new WordCheck(new Positions(parsed.getSource()));
        CelNavigableAst.fromAst(parsed)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CALL)
                .map(CelNavigableExpr::expr)
                .filter(expr -> COMPARISONS.contains(expr.call().function()))
                .forEach(check::comparison);
        return check.complaints;
    }

    private void comparison(CelExpr expr) {
        var sides = expr.call().args();
        compare(sides.get(0), sides.get(1));
        compare(sides.get(1), sides.get(0));
    }

    private void compare(CelExpr field, CelExpr words) {
        var known = wordsOf(field);
        if (known.isEmpty()) {
            return;
        }
        var written = words.getKind() == Kind.LIST ? words.list().elements() : List.of(words);
        for (var word : written) {
            var text = text(word);
            if (text.isPresent() && !known.contains(text.get())) {
                complaints.add(new Complaint(
                        positions.of(word),
                        "`" + field.select().operand().ident().name() + "."
                                + field.select().field() + "` is never `" + text.get() + "`",
                        Spelling.remedy(text.get(), known)));
            }
        }
    }

    private static List<String> wordsOf(CelExpr expr) {
        if (expr.getKind() != Kind.SELECT || expr.select().operand().getKind() != Kind.IDENT) {
            return List.of();
        }
        return Variable.named(expr.select().operand().ident().name())
                .map(variable -> variable.fields().get(expr.select().field()))
                .map(Field::words)
                .orElse(List.of());
    }

    private static Optional<String> text(CelExpr expr) {
        return expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expr.constant().stringValue())
                : Optional.empty();
    }
}
