package dev.ullage.access.aws;

import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.aws.policy.CompiledStatement;
import dev.ullage.access.aws.policy.RequestContext;
import dev.ullage.model.Answer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Targets of one kind, numbered in the order of their ARNs, and what statements say of them. */
final class Targets {

    private static final Reach ITSELF = Reach.exactly(NameSet.itself());
    private static final Reach PERHAPS_ITSELF = Reach.atMost(NameSet.itself());

    private final List<AwsTarget> targets;
    private final String[] arns;
    private final boolean areObjects;
    private final EstateContext contexts;
    private final Map<CompiledStatement, Touches> ofEverybody = new HashMap<>();
    private final Map<CompiledStatement, Touches> ofCaller = new HashMap<>();
    private RequestContext caller = EstateContext.anybody();
    private final Map<Reach, Reach> perhaps = Touches.memory();

    /** {@code areObjects} when the permissions are on the objects below the targets. */
    Targets(List<AwsTarget> targets, boolean areObjects, EstateContext contexts) {
        this.targets = targets.stream()
                .sorted(Comparator.comparing(target -> target.arn().toString()))
                .toList();
        this.arns = this.targets.stream().map(target -> target.arn().toString()).toArray(String[]::new);
        this.areObjects = areObjects;
        this.contexts = contexts;
    }

    AwsTarget get(int index) {
        return targets.get(index);
    }

    /** The ids in the order of the numbers. */
    List<String> ids() {
        return targets.stream().map(AwsTarget::id).toList();
    }

    int size() {
        return targets.size();
    }

    boolean areObjects() {
        return areObjects;
    }

    /**
     * What a statement is about, by requests of a caller. What hangs on the caller is kept until the next caller is asked
     * for, so that it pays to ask everything about one before the next.
     */
    Touches touches(CompiledStatement statement, RequestContext caller) {
        var known = ofEverybody.get(statement);
        if (known == null && this.caller != caller) {
            ofCaller.clear();
            this.caller = caller;
        }
        if (known == null) {
            known = ofCaller.get(statement);
        }
        if (known == null) {
            boolean dependsOnCaller = statement.keys().stream().anyMatch(EstateContext::isOfCaller);
            known = compute(statement, dependsOnCaller ? caller : EstateContext.anybody());
            (dependsOnCaller ? ofCaller : ofEverybody).put(statement, known);
        }
        return known;
    }

    private Touches compute(CompiledStatement statement, RequestContext caller) {
        boolean dependsOnTarget = statement.keys().stream().anyMatch(EstateContext::isOfTarget);
        if (!dependsOnTarget) {
            return switch (statement.conditions(caller)) {
                case NO -> Touches.NONE;
                case YES -> covered(statement, caller);
                case UNKNOWN -> covered(statement, caller).perhaps(perhaps);
            };
        }
        var builder = new Touches.Builder();
        var candidates = candidates(statement.heads());
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            var context = contexts.at(caller, get(i));
            builder.add(
                    i,
                    areObjects
                            ? statement.namesBelow(get(i).below(), context)
                            : itself(statement.about(get(i).arn(), context)));
        }
        return builder.build();
    }

    private Touches covered(CompiledStatement statement, RequestContext caller) {
        var builder = new Touches.Builder();
        var candidates = candidates(statement.heads());
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            builder.add(
                    i,
                    areObjects
                            ? statement.coversBelow(get(i).below(), caller)
                            : itself(statement.covers(get(i).arn(), caller)));
        }
        return builder.build();
    }

    private static Reach itself(Answer answer) {
        return switch (answer) {
            case YES -> ITSELF;
            case NO -> Reach.none();
            case UNKNOWN -> PERHAPS_ITSELF;
        };
    }

    /** The targets whose ARN one of the texts may be the beginning of, or may begin. */
    private BitSet candidates(List<String> heads) {
        var candidates = new BitSet(arns.length);
        for (var head : heads) {
            int from = Arrays.binarySearch(arns, head);
            int at = from < 0 ? -from - 1 : from;
            while (at < arns.length && arns[at].startsWith(head)) {
                candidates.set(at++);
            }
            int slash = areObjects ? head.indexOf('/') : -1;
            if (slash > 0) {
                int exact = Arrays.binarySearch(arns, head.substring(0, slash));
                if (exact >= 0) {
                    candidates.set(exact);
                }
            }
        }
        return candidates;
    }
}
