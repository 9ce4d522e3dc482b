package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.simulation.Dice;
import java.util.List;
import java.util.Locale;

/** Draws conditions, more often than not about values that the request has. */
record AwsConditionDraw(AwsRequestDraw request, Dice dice) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** One clause or two. */
    ObjectNode condition() {
        var condition = NODES.objectNode();
        addClause(condition);
        if (dice.chance(25)) {
            addClause(condition);
        }
        return condition;
    }

    private void addClause(ObjectNode condition) {
        var key = dice.oneOf(AwsContextKey.all());
        if (dice.chance(8)) {
            condition.withObjectProperty("Null").put(spelled(key), dice.chance(50) ? "true" : "false");
            return;
        }
        var operator = operator(key);
        var clause = condition.path(operator).isObject()
                ? (ObjectNode) condition.path(operator)
                : condition.putObject(operator);
        clause.set(spelled(key), values(key, operator));
    }

    private String operator(AwsContextKey key) {
        if (dice.chance(1)) {
            return dice.oneOf("StringMatches", "NullIfExists", "ForMostValues:StringEquals");
        }
        var operator = dice.oneOf(key.kind().operators());
        if (key.kind() != AwsContextKey.Kind.STRINGS && dice.chance(6)) {
            operator = dice.oneOf("ForAllValues:", "ForAnyValue:") + operator;
        }
        return dice.chance(20) ? operator + "IfExists" : operator;
    }

    private String spelled(AwsContextKey key) {
        return dice.chance(5) ? key.key().toUpperCase(Locale.ROOT) : key.key();
    }

    private JsonNode values(AwsContextKey key, String operator) {
        if (dice.chance(65)) {
            return asWritten(key, value(key, operator));
        }
        var values = NODES.arrayNode();
        values.add(value(key, operator));
        values.add(value(key, operator));
        return values;
    }

    /** JSON has numbers and truth values of its own, which a policy may use instead of texts. */
    private JsonNode asWritten(AwsContextKey key, String value) {
        if (key.kind() == AwsContextKey.Kind.BOOLEAN && dice.chance(30)) {
            return NODES.booleanNode(value.equals("true"));
        } else if (key.kind() == AwsContextKey.Kind.NUMBER && value.indexOf('.') < 0 && dice.chance(30)) {
            return NODES.numberNode(Integer.parseInt(value));
        }
        return NODES.textNode(value);
    }

    private String value(AwsContextKey key, String operator) {
        return switch (key.kind()) {
            case STRING, STRINGS -> text(literal(key), operator);
            case ARN -> arn(literal(key));
            case ADDRESS -> dice.chance(50) ? literalOfType(key) : range();
            default -> literalOfType(key);
        };
    }

    /** What the request has, or anything that it might. */
    private String literal(AwsContextKey key) {
        var actual = request.context().getOrDefault(key, List.of());
        return !actual.isEmpty() && dice.chance(50) ? dice.oneOf(actual) : dice.oneOf(key.possibleValues());
    }

    /** A policy cannot have a value that is none of the operator's type. */
    private String literalOfType(AwsContextKey key) {
        var literal = literal(key);
        return key.possibleValues().contains(literal) ? literal : dice.oneOf(key.possibleValues());
    }

    private String range() {
        return dice.oneOf("203.0.113.0/24", "203.0.113.0/25", "0.0.0.0/0", "2001:db8::/32", "2001:db8::/125", "::/0");
    }

    private String text(String literal, String operator) {
        int percent = dice.below(100);
        if (percent < 10) {
            return variable(literal);
        } else if (percent < 14) {
            return literal.toUpperCase(Locale.ROOT);
        }
        return operator.contains("Like") && percent < 70 ? pattern(literal) : literal;
    }

    private String variable(String literal) {
        return dice.oneOf(
                "${aws:username}",
                "${AWS:UserName}",
                "${aws:PrincipalTag/team}",
                "${aws:PrincipalTag/team, '" + literal + "'}",
                "${aws:TagKeys}",
                "${aws:TagKeys, 'env'}",
                "home/${aws:username}/",
                "home/${aws:username}/*",
                "a${*}b",
                "${$}{aws:username}");
    }

    private String pattern(String literal) {
        int cut = dice.below(literal.length() + 1);
        return dice.oneOf(
                "*", literal.substring(0, cut) + "*", "*" + literal.substring(cut), literal.replace('a', '?'));
    }

    private String arn(String literal) {
        int percent = dice.below(100);
        if (percent < 40 || !literal.startsWith("arn:")) {
            return literal.startsWith("arn:") ? literal : "arn:aws:s3:::lake";
        } else if (percent < 55) {
            return literal.replace(AwsAlphabet.HERE, "*");
        } else if (percent < 70) {
            return literal.replace("eu-west-1", "*").replace("news", "n?ws");
        } else if (percent < 85) {
            return "arn:aws:iam::*:user/${aws:username}";
        }
        return dice.oneOf(
                "arn:aws:*:*:*:*",
                "arn:aws:iam::*:*",
                "arn:aws:sns:*:*:news",
                "arn:*:logs:*:*:x",
                "arn:aws:logs:*:*:*:x");
    }
}
