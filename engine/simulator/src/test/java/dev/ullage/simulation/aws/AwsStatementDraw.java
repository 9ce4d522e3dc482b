package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.simulation.Dice;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Draws policies about a request: what they say fits it more often than not. */
record AwsStatementDraw(AwsRequestDraw request, Dice dice) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** A policy of a user, a role, a session, a boundary or an organisation. */
    ObjectNode policy(int percentOfDenials) {
        return document(() -> {
            var statement = NODES.objectNode().put("Effect", dice.chance(percentOfDenials) ? "Deny" : "Allow");
            addAction(statement);
            addResource(statement);
            return statement;
        });
    }

    ObjectNode policyOfResource() {
        boolean trust = request.resource().contains(":role/");
        return document(() -> {
            boolean denies = dice.chance(25);
            var statement = NODES.objectNode().put("Effect", denies ? "Deny" : "Allow");
            addPrincipal(statement, denies, trust);
            addAction(statement);
            if (!trust) {
                addResource(statement);
            }
            return statement;
        });
    }

    ObjectNode policyThatAllowsAll() {
        var document = NODES.objectNode().put("Version", "2012-10-17");
        document.putObject("Statement")
                .put("Effect", "Allow")
                .put("Action", "*")
                .put("Resource", "*");
        return document;
    }

    private ObjectNode document(Supplier<ObjectNode> statement) {
        var document = NODES.objectNode();
        int percent = dice.below(100);
        if (percent < 92) {
            document.put("Version", percent < 84 ? "2012-10-17" : "2008-10-17");
        }
        if (dice.chance(15)) {
            return document.set("Statement", finished(statement.get()));
        }
        var statements = document.putArray("Statement");
        statements.add(finished(statement.get()));
        while (dice.chance(40)) {
            statements.add(finished(statement.get()));
        }
        return document;
    }

    private ObjectNode finished(ObjectNode statement) {
        boolean denies = statement.path("Effect").asText().equals("Deny");
        if (dice.chance(denies ? 75 : 30)) {
            statement.set("Condition", new AwsConditionDraw(request, dice).condition());
        }
        if (dice.below(400) == 0) {
            return spoilt(statement);
        }
        return statement;
    }

    /** As nobody could save it, but as a broken export could show it. */
    private ObjectNode spoilt(ObjectNode statement) {
        return switch (dice.below(4)) {
            case 0 -> statement.put("Effect", "Permit");
            case 1 -> statement.put("Conditions", "typo");
            case 2 -> statement.set("Condition", NODES.textNode("never"));
            default -> statement.remove(List.of("Action", "NotAction"));
        };
    }

    private void addAction(ObjectNode statement) {
        if (dice.chance(8)) {
            statement.set("NotAction", oneOrTwo(() -> dice.oneOf(request.action(), "iam:*", "s3:Delete*", "sqs:*")));
        } else {
            statement.set("Action", oneOrTwo(this::action));
        }
    }

    private String action() {
        var action = request.action();
        int colon = action.indexOf(':');
        int percent = dice.below(100);
        if (percent < 35) {
            return action;
        } else if (percent < 55) {
            return action.substring(0, colon) + ":*";
        } else if (percent < 65) {
            return "*";
        } else if (percent < 75) {
            return action.substring(0, colon + 3) + "*";
        } else if (percent < 82) {
            return action.toUpperCase(Locale.ROOT);
        } else if (percent < 88) {
            return action.substring(0, colon + 1) + "?" + action.substring(colon + 2);
        }
        return dice.oneOf("s3:List*", "s3:PutObject", "s3:*Object", "kms:*", "iam:*", "sts:AssumeRole");
    }

    private void addResource(ObjectNode statement) {
        var resources = new AwsResourceDraw(request, dice);
        if (dice.chance(9)) {
            statement.set("NotResource", oneOrTwo(resources::narrow));
        } else {
            statement.set("Resource", oneOrTwo(resources::pattern));
        }
    }

    /** The policy of a role cannot have a {@code NotPrincipal}. */
    private void addPrincipal(ObjectNode statement, boolean denies, boolean trust) {
        var principals = new AwsPrincipalDraw(request, dice);
        if (!trust && dice.chance(denies ? 30 : 4)) {
            statement.set("NotPrincipal", principals.exception());
        } else {
            statement.set("Principal", principals.principal());
        }
    }

    private JsonNode oneOrTwo(Supplier<String> text) {
        if (dice.chance(70)) {
            return NODES.textNode(text.get());
        }
        ArrayNode texts = NODES.arrayNode();
        texts.add(text.get());
        return dice.chance(70) ? texts.add(text.get()) : texts;
    }
}
