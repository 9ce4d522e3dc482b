package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.simulation.Dice;
import java.util.ArrayList;
import java.util.List;

/** Draws whom a statement is about: often the caller, by one of the ways of naming it. */
record AwsPrincipalDraw(AwsRequestDraw request, Dice dice) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    JsonNode principal() {
        int percent = dice.below(100);
        if (percent < 18) {
            return NODES.textNode("*");
        } else if (percent < 24) {
            return NODES.objectNode().put("AWS", "*");
        } else if (percent < 25) {
            return NODES.objectNode().put("CanonicalUser", "79a59df900b949e55d96a1e698fbaced");
        } else if (percent < 27) {
            return NODES.objectNode().put("Federated", "accounts.google.com");
        }
        return request.kind() == Caller.Kind.SERVICE || percent < 31 ? services() : accounts(names());
    }

    JsonNode exception() {
        if (request.kind() == Caller.Kind.SERVICE && dice.chance(70)) {
            return services();
        }
        var names = names();
        if (dice.chance(65)) {
            names.add(dice.chance(50) ? AwsAlphabet.root(request.account()) : request.account());
        }
        if (!request.roleName().isEmpty() && dice.chance(60)) {
            names.add(role());
            names.add(request.principal());
        }
        return accounts(names);
    }

    private ObjectNode services() {
        boolean itself = request.kind() == Caller.Kind.SERVICE && dice.chance(60);
        var node = NODES.objectNode().put("Service", itself ? request.principal() : dice.oneOf(AwsAlphabet.SERVICES));
        return dice.chance(10) ? node.put("AWS", request.account()) : node;
    }

    private static ObjectNode accounts(List<String> names) {
        var node = NODES.objectNode();
        if (names.size() == 1) {
            return node.put("AWS", names.get(0));
        }
        var values = node.putArray("AWS");
        names.forEach(values::add);
        return node;
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        names.add(name());
        if (dice.chance(25)) {
            names.add(name());
        }
        return names;
    }

    private String name() {
        int percent = dice.below(100);
        if (percent < 35 && request.hasAccount()) {
            return request.principal();
        } else if (percent < 55) {
            return dice.chance(50) ? AwsAlphabet.root(request.account()) : request.account();
        } else if (percent < 75 && !request.roleName().isEmpty()) {
            return dice.chance(70) ? role() : AwsAlphabet.session(request.account(), request.roleName() + "/s1");
        }
        var account = dice.chance(70) ? request.account() : AwsAlphabet.other(request.account());
        return switch (dice.below(5)) {
            case 0 -> AwsAlphabet.entity(account, dice.oneOf(AwsAlphabet.USERS));
            case 1 -> AwsAlphabet.entity(account, dice.oneOf(AwsAlphabet.ROLES));
            case 2 -> AwsAlphabet.session(account, dice.oneOf(AwsAlphabet.SESSIONS));
            case 3 -> AwsAlphabet.federated(account, dice.oneOf(AwsAlphabet.FEDERATED));
            default -> AwsAlphabet.root(account);
        };
    }

    /** The caller's role with its path. */
    private String role() {
        return AwsAlphabet.entity(
                request.account(), (request.roleName().equals("reader") ? "role/ml/" : "role/") + request.roleName());
    }
}
