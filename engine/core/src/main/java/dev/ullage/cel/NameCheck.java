package dev.ullage.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.ullage.rule.Subject;
import dev.ullage.rule.subject.Facts;
import dev.ullage.rule.subject.Variable;
import dev.ullage.yaml.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at every name and every construct of a condition that was parsed: does a rule for the subject have it? */
final class NameCheck {

    /** What to do instead, for what people who know CEL will look for. */
    private static final Map<String, String> INSTEAD = Map.of(
            "has", "leave it out: a field that is not known makes the answer unknown by itself",
            "map", "ask with `exists` or `all`",
            "filter", "ask with `exists` or `all`",
            "_[_]", "ask with `in`, `exists` or, of labels, `.says(name, value)`");

    private final Positions positions;
    private final Map<String, Set<String>> fieldsOfVariables = new LinkedHashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();

    private NameCheck(Positions positions, Subject subject) {
        this.positions = positions;
        for (var variable : Variable.of(subject)) {
            fieldsOfVariables.put(variable.word(), variable.fields().keySet());
        }
    }

    static List<Complaint> of(CelAbstractSyntaxTree parsed, Subject subject) {
        var check = new NameCheck(new Positions(parsed.getSource()), subject);
        CelNavigableAst.fromAst(parsed).getRoot().allNodes().forEach(check::node);
        return check.complaints;
    }

    private void node(CelNavigableExpr node) {
        switch (node.getKind()) {
            case IDENT -> ident(node);
            case SELECT -> select(node.expr());
            case CALL -> call(node.expr());
            case MAP, STRUCT -> complain(node.expr(), "a map is made here", "a condition needs none");
            case COMPREHENSION -> comprehension(node);
            default -> {}
        }
    }

    private void ident(CelNavigableExpr node) {
        var name = node.expr().ident().name();
        if (name.equals(Facts.AS_OF) || isLocal(name, node)) {
            return;
        }
        var fields = fieldsOfVariables.get(name);
        if (fields == null) {
            var known = Stream.concat(fieldsOfVariables.keySet().stream(), Stream.of(Facts.AS_OF))
                    .toList();
            complain(node.expr(), "unknown variable `" + name + "`", Spelling.remedy(name, known));
        } else if (node.parent()
                .filter(parent -> parent.getKind() == Kind.SELECT)
                .isEmpty()) {
            complain(
                    node.expr(),
                    "`" + name + "` stands alone",
                    "ask for one of its fields, such as `" + name + "."
                            + fields.iterator().next() + "`");
        }
    }

    private static boolean isLocal(String name, CelNavigableExpr node) {
        return comprehensionsAround(node)
                .map(outer -> outer.expr().comprehension())
                .anyMatch(outer -> name.equals(outer.iterVar()) || name.equals(outer.accuVar()));
    }

    private void select(CelExpr expr) {
        var field = expr.select().field();
        var owner = expr.select().operand();
        if (owner.getKind() != Kind.IDENT) {
            complaints.add(new Complaint(
                    positions.of(expr, field),
                    "`" + field + "` is asked of something that has no fields",
                    "of labels, ask `.says('" + field + "', '…')`"));
            return;
        }
        var fields = fieldsOfVariables.get(owner.ident().name());
        if (fields != null && !fields.contains(field)) {
            complaints.add(new Complaint(
                    positions.of(expr, field),
                    "`" + owner.ident().name() + "` has no field `" + field + "`",
                    Spelling.remedy(field, fields)));
        }
    }

    private void call(CelExpr expr) {
        var function = expr.call().function();
        if (Language.FUNCTIONS.contains(function)) {
            return;
        }
        var name = Language.written(function);
        complaints.add(new Complaint(
                positions.of(expr, name),
                "there is no `" + name + "` in conditions",
                Optional.ofNullable(INSTEAD.get(function))
                        .orElseGet(() -> Spelling.remedy(name, Language.NAMED_FUNCTIONS))));
    }

    private void comprehension(CelNavigableExpr node) {
        if (comprehensionsAround(node).count() == Language.MAX_NESTING) {
            complain(
                    node.expr(),
                    "`exists` and `all` stand more than " + Language.MAX_NESTING + " deep inside each other",
                    "split the rule");
        }
    }

    private static Stream<CelNavigableExpr> comprehensionsAround(CelNavigableExpr node) {
        return Stream.iterate(node.parent(), Optional::isPresent, outer -> outer.flatMap(CelNavigableExpr::parent))
                .flatMap(Optional::stream)
                .filter(outer -> outer.getKind() == Kind.COMPREHENSION);
    }

    private void complain(CelExpr expr, String fact, String remedy) {
        complaints.add(new Complaint(positions.of(expr), fact, remedy));
    }
}
