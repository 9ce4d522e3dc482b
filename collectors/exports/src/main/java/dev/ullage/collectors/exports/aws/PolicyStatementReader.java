package dev.ullage.collectors.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.model.ConditionClause;
import dev.ullage.model.Effect;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads one statement of a policy. What cannot be read of it is read as widely as it could be meant, and named: a broken
 * Condition leaves it open whether the statement is about what its other elements say, and nothing else.
 */
final class PolicyStatementReader {

    private static final Set<String> ELEMENTS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");
    private static final Set<String> PRINCIPAL_TYPES = Set.of("AWS", "Service", "Federated", "CanonicalUser");

    private final JsonNode node;
    private final List<String> problems = new ArrayList<>();

    PolicyStatementReader(JsonNode node) {
        this.node = node;
    }

    /** What is wrong, each beginning with a JSON pointer below the statement. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The statement; two, one of each effect, where the effect cannot be read. */
    List<PolicyStatement> read(Source source) {
        if (!node.isObject()) {
            problem("", "is not a statement; export the policy again");
        } else {
            node.fieldNames().forEachRemaining(this::checkName);
        }
        var sid = sid();
        var effects = effects();
        oneOf("Action", "NotAction");
        notBoth("Resource", "NotResource");
        notBoth("Principal", "NotPrincipal");
        var actions = element("Action");
        var resources = element("Resource");
        var principals = principals();
        var conditions = conditions();
        return effects.stream()
                .map(effect -> new PolicyStatement(
                        sid,
                        effect,
                        principals.named,
                        principals.others,
                        actions.named,
                        actions.others,
                        resources.named,
                        resources.others,
                        conditions,
                        problems,
                        source))
                .toList();
    }

    private void checkName(String name) {
        if (!ELEMENTS.contains(name)) {
            problem(Element.step(name), "unknown element; element names are case-sensitive");
        }
    }

    private List<Effect> effects() {
        var effect = node.path("Effect");
        if (effect.asText().equals("Allow")) {
            return List.of(Effect.ALLOW);
        }
        if (effect.asText().equals("Deny")) {
            return List.of(Effect.DENY);
        }
        if (node.isObject()) {
            if (effect.isMissingNode()) {
                problem("", "`Effect` is missing; it is `Allow` or `Deny`");
            } else {
                problem("/Effect", "is neither `Allow` nor `Deny`");
            }
        }
        return List.of(Effect.ALLOW, Effect.DENY);
    }

    private String sid() {
        var sid = node.path("Sid");
        if (!sid.isMissingNode() && !sid.isTextual()) {
            problem("/Sid", "is not a text");
        }
        return sid.asText();
    }

    private void oneOf(String name, String negated) {
        if (node.isObject() && !node.has(name) && !node.has(negated)) {
            problem("", "has neither `" + name + "` nor `" + negated + "`");
        }
        notBoth(name, negated);
    }

    private void notBoth(String name, String negated) {
        if (node.has(name) && node.has(negated)) {
            problem("", "has both `" + name + "` and `" + negated + "`");
        }
    }

    /**
     * An element and the one that says the opposite.
     *
     * @param <T> what an element holds
     */
    private record Either<T>(T named, T others) {}

    /** The texts of an element and of its opposite; everything where they cannot be read. */
    private Either<List<String>> element(String name) {
        int before = problems.size();
        var named = words(name);
        var others = words("Not" + name);
        boolean isUnreadable =
                problems.size() > before || node.has(name) == node.has("Not" + name) && !mayBeAbsent(name);
        return isUnreadable ? new Either<>(List.of("*"), List.of()) : new Either<>(named, others);
    }

    /** A trust policy leaves the resource out. */
    private boolean mayBeAbsent(String name) {
        return name.equals("Resource") && node.isObject() && !node.has(name);
    }

    private List<String> words(String name) {
        var value = node.path(name);
        return value.isMissingNode() ? List.of() : words(value, "/" + name);
    }

    private List<String> words(JsonNode value, String pointer) {
        var words = new ArrayList<String>();
        for (var item : value.isArray() ? value : List.of(value)) {
            if (item.isTextual()) {
                words.add(item.textValue());
            } else {
                problem(pointer, "is neither a text nor a list of texts");
            }
        }
        return words;
    }

    /** Everybody, where the principals cannot be read. */
    private Either<SortedMap<String, List<String>>> principals() {
        int before = problems.size();
        var named = principals("Principal");
        var others = principals("NotPrincipal");
        boolean isUnreadable = problems.size() > before || node.has("Principal") && node.has("NotPrincipal");
        return isUnreadable
                ? new Either<>(new TreeMap<>(Map.of("AWS", List.of("*"))), new TreeMap<>())
                : new Either<>(named, others);
    }

    private SortedMap<String, List<String>> principals(String name) {
        var principals = new TreeMap<String, List<String>>();
        var value = node.path(name);
        for (var entry : value.properties()) {
            var pointer = "/" + name + Element.step(entry.getKey());
            if (!PRINCIPAL_TYPES.contains(entry.getKey())) {
                problem(pointer, "unknown type of principal; known: `AWS`, `Service`, `Federated`, `CanonicalUser`");
            }
            principals.put(entry.getKey(), words(entry.getValue(), pointer));
        }
        if (value.isTextual() && value.textValue().equals("*")) {
            principals.put("AWS", List.of("*"));
        } else if (!value.isMissingNode() && !value.isObject()) {
            problem("/" + name, "is neither `*` nor an object of principals by type");
        }
        return principals;
    }

    private List<ConditionClause> conditions() {
        var clauses = new ArrayList<ConditionClause>();
        var condition = node.path("Condition");
        if (!condition.isMissingNode() && !condition.isObject()) {
            problem("/Condition", "is not an object of operators");
        }
        for (var operator : condition.properties()) {
            var pointer = "/Condition" + Element.step(operator.getKey());
            if (!operator.getValue().isObject()) {
                problem(pointer, "is not an object of keys");
            }
            for (var key : operator.getValue().properties()) {
                var values = scalars(key.getValue(), pointer + Element.step(key.getKey()));
                clauses.add(new ConditionClause(operator.getKey(), key.getKey(), values));
            }
        }
        return clauses;
    }

    /** Texts, numbers or truth values, one or several; AWS itself accepts {@code true} beside {@code "true"}. */
    private List<String> scalars(JsonNode value, String pointer) {
        var scalars = new ArrayList<String>();
        for (var item : value.isArray() ? value : List.of(value)) {
            if (item.isTextual() || item.isNumber() || item.isBoolean()) {
                scalars.add(item.asText());
            } else {
                problem(pointer, "is neither a value nor a list of values");
            }
        }
        return scalars;
    }

    private void problem(String pointer, String sentence) {
        problems.add(pointer + ": " + sentence);
    }
}
