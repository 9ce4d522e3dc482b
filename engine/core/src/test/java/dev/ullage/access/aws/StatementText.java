package dev.ullage.access.aws;

import dev.ullage.model.ConditionClause;
import dev.ullage.model.Effect;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a policy statement from one line: {@code [Sid:] Allow|Deny [to|notTo <principals>] [not] <actions> [on [not]
 * <resources>] [if <operator> <key> <value>]...}. Lists are separated by commas; a principal other than of type AWS is
 * written {@code Service/name}.
 */
final class StatementText {

    private final Deque<String> words;

    private StatementText(String text) {
        this.words = new ArrayDeque<>(List.of(text.split(" ")));
    }

    static PolicyStatement parse(String text, Source source) {
        return new StatementText(text).statement(source);
    }

    private PolicyStatement statement(Source source) {
        var sid = words.element().endsWith(":") ? words.remove().replace(":", "") : "";
        var effect = words.remove().equals("Allow") ? Effect.ALLOW : Effect.DENY;
        var principals = next("to") ? principals() : new TreeMap<String, List<String>>();
        var notPrincipals = next("notTo") ? principals() : new TreeMap<String, List<String>>();
        boolean notAction = next("not");
        var actions = list();
        boolean hasResource = next("on");
        boolean notResource = hasResource && next("not");
        var resources = hasResource ? list() : List.<String>of();
        var conditions = new ArrayList<ConditionClause>();
        while (next("if")) {
            conditions.add(new ConditionClause(words.remove(), words.remove(), list()));
        }
        if (!words.isEmpty()) {
            throw new IllegalArgumentException("not understood: " + words);
        }
        return new PolicyStatement(
                sid,
                effect,
                principals,
                notPrincipals,
                notAction ? List.of() : actions,
                notAction ? actions : List.of(),
                notResource ? List.of() : resources,
                notResource ? resources : List.of(),
                conditions,
                List.of(),
                source);
    }

    private boolean next(String word) {
        boolean isNext = word.equals(words.peek());
        if (isNext) {
            words.remove();
        }
        return isNext;
    }

    private List<String> list() {
        return List.of(words.remove().split(","));
    }

    private SortedMap<String, List<String>> principals() {
        var principals = new TreeMap<String, List<String>>();
        for (var word : list()) {
            var type = List.of("Service", "Federated", "CanonicalUser").stream()
                    .filter(one -> word.startsWith(one + "/"))
                    .findFirst();
            principals.merge(
                    type.orElse("AWS"),
                    List.of(type.map(one -> word.substring(one.length() + 1)).orElse(word)),
                    StatementText::both);
        }
        return principals;
    }

    private static List<String> both(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
