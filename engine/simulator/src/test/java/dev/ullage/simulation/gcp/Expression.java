package dev.ullage.simulation.gcp;

import java.util.ArrayList;
import java.util.List;

/**
 * Works out a condition while it reads it. The grammar is that of CEL as far as the pages use it.
 *
 * @see <a href="https://docs.cloud.google.com/iam/docs/conditions-overview#cel">CEL for conditions</a>
 * @see <a href="https://github.com/google/cel-spec/blob/master/doc/langdef.md">Language definition</a>
 */
final class Expression {

    private final Tokens tokens;
    private final Attributes attributes;
    private boolean malformedTimestamp;

    private Expression(String text, Attributes attributes) {
        this.tokens = new Tokens(text);
        this.attributes = attributes;
    }

    /**
     * What it comes to. One with a malformed timestamp is never true, wherever the timestamp stands.
     *
     * @throws UnreadableException if it is no expression, or uses something that we do not know
     * @see <a href="https://docs.cloud.google.com/iam/docs/conditions-attribute-reference#date-time">Date and time</a>
     */
    static Value evaluate(String text, Attributes attributes) throws UnreadableException {
        var expression = new Expression(text, attributes);
        var value = Value.of(expression.either());
        expression.tokens.expectEnd();
        return expression.malformedTimestamp ? new Value(false, value.no(), value.yes() || value.fault()) : value;
    }

    private Object either() throws UnreadableException {
        var left = both();
        while (tokens.skip("||")) {
            left = Value.of(left).or(Value.of(both()));
        }
        return left;
    }

    private Object both() throws UnreadableException {
        var left = relation();
        while (tokens.skip("&&")) {
            left = Value.of(left).and(Value.of(relation()));
        }
        return left;
    }

    private Object relation() throws UnreadableException {
        var left = sum();
        for (var operator : List.of("==", "!=", "<=", ">=", "<", ">", "in")) {
            if (tokens.skip(operator)) {
                return Operators.compare(operator, left, sum());
            }
        }
        return left;
    }

    private Object sum() throws UnreadableException {
        var left = unary();
        while (true) {
            if (tokens.skip("+")) {
                left = Operators.add(left, unary(), 1);
            } else if (tokens.skip("-")) {
                left = Operators.add(left, unary(), -1);
            } else {
                return left;
            }
        }
    }

    private Object unary() throws UnreadableException {
        if (tokens.skip("!")) {
            return Value.of(unary()).not();
        }
        if (tokens.skip("-")) {
            return unary() instanceof Long number ? (Object) (-number) : Value.ERROR;
        }
        var value = primary();
        while (tokens.skip(".")) {
            value = Functions.call(value, tokens.name(), arguments());
        }
        return value;
    }

    private Object primary() throws UnreadableException {
        if (tokens.skip("(")) {
            var inner = either();
            tokens.expect(")");
            return inner;
        }
        if (tokens.skip("[")) {
            return list("]");
        }
        if (tokens.isLiteral()) {
            return tokens.literal();
        }
        return named();
    }

    /** A function such as {@code timestamp()}, or an attribute, whose name has dots and may end in a function of it. */
    private Object named() throws UnreadableException {
        var name = new StringBuilder(tokens.name());
        if (tokens.peek("(")) {
            return called(name.toString(), arguments());
        }
        while (tokens.skip(".")) {
            var part = tokens.name();
            if (tokens.peek("(")) {
                return onAttribute(name.toString(), part);
            }
            name.append('.').append(part);
        }
        return attributes.get(name.toString());
    }

    private Object called(String function, List<Object> arguments) throws UnreadableException {
        var value = Functions.call(function, arguments);
        malformedTimestamp |=
                function.equals("timestamp") && arguments.get(0) instanceof String && value.equals(Value.ERROR);
        return value;
    }

    private Object onAttribute(String attribute, String function) throws UnreadableException {
        if (attribute.equals("resource") && function.matches("(hasTagKey|matchTag)(Id)?")
                || attribute.equals("api") && function.equals("getAttribute")) {
            arguments();
            return Value.UNKNOWN;
        }
        return Functions.call(attributes.get(attribute), function, arguments());
    }

    private List<Object> arguments() throws UnreadableException {
        tokens.expect("(");
        return list(")");
    }

    private List<Object> list(String end) throws UnreadableException {
        var items = new ArrayList<Object>();
        while (!tokens.skip(end)) {
            items.add(either());
            if (!tokens.peek(end)) {
                tokens.expect(",");
            }
        }
        return items;
    }
}
