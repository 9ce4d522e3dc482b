package dev.ullage.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Refuses what CEL's own types allow.
 *
 * <p>Above all, truths may not be compared or put into lists. CEL hands on what {@code &&} and {@code ||} could not decide as a
 * value, and a comparison takes it for one more value: {@code (missing && true) == true} would be false instead of unknown.
 */
final class TypeCheck {

    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");

    private final CelAbstractSyntaxTree checked;
    private final Positions positions;
    private final List<Complaint> complaints = new ArrayList<>();

    private TypeCheck(CelAbstractSyntaxTree checked) {
        this.checked = checked;
        this.positions = new Positions(checked.getSource());
    }

    static List<Complaint> of(CelAbstractSyntaxTree checked) {
        var check = new TypeCheck(checked);
        check.result();
        CelNavigableAst.fromAst(checked).getRoot().allNodes().forEach(node -> check.node(node.expr()));
        return check.complaints;
    }

    private void result() {
        if (!checked.getResultType().equals(SimpleType.BOOL)) {
            complaints.add(new Complaint(0, "the condition is not true or false", "compare it with something"));
        }
    }

    private void node(CelExpr expr) {
        if (expr.getKind() == Kind.CALL
                && COMPARISONS.contains(expr.call().function())
                && hasTruth(expr.call().args())) {
            complaints.add(new Complaint(
                    positions.of(expr),
                    "`" + Language.written(expr.call().function()) + "` compares what is true or false by itself",
                    "write it alone, or deny it with `!`"));
        } else if (expr.getKind() == Kind.LIST && hasTruth(expr.list().elements())) {
            complaints.add(
                    new Complaint(positions.of(expr), "the list holds what is true or false", "join it with `&&`"));
        } else if (expr.getKind() == Kind.LIST && isMixed(expr)) {
            complaints.add(new Complaint(
                    positions.of(expr), "the list holds values of different types", "give them all one type"));
        }
    }

    private boolean hasTruth(List<CelExpr> exprs) {
        return exprs.stream()
                .anyMatch(expr -> SimpleType.BOOL.equals(checked.getTypeMap().get(expr.id())));
    }

    private boolean isMixed(CelExpr list) {
        return list.list().elements().size() > 1
                && ListType.create(SimpleType.DYN).equals(checked.getTypeMap().get(list.id()));
    }
}
