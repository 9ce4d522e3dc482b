package dev.ullage.access.aws;

import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.Effect;
import dev.ullage.model.PolicyStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a set of policy documents allows and denies of one request.
 *
 * @param grounds the statements that allow
 * @param missing why something is possible and not sure
 */
record AwsLayer(Reach allow, Reach deny, List<Ground> grounds, List<String> missing) {

    static final AwsLayer ALLOWS_ALL = new AwsLayer(Reach.all(), Reach.none(), List.of(), List.of());

    AwsLayer {
        grounds = List.copyOf(grounds);
        missing = List.copyOf(missing);
    }

    /** Evaluates documents whose statements all mean the principal in question. */
    static AwsLayer of(List<AwsPolicies.Applied> documents, AwsRequest request) {
        return of(documents, request, statement -> Answer.YES);
    }

    /**
     * Evaluates documents.
     *
     * @param meant whether a statement means the principal in question
     */
    static AwsLayer of(
            List<AwsPolicies.Applied> documents, AwsRequest request, Function<PolicyStatement, Answer> meant) {
        var sum = new Sum(request, meant);
        documents.forEach(sum::add);
        return new AwsLayer(Reach.union(sum.allow), Reach.union(sum.deny), sum.grounds, sum.missing);
    }

    private static final class Sum {

        private final AwsRequest request;
        private final Function<PolicyStatement, Answer> meant;
        private final List<Reach> allow = new ArrayList<>();
        private final List<Reach> deny = new ArrayList<>();
        private final List<Ground> grounds = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();

        Sum(AwsRequest request, Function<PolicyStatement, Answer> meant) {
            this.request = request;
            this.meant = meant;
        }

        void add(AwsPolicies.Applied applied) {
            var document = applied.document();
            if (document == null) {
                addUnread(applied, "policy %s is attached and not in the input".formatted(applied.policy()));
                return;
            }
            if (!document.problems().isEmpty()) {
                addUnread(
                        applied,
                        "policy %s could not be read in full: %s"
                                .formatted(applied.policy(), document.problems().get(0)));
            }
            document.statements().forEach(statement -> add(applied, statement));
        }

        /** What is not read may allow anything, and deny anything. */
        private void addUnread(AwsPolicies.Applied applied, String reason) {
            allow.add(Reach.atMost(request.everything()));
            deny.add(Reach.atMost(request.everything()));
            missing.add(reason);
            var steps = new ArrayList<>(applied.path());
            steps.add(new Step("policy %s may allow it".formatted(applied.policy()), null));
            grounds.add(new Ground(request.everything(), new Explanation(steps)));
        }

        private void add(AwsPolicies.Applied applied, PolicyStatement statement) {
            if (!AwsStatements.covers(statement, request.action())) {
                return;
            }
            var means = meant.apply(statement);
            var names = AwsStatements.names(statement, request);
            boolean denies = statement.effect() == Effect.DENY;
            if (means == Answer.NO || names.isEmpty() || denies && AwsStatements.isAvoidableByTls(statement)) {
                return;
            }
            var reasons = new ArrayList<String>();
            if (!names.unsure().isEmpty()) {
                reasons.add("what a policy variable in %s stands for is not evaluated".formatted(place(statement)));
            }
            if (means == Answer.UNKNOWN) {
                reasons.add((denies
                                ? "whom NotPrincipal in %s spares is not evaluated"
                                : "%s names single sessions of the role; which of them are used is not known")
                        .formatted(place(statement)));
            }
            // Whoever can use TLS can do without it, too: only an Allow is sure of what demands it.
            boolean conditional =
                    denies ? !statement.conditions().isEmpty() : !AwsStatements.isUnconditional(statement);
            if (conditional) {
                reasons.add("whether the condition %s of %s holds is not evaluated"
                        .formatted(AwsStatements.conditions(statement), place(statement)));
            }
            boolean sure = means == Answer.YES && !conditional;
            (denies ? deny : allow).add(sure ? names : Reach.atMost(names.possible()));
            missing.addAll(reasons);
            if (!denies) {
                grounds.add(ground(applied, statement, names.possible()));
            }
        }

        private Ground ground(AwsPolicies.Applied applied, PolicyStatement statement, NameSet names) {
            var steps = new ArrayList<>(applied.path());
            var resources = statement.resources().isEmpty()
                    ? statement.notResources().isEmpty()
                            ? "itself"
                            : "all but " + String.join(", ", statement.notResources())
                    : String.join(", ", statement.resources());
            var conditions = statement.conditions().isEmpty() ? "" : " if " + AwsStatements.conditions(statement);
            steps.add(new Step(
                    "statement %s allows %s on %s%s"
                            .formatted(name(statement), request.action(), resources, conditions),
                    statement.source()));
            return new Ground(names, new Explanation(steps));
        }
    }

    private static String name(PolicyStatement statement) {
        return statement.sid().isEmpty() ? "without Sid" : "`" + statement.sid() + "`";
    }

    private static String place(PolicyStatement statement) {
        return "statement %s at %s".formatted(name(statement), statement.source());
    }
}
