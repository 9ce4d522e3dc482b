package dev.ullage.access.aws;

import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.CompiledStatement;
import dev.ullage.access.aws.policy.PolicyLayers.Level;
import dev.ullage.access.aws.policy.RequestContext;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Why somebody may do one thing at one target: the statements that allow it, and what is open in those that bear on it.
 */
final class AwsGrounds {

    private final Caller caller;
    private final String action;
    private final AwsTarget target;
    private final RequestContext context;
    private final NameSet everything;
    private final boolean hasBoundary;
    private final Function<CompiledStatement, Reach> about;
    private final List<Ground> identity = new ArrayList<>();
    private final List<Ground> resource = new ArrayList<>();
    private final List<Ground> delegated = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * Gathers nothing yet.
     *
     * @param context what is known of a request of the caller at the target
     * @param about the names that a statement is about
     */
    AwsGrounds(
            Caller caller,
            boolean hasBoundary,
            String action,
            AwsTarget target,
            RequestContext context,
            NameSet everything,
            Function<CompiledStatement, Reach> about) {
        this.caller = caller;
        this.hasBoundary = hasBoundary;
        this.action = action;
        this.target = target;
        this.context = context;
        this.everything = everything;
        this.about = about;
    }

    AwsGrounds identity(List<AwsPolicies.Applied> policies) {
        policies.forEach(applied -> statements(applied, statement -> identity.add(ground(applied, statement))));
        if (caller.kind() == Caller.Kind.ROOT) {
            var all = new Step("%s is the account itself, and can do everything in it".formatted(caller.arn()), null);
            identity.add(new Ground(everything, new Explanation(List.of(all))));
        }
        return this;
    }

    AwsGrounds boundary(List<AwsPolicies.Applied> policies) {
        policies.forEach(applied -> statements(applied, statement -> {}));
        return this;
    }

    AwsGrounds resource() {
        target.policy()
                .forEach(applied -> statements(applied, statement -> {
                    if (!statement.denies()) {
                        (statement.singlesOut(caller) == Answer.NO && !isForEverybody(statement) ? delegated : resource)
                                .add(ground(applied, statement));
                    }
                }));
        return this;
    }

    private static boolean isForEverybody(CompiledStatement statement) {
        return AwsPrincipals.ids(statement.statement()).anyMatch(AwsPrincipals.EVERYBODY::equals);
    }

    AwsGrounds control(List<Level> levels) {
        for (var level : levels) {
            for (var policy : level.policies()) {
                missing.addAll(policy.problems());
                policy.statementsAbout(action).forEach(this::open);
            }
        }
        return this;
    }

    private void statements(AwsPolicies.Applied applied, java.util.function.Consumer<CompiledStatement> allowing) {
        var policy = applied.policy();
        for (var problem : policy.problems()) {
            missing.add(
                    problem.startsWith("policy ")
                            ? problem
                            : "policy %s could not be read in full: %s".formatted(policy.id(), problem));
            unread(applied);
        }
        for (var statement : policy.statementsAbout(action)) {
            var reach = about.apply(statement);
            var means = applied.isOf(target) ? statement.means(caller, hasBoundary) : Answer.YES;
            if (reach.isEmpty() || means == Answer.NO) {
                continue;
            }
            open(statement);
            if (means == Answer.UNKNOWN) {
                missing.add((statement.denies()
                                ? "whom NotPrincipal in %s spares is not sure"
                                : "%s names single sessions of the role; which of them are used is not known")
                        .formatted(place(statement)));
            }
            if (!statement.denies()) {
                allowing.accept(statement);
            }
        }
    }

    private void unread(AwsPolicies.Applied applied) {
        var steps = new ArrayList<>(applied.path());
        steps.add(new Step("policy %s may allow it".formatted(applied.policy().id()), null));
        (applied.isOf(target) ? resource : identity).add(new Ground(everything, new Explanation(steps)));
    }

    private void open(CompiledStatement statement) {
        var reach = about.apply(statement);
        if (reach.unsure().isEmpty()) {
            return;
        }
        var conditions = statement.openConditions(context);
        missing.add(
                conditions.isEmpty()
                        ? "what a policy variable in %s stands for is not known".formatted(place(statement))
                        : "whether `%s`, which %s asks, holds is not known"
                                .formatted(String.join(" and ", conditions), place(statement)));
    }

    private Ground ground(AwsPolicies.Applied applied, CompiledStatement compiled) {
        var statement = compiled.statement();
        var steps = new ArrayList<>(applied.path());
        var resources = statement.resources().isEmpty()
                ? statement.notResources().isEmpty()
                        ? "itself"
                        : "all but " + String.join(", ", statement.notResources())
                : String.join(", ", statement.resources());
        var open = compiled.openConditions(context);
        var conditions = open.isEmpty() ? "" : " if " + String.join(" and ", open);
        steps.add(new Step(compiled + " allows " + action + " on " + resources + conditions, statement.source()));
        return new Ground(about.apply(compiled).possible(), new Explanation(steps));
    }

    private static String place(CompiledStatement statement) {
        return "%s at %s".formatted(statement, statement.statement().source());
    }

    void missing(List<String> sentences) {
        missing.addAll(sentences);
    }

    List<String> missing() {
        return missing;
    }

    /**
     * The explanations of what is possible; where both sides have to agree, each pair of statements about a common name is
     * one.
     */
    List<Ground> grounds(Reach reach, boolean isAcross, boolean isResourceAsked) {
        var all = new ArrayList<Ground>();
        if (isAcross) {
            all.addAll(chained(identity, resource));
            all.addAll(chained(identity, delegated));
        } else {
            all.addAll(isResourceAsked ? chained(identity, delegated) : identity);
            all.addAll(resource);
        }
        return all.stream()
                .filter(ground -> ground.names().intersects(reach.possible()))
                .toList();
    }

    /** The explanations for somebody who has no policies in the input. */
    List<Ground> groundsOfResource(Reach reach) {
        var all = new ArrayList<>(resource);
        all.addAll(delegated);
        return all.stream()
                .filter(ground -> ground.names().intersects(reach.possible()))
                .toList();
    }

    /** The explanations where the caller's policies and something else have to agree. */
    List<Ground> chainedWith(List<Ground> others, Reach reach) {
        var chained = chained(identity, others).stream()
                .filter(ground -> ground.names().intersects(reach.possible()))
                .toList();
        return chained.isEmpty() ? others : chained;
    }

    private static List<Ground> chained(List<Ground> identity, List<Ground> resource) {
        var all = new ArrayList<Ground>();
        for (var left : identity) {
            for (var right : resource) {
                var names = left.names().and(right.names());
                if (!names.isEmpty()) {
                    var steps = new ArrayList<>(left.explanation().steps());
                    steps.addAll(right.explanation().steps());
                    all.add(new Ground(names, new Explanation(steps)));
                }
            }
        }
        return all;
    }
}
