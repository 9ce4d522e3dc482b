package dev.ullage.cel.iam;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.ullage.cel.iam.NameTest.Relation;
import java.util.List;
import java.util.Optional;

/** Reads statements that compare the name of any object with something fixed. */
final class NameTests {

    private final Statement statement;
    private final Attributes attributes;

    private NameTests(Statement statement, Attributes attributes) {
        this.statement = statement;
        this.attributes = attributes;
    }

    /** The comparison; empty for a statement that asks something else of the name. */
    static Optional<Claim> of(Statement statement, Attributes attributes) {
        return statement.expr().getKind() == Kind.CALL ? new NameTests(statement, attributes).read() : Optional.empty();
    }

    private Optional<Claim> read() {
        var call = statement.expr().call();
        return switch (call.function()) {
            case "startsWith" -> method(Relation.STARTS_WITH);
            case "endsWith" -> method(Relation.ENDS_WITH);
            case "contains" -> method(Relation.CONTAINS);
            case "matches" -> method(Relation.MATCHES);
            case "_==_" -> equality();
            case "_!=_" -> equality().map(Claim::not);
            case "@in" ->
                test(call.args().get(0), Relation.IS_ONE_OF, texts(call.args().get(1)));
            default -> Optional.empty();
        };
    }

    private Optional<Claim> method(Relation relation) {
        var call = statement.expr().call();
        var values =
                call.args().stream().map(this::text).flatMap(Optional::stream).toList();
        if (call.target().isPresent() && values.size() == 1) {
            return test(call.target().get(), relation, Optional.of(values));
        }
        // `matches` may be called as matches(text, pattern) too.
        return call.target().isEmpty() && call.args().size() == 2
                ? test(call.args().get(0), relation, text(call.args().get(1)).map(List::of))
                : Optional.empty();
    }

    private Optional<Claim> equality() {
        var sides = statement.expr().call().args();
        return test(sides.get(0), Relation.IS_ONE_OF, text(sides.get(1)).map(List::of))
                .or(() -> test(
                        sides.get(1), Relation.IS_ONE_OF, text(sides.get(0)).map(List::of)));
    }

    private Optional<Claim> test(CelExpr operand, Relation relation, Optional<List<String>> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (isName(operand)) {
            return claim(new NameTest(null, relation, values.get()));
        }
        return operand.getKind() == Kind.CALL
                        && operand.call().function().equals(IamLanguage.EXTRACT)
                        && operand.call().target().filter(NameTests::isName).isPresent()
                ? text(operand.call().args().get(0))
                        .flatMap(ExtractionTemplate::parse)
                        .flatMap(template -> claim(new NameTest(template, relation, values.get())))
                : Optional.empty();
    }

    private Optional<Claim> claim(NameTest test) {
        return Optional.of(new Claim.Named(statement.text(), test));
    }

    private static boolean isName(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> expr.ident().name().equals(Attributes.NAME);
            case SELECT ->
                expr.select().field().equals("name")
                        && expr.select().operand().getKind() == Kind.IDENT
                        && expr.select().operand().ident().name().equals(IamLanguage.RESOURCE);
            default -> false;
        };
    }

    private Optional<String> text(CelExpr expr) {
        return statement
                .part(expr)
                .value(attributes)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private Optional<List<String>> texts(CelExpr expr) {
        return statement
                .part(expr)
                .value(attributes)
                .filter(List.class::isInstance)
                .map(list -> ((List<?>) list).stream().map(String::valueOf).toList());
    }
}
