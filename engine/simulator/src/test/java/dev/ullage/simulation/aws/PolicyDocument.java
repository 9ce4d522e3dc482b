package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A policy: one statement, or a list of them. It allows, and it denies, where one of its statements does.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</a>
 */
record PolicyDocument(List<Statement> statements) {

    static PolicyDocument of(JsonNode document) {
        boolean variables = document.path("Version").asText().equals("2012-10-17");
        var body = document.path("Statement");
        if (!body.isArray()) {
            return new PolicyDocument(List.of(new Statement(body, variables)));
        }
        var statements = new ArrayList<Statement>(body.size());
        for (var statement : body) {
            statements.add(new Statement(statement, variables));
        }
        return new PolicyDocument(statements);
    }

    /** Of a list of policies, all of which speak together. */
    static PolicyDocument ofAll(JsonNode documents) {
        var statements = new ArrayList<Statement>();
        for (var document : documents) {
            statements.addAll(of(document).statements());
        }
        return new PolicyDocument(statements);
    }

    static PolicyDocument orNone(JsonNode document) {
        return document.isNull() || document.isMissingNode() ? new PolicyDocument(List.of()) : of(document);
    }

    Answer allows(Request request) {
        return any("Allow", statement -> statement.covers(request, false));
    }

    Answer denies(Request request) {
        return any("Deny", statement -> statement.covers(request, false));
    }

    /** As the policy of the resource, which says whom it denies. */
    Answer deniesItsCaller(Request request, boolean bounded) {
        return any("Deny", statement -> {
            var strikes = statement.strikes(request.caller(), bounded);
            return strikes == Answer.NO ? strikes : strikes.and(statement.covers(request, true));
        });
    }

    /** As the policy of the resource, which says whom it allows. */
    Naming allowsItsCaller(Request request) {
        var naming = Naming.NONE;
        for (var statement : statements) {
            var allows = statement.has("Allow");
            var names = allows == Answer.NO ? Naming.NONE : statement.names(request.caller());
            if (names.any() != Answer.NO) {
                naming = naming.or(names.and(allows.and(statement.covers(request, true))));
            }
        }
        return naming;
    }

    private Answer any(String effect, Function<Statement, Answer> covers) {
        var any = Answer.NO;
        for (var statement : statements) {
            var has = statement.has(effect);
            if (has != Answer.NO) {
                any = any.or(has.and(covers.apply(statement)));
            }
        }
        return any;
    }
}
