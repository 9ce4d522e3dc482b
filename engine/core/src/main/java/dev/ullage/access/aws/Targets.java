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
    private final boolean areOfAccessPoints;
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
        this.areOfAccessPoints = targets.stream().anyMatch(target -> target.accessPoint() != null);
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
        boolean dependsOnTarget = statement.keys().stream()
                .anyMatch(key -> EstateContext.isOfTarget(key) || areOfAccessPoints && key.equals("aws:sourcevpc"));
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
            for (int at = first(head); at < arns.length && arns[at].startsWith(head); at++) {
                candidates.set(at);
            }
            // The ARN of an access point has a slash of its own.
            int slash = areObjects ? head.indexOf('/') : -1;
            for (; slash > 0; slash = areOfAccessPoints ? head.indexOf('/', slash + 1) : -1) {
                var exact = head.substring(0, slash);
                for (int at = first(exact); at < arns.length && arns[at].equals(exact); at++) {
                    candidates.set(at);
                }
            }
        }
        return candidates;
    }

    /** Where the first ARN is, or would be, that begins with a text; a bucket behind several access points is there often. */
    private int first(String head) {
        int found = Arrays.binarySearch(arns, head);
        int first = found < 0 ? -found - 1 : found;
        while (first > 0 && arns[first - 1].equals(head)) {
            first--;
        }
        return first;
    }
}
