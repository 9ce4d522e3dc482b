package dev.ullage.access.aws.policy;

import dev.ullage.model.PolicyDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A policy document, ready to be asked about requests.
 */
public final class CompiledPolicy {

    private final String id;
    private final CompiledStatement[] statements;
    private final List<String> problems;
    private final ByAction byAction = new ByAction();

    private CompiledPolicy(String id, CompiledStatement[] statements, List<String> problems) {
        this.id = id;
        this.statements = statements;
        this.problems = List.copyOf(problems);
    }

    /** Compiles a document; in one of the older version <code>${…}</code> is plain text. */
    public static CompiledPolicy of(PolicyDocument document) {
        boolean hasVariables = document.version().equals(PolicyDocument.CURRENT_VERSION);
        var statements = document.statements().stream()
                .map(statement -> new CompiledStatement(statement, hasVariables))
                .toArray(CompiledStatement[]::new);
        return new CompiledPolicy(document.id(), statements, document.problemsOfTheWhole());
    }

    /** A policy that was not read: it may allow anything, and deny anything. */
    public static CompiledPolicy unread(String id, String reason) {
        return new CompiledPolicy(id, new CompiledStatement[0], List.of(reason));
    }

    /**
     * Policies of one layer as one, for those who ask for no explanation: what a caller's ten policies say of an action is
     * then in one place of memory and not in ten.
     */
    public static CompiledPolicy together(List<CompiledPolicy> policies) {
        return policies.size() == 1
                ? policies.get(0)
                : new CompiledPolicy(
                        "",
                        policies.stream()
                                .flatMap(policy -> Arrays.stream(policy.statements))
                                .toArray(CompiledStatement[]::new),
                        policies.stream()
                                .flatMap(policy -> policy.problems.stream())
                                .toList());
    }

    /** The id of the document; empty for several together. */
    public String id() {
        return id;
    }

    /** What could not be read of it, so that it may say more; mostly nothing. */
    public List<String> problems() {
        return problems;
    }

    /** Its statements, in their order. */
    public List<CompiledStatement> statements() {
        return Arrays.asList(statements);
    }

    /** The statements that speak of an action, in their order. */
    public List<CompiledStatement> statementsAbout(String action) {
        return Arrays.asList(about(action).all());
    }

    /** The statements that speak of an action. */
    Selected about(String action) {
        var known = byAction.get(action);
        return known != null ? known : byAction.put(action, select(action));
    }

    private Selected select(String action) {
        var lower = action.toLowerCase(Locale.ROOT);
        return new Selected(Arrays.stream(statements)
                .filter(statement -> statement.coversLowerCase(lower))
                .toList());
    }
}
