package dev.ullage.bench.naive;

import dev.ullage.model.Effect;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides a request within one account by looking at every statement, as the documentation tells it. It knows the
 * operators that the made-up account has and refuses others. Regular expressions are kept once they are compiled, which
 * not everybody would think of; nothing else is.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation
 *     logic</a>
 */
public final class NaiveEvaluator {

    /**
     * The policies that bear on a request.
     *
     * @param boundary null for none
     * @param resource null for none
     */
    public record Policies(
            List<PolicyDocument> identity,
            @Nullable PolicyDocument boundary,
            @Nullable PolicyDocument resource,
            List<List<PolicyDocument>> control) {}

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");

    private final Map<String, Pattern> patterns = new HashMap<>();

    /** Whether a request is allowed; the context's keys are in lower case, and what is not in it is absent. */
    public boolean isAllowed(
            String principal, String action, String resource, Map<String, String> context, Policies policies) {
        var request = new Asked(principal, action, resource, context);
        var control = policies.control;
        if (request.anySays(policies.identity, Effect.DENY)
                || policies.boundary != null && request.anySays(List.of(policies.boundary), Effect.DENY)
                || policies.resource != null && request.says(policies.resource, Effect.DENY, true)
                || control.stream().anyMatch(level -> request.anySays(level, Effect.DENY))) {
            return false;
        }
        if (!control.stream().allMatch(level -> request.anySays(level, Effect.ALLOW))) {
            return false;
        }
        boolean isWithin = policies.boundary == null || request.anySays(List.of(policies.boundary), Effect.ALLOW);
        if (isWithin && request.anySays(policies.identity, Effect.ALLOW)) {
            return true;
        }
        // A role's boundary limits what a bucket gives to the role by name, and not what it gives to everybody.
        return policies.resource != null
                && (request.isGiven(policies.resource, "*")
                        || (isWithin || !principal.contains(":role/"))
                                && request.isGiven(policies.resource, principal));
    }

    /** One request. */
    private final class Asked {

        private final String principal;
        private final String action;
        private final String resource;
        private final Map<String, String> context;

        Asked(String principal, String action, String resource, Map<String, String> context) {
            this.principal = principal;
            this.action = action;
            this.resource = resource;
            this.context = context;
        }

        boolean anySays(List<PolicyDocument> documents, Effect effect) {
            return documents.stream().anyMatch(document -> says(document, effect, false));
        }

        boolean says(PolicyDocument document, Effect effect, boolean ofResource) {
            return document.statements().stream()
                    .filter(statement -> statement.effect() == effect)
                    .filter(statement -> !ofResource || isNamed(statement, "*") || isNamed(statement, principal))
                    .anyMatch(this::applies);
        }

        boolean isGiven(PolicyDocument document, String name) {
            return document.statements().stream()
                    .filter(statement -> statement.effect() == Effect.ALLOW && isNamed(statement, name))
                    .anyMatch(this::applies);
        }

        private boolean isNamed(PolicyStatement statement, String name) {
            return statement.principals().values().stream().anyMatch(names -> names.contains(name));
        }

        private boolean applies(PolicyStatement statement) {
            return coversAction(statement) && coversResource(statement) && meetsConditions(statement);
        }

        private boolean coversAction(PolicyStatement statement) {
            return statement.actions().isEmpty()
                    ? statement.notActions().stream().noneMatch(pattern -> matchesIgnoringCase(pattern, action))
                    : statement.actions().stream().anyMatch(pattern -> matchesIgnoringCase(pattern, action));
        }

        private boolean coversResource(PolicyStatement statement) {
            return statement.resources().isEmpty()
                    ? statement.notResources().stream().noneMatch(pattern -> matches(pattern, resource))
                    : statement.resources().stream().anyMatch(pattern -> matches(pattern, resource));
        }

        private boolean meetsConditions(PolicyStatement statement) {
            return statement.conditions().stream()
                    .allMatch(clause -> meets(
                            clause.operator(), context.get(clause.key().toLowerCase(Locale.ROOT)), clause.values()));
        }

        private boolean meets(String operator, @Nullable String actual, List<String> values) {
            return switch (operator) {
                case "StringEquals" -> actual != null && values.stream().anyMatch(value -> equalTo(value, actual));
                case "StringNotEquals" -> actual == null || values.stream().noneMatch(value -> equalTo(value, actual));
                case "StringNotEqualsIfExists" ->
                    actual == null || values.stream().noneMatch(value -> equalTo(value, actual));
                case "StringLike" -> actual != null && values.stream().anyMatch(value -> matches(value, actual));
                case "ArnNotLike" -> actual == null || values.stream().noneMatch(value -> matches(value, actual));
                case "Bool" -> actual != null && values.contains(actual);
                case "Null" -> values.contains(String.valueOf(actual == null));
                case "IpAddress" -> actual != null && values.stream().anyMatch(range -> isIn(range, actual));
                default -> throw new IllegalArgumentException("condition operator " + operator);
            };
        }

        private boolean equalTo(String value, String actual) {
            var resolved = resolve(value);
            return resolved != null && resolved.equals(actual);
        }

        private boolean matchesIgnoringCase(String pattern, String text) {
            return compiled(pattern.toLowerCase(Locale.ROOT))
                    .matcher(text.toLowerCase(Locale.ROOT))
                    .matches();
        }

        private boolean matches(String pattern, String text) {
            var resolved = resolve(pattern);
            return resolved != null && compiled(resolved).matcher(text).matches();
        }

        /** The text with the values of its variables; null where one has none. */
        private @Nullable String resolve(String text) {
            var variables = VARIABLE.matcher(text);
            var resolved = new StringBuilder();
            while (variables.find()) {
                var value = context.get(variables.group(1).toLowerCase(Locale.ROOT));
                if (value == null) {
                    return null;
                }
                variables.appendReplacement(resolved, java.util.regex.Matcher.quoteReplacement(value));
            }
            return variables.appendTail(resolved).toString();
        }
    }

    private Pattern compiled(String glob) {
        return patterns.computeIfAbsent(glob, text -> {
            var regex = new StringBuilder();
            text.chars()
                    .forEach(c ->
                            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c))));
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        });
    }

    /** Whether an address of four numbers is in a range such as {@code 10.1.0.0/16}. */
    private static boolean isIn(String range, String address) {
        int slash = range.indexOf('/');
        int bits = Integer.parseInt(range.substring(slash + 1));
        return number(range.substring(0, slash)) >>> (32 - bits) == number(address) >>> (32 - bits);
    }

    private static long number(String address) {
        long number = 0;
        for (var part : address.split("\\.", -1)) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }
}
