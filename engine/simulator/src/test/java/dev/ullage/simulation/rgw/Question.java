package dev.ullage.simulation.rgw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.access.Ruling;
import dev.ullage.simulation.MalformedCaseException;
import dev.ullage.simulation.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What both sides were asked, and what ours said.
 *
 * @param json the case of the simulator
 */
record Question(Lane lane, Caller caller, ObjectNode json, Ruling ours) {

    /** How a statement names a session, as the gateway sees it. */
    enum Naming {
        NONE,
        /** By its role, or with everybody. */
        ROLE,
        SESSION,
        BOTH
    }

    /** A statement of any policy, and the request that it may be about. */
    record Statement(JsonNode json, JsonNode request) {

        boolean denies() {
            return json.path("Effect").asText().equals("Deny");
        }

        boolean has(String element) {
            return json.has(element);
        }

        /** True when the element Principal or NotPrincipal holds the text. */
        boolean names(String principal) {
            return Stream.of("Principal", "NotPrincipal")
                    .map(json::path)
                    .flatMap(element -> element.isObject() ? texts(element.path("AWS")) : texts(element))
                    .anyMatch(principal::equals);
        }

        /** False when the statement's actions or resources surely leave the request out. */
        boolean mayApply() {
            boolean action = has("NotAction") || patterns("Action").anyMatch(pattern -> pattern.matches(action()));
            boolean resource = has("NotResource")
                    || !has("Resource")
                    || patterns("Resource")
                            .anyMatch(pattern ->
                                    pattern.matches(request.path("resource").asText()));
            return action && resource;
        }

        /** True when the gateway misses something that one of the patterns matches. */
        boolean hasEarlyStar() {
            return patterns("Action", "NotAction").anyMatch(pattern -> pattern.isMissedByGateway(action()))
                    || patterns("Resource", "NotResource")
                            .anyMatch(pattern -> pattern.isMissedByGateway(
                                    request.path("resource").asText()))
                    || clauses().anyMatch(Clause::hasEarlyStar);
        }

        private String action() {
            return request.path("action").asText().toLowerCase(Locale.ROOT);
        }

        private Stream<Wildcards> patterns(String... elements) {
            return Stream.of(elements)
                    .flatMap(element -> texts(json.path(element))
                            .map(text -> element.endsWith("Action") ? text.toLowerCase(Locale.ROOT) : text)
                            .map(Wildcards::new));
        }

        Naming naming(Caller session) {
            boolean asRole = has("Principal") && (names(session.identityArn()) || names("*"));
            boolean itself = has("Principal") && names(session.arn());
            if (asRole) {
                return itself ? Naming.BOTH : Naming.ROLE;
            }
            return itself ? Naming.SESSION : Naming.NONE;
        }

        boolean namesAccount(String account) {
            return names(account) || names("arn:aws:iam::" + account + ":root");
        }

        Stream<Clause> clauses() {
            return json.path("Condition").properties().stream()
                    .flatMap(block -> block.getValue().properties().stream()
                            .map(clause -> new Clause(
                                    block.getKey(),
                                    clause.getKey(),
                                    texts(clause.getValue()).toList(),
                                    request.path("context")
                                            .path(clause.getKey())
                                            .asText())));
        }

        private static Stream<String> texts(JsonNode oneOrMany) {
            if (oneOrMany.isMissingNode()) {
                return Stream.of();
            }
            return oneOrMany.isArray() ? oneOrMany.valueStream().map(JsonNode::asText) : Stream.of(oneOrMany.asText());
        }
    }

    /**
     * One operator and key of a condition.
     *
     * @param actual what the request has for the key; empty when it has nothing
     */
    record Clause(String operator, String key, List<String> values, String actual) {

        boolean present() {
            return !actual.isEmpty();
        }

        boolean isNegated() {
            return operator.contains("Not");
        }

        boolean hasEarlyStar() {
            return operator.contains("Like")
                    && values.stream().map(Wildcards::new).anyMatch(pattern -> pattern.isMissedByGateway(actual));
        }

        boolean mayBeAbsent() {
            return operator.endsWith("IfExists");
        }
    }

    /** What the simulator says of a case. */
    static Ruling simulate(JsonNode json) {
        try {
            return new Simulator().decide(json).ruling();
        } catch (MalformedCaseException e) {
            throw new IllegalStateException(json.toString(), e);
        }
    }

    /** The same question, otherwise answered. */
    Question with(Ruling answer) {
        return new Question(lane, caller, json, answer);
    }

    /** False, too, when we do not know: nothing that is needed is missing. */
    boolean agreesWith(Verdict verdict) {
        return switch (ours) {
            case ALLOWED -> verdict == Verdict.ALLOWED;
            case EXPLICIT_DENY, IMPLICIT_DENY -> verdict == Verdict.DENIED;
            case UNKNOWN -> false;
        };
    }

    /** Statements of all policies that may be about the request. */
    List<Statement> statements() {
        var all = new ArrayList<>(resourceStatements());
        json.path("identityPolicies").forEach(document -> statements(document).forEach(all::add));
        statements(json.path("sessionPolicy")).forEach(all::add);
        return all;
    }

    /** Those of the bucket's or role's own policy. */
    List<Statement> resourceStatements() {
        return statements(json.path("resourcePolicy")).toList();
    }

    private Stream<Statement> statements(JsonNode document) {
        return document.path("Statement")
                .valueStream()
                .map(statement -> new Statement(statement, json))
                .filter(Statement::mayApply);
    }

    Stream<Clause> clauses() {
        return statements().stream().flatMap(Statement::clauses);
    }

    boolean hasSessionPolicy() {
        return json.path("sessionPolicy").isObject();
    }

    /** How the last statement of the bucket's policy names the session. */
    Naming lastNaming() {
        var all = json.at("/resourcePolicy/Statement");
        return all.isEmpty() ? Naming.NONE : new Statement(all.get(all.size() - 1), json).naming(caller);
    }

    /** Whether the bucket's policy allows anything to everybody, be it about the request or not. */
    boolean isPublic() {
        return json.at("/resourcePolicy/Statement")
                .valueStream()
                .map(statement -> new Statement(statement, json))
                .anyMatch(statement -> !statement.denies() && statement.names("*"));
    }

    /** What the bucket's policy allows, by statements that may be about the request. */
    Stream<Statement> allowedByResource() {
        return resourceStatements().stream().filter(statement -> !statement.denies());
    }
}
