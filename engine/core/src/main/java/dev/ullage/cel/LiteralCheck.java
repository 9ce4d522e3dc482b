package dev.ullage.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries out patterns, durations and times while a rule is read. They have to be written out: a pattern out of a fact would be
 * somebody else's program, and a duration that cannot be read would make every answer unknown.
 */
final class LiteralCheck {

    /** What each of these functions takes. */
    private static final Map<String, String> FORMS = Map.of(
            "matches", "a pattern as RE2 reads it, without look-around and back references, such as `'^svc-[a-z]+$'`",
            "duration", "hours, minutes and seconds, such as `duration('36h')`; for days there is `days(90)`",
            "timestamp", "a time in UTC, such as `timestamp('2026-01-31T00:00:00Z')`",
            "days", "a whole number up to " + Language.MAX_DAYS + ", such as `days(90)`");

    private final Language language;
    private final CelAbstractSyntaxTree parsed;
    private final Positions positions;
    private final List<Complaint> complaints = new ArrayList<>();

    private LiteralCheck(Language language, CelAbstractSyntaxTree parsed) {
        this.language = language;
        this.parsed = parsed;
        this.positions = new Positions(parsed.getSource());
    }

    static List<Complaint> of(Language language, CelAbstractSyntaxTree parsed) {
        var check = new LiteralCheck(language, parsed);
        CelNavigableAst.fromAst(parsed)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.CALL)
                .map(CelNavigableExpr::expr)
                .filter(expr -> FORMS.containsKey(expr.call().function()))
                .forEach(check::call);
        return check.complaints;
    }

    private void call(CelExpr expr) {
        var function = expr.call().function();
        var arguments = expr.call().args();
        if (arguments.isEmpty()) {
            return;
        }
        var literal = arguments.get(arguments.size() - 1);
        if (literal.getKind() != Kind.CONSTANT || !works(function, literal)) {
            complaints.add(new Complaint(
                    positions.of(literal),
                    "`" + function + "` cannot use what it is given",
                    "give it " + FORMS.get(function)));
        }
    }

    private boolean works(String function, CelExpr literal) {
        var target = function.equals("matches")
                ? Optional.of(CelExpr.ofConstant(2, CelConstant.ofValue("")))
                : Optional.<CelExpr>empty();
        var call = CelExpr.ofCall(1, target, function, ImmutableList.of(CelExpr.ofConstant(3, literal.constant())));
        try {
            var checked = language.check(CelAbstractSyntaxTree.newParsedAst(call, parsed.getSource()));
            language.plan(checked.getAst()).eval();
            return true;
        } catch (CelValidationException | CelEvaluationException e) {
            return false;
        }
    }
}
