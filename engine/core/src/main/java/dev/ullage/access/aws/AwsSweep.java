package dev.ullage.access.aws;

import dev.ullage.access.Logic;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.aws.policy.AwsRequest;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.access.aws.policy.CompiledStatement;
import dev.ullage.access.aws.policy.Evaluation;
import dev.ullage.access.aws.policy.PolicyLayers;
import dev.ullage.model.Answer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one caller may do with one permission at all targets of a kind. Targets of which every policy says the same are
 * decided together.
 */
final class AwsSweep {

    /**
     * Targets at which the caller may do the same.
     *
     * @param tooComplex what takes too much to say, so that anything is possible and nothing sure; null for nothing
     */
    record Share(BitSet targets, Reach reach, @Nullable String tooComplex) {}

    private final AwsGuardrails guardrails;
    private final Targets targets;
    private final EstateContext contexts;
    private final List<BitSet> classes;
    private final Map<String, ResourceStatements> resourceStatements = new HashMap<>();
    private final Map<Integer, PolicyLayers> layersOfTarget = new HashMap<>();

    AwsSweep(AwsGuardrails guardrails, Targets targets, EstateContext contexts) {
        this.guardrails = guardrails;
        this.targets = targets;
        this.contexts = contexts;
        this.classes = classes(targets);
    }

    /** Targets that no policy of a caller can tell apart. */
    private static List<BitSet> classes(Targets targets) {
        record Kind(String account, Answer isClosed, boolean isUnread) {}
        var byKind = new HashMap<Kind, BitSet>();
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            var kind = new Kind(
                    target.account(),
                    target.isClosedToOthers(),
                    !target.unread().isEmpty());
            byKind.computeIfAbsent(kind, key -> new BitSet()).set(i);
        }
        return List.copyOf(byKind.values());
    }

    Targets targets() {
        return targets;
    }

    /** The targets where the caller may do something, and what. */
    List<Share> shares(AwsActor actor, String action) {
        var own = ofTargets(action);
        var candidates = candidates(actor, action, own);
        if (candidates.isEmpty()) {
            return List.of();
        }
        var shares = new ArrayList<Share>();
        for (var block : blocks(actor, action, own, candidates)) {
            var share = share(actor, action, block);
            if (!share.reach.isEmpty()) {
                shares.add(share);
            }
        }
        return shares;
    }

    private ResourceStatements ofTargets(String action) {
        return resourceStatements.computeIfAbsent(action, key -> new ResourceStatements(targets, key, contexts));
    }

    /** The targets where the caller may do something that not everybody may alike. */
    BitSet candidates(AwsActor actor, String action) {
        return candidates(actor, action, ofTargets(action));
    }

    /** What the caller may do at one target. */
    Reach reach(AwsActor actor, String action, int target) {
        return reach(actor, action, target, layers(actor, target));
    }

    /**
     * Targets that the caller's own policies allow, or whose policy names the caller. What a policy allows to everybody alike
     * is asked for everybody, except where Block Public Access leaves it to the callers of the account.
     */
    private BitSet candidates(AwsActor actor, String action, ResourceStatements own) {
        var candidates = own.naming(actor);
        candidates.or(own.allowingEverybodyNotAlike());
        if (actor.caller().kind() == Caller.Kind.ROOT) {
            candidates.set(0, targets.size());
        }
        for (var policy : actor.identityPolicies()) {
            if (!policy.problems().isEmpty()) {
                candidates.set(0, targets.size());
            }
            for (var statement : policy.statementsAbout(action)) {
                if (!statement.denies()) {
                    candidates.or(targets.touches(statement, actor.context()).targets());
                }
            }
        }
        for (int i = own.allowingEverybody().nextSetBit(0);
                i >= 0;
                i = own.allowingEverybody().nextSetBit(i + 1)) {
            var target = targets.get(i);
            if (target.isClosedToOthers() != Answer.NO
                    && target.account().equals(actor.caller().account())) {
                candidates.set(i);
            }
        }
        return candidates;
    }

    private List<BitSet> blocks(AwsActor actor, String action, ResourceStatements own, BitSet candidates) {
        var special = own.speakingOf(actor);
        var blocks = new ArrayList<BitSet>();
        for (var kind : classes) {
            var block = (BitSet) kind.clone();
            block.and(candidates);
            block.andNot(special);
            if (!block.isEmpty()) {
                blocks.add(block);
            }
        }
        var left = refine(blocks, actor, action);
        special.and(candidates);
        for (int i = special.nextSetBit(0); i >= 0; i = special.nextSetBit(i + 1)) {
            var one = new BitSet();
            one.set(i);
            left.add(one);
        }
        return left;
    }

    private List<BitSet> refine(List<BitSet> blocks, AwsActor actor, String action) {
        var refined = refine(blocks, actor.identityPolicies(), actor, action);
        var boundary = actor.boundaryPolicies();
        if (boundary != null) {
            refined = refine(refined, boundary, actor, action);
        }
        for (var level : guardrails.ofCallers(actor.caller().account())) {
            refined = refine(refined, level.policies(), actor, action);
        }
        for (var account : refined.stream()
                .map(block -> targets.get(block.nextSetBit(0)).account())
                .distinct()
                .toList()) {
            for (var level : guardrails.ofResources(account)) {
                refined = refine(refined, level.policies(), actor, action);
            }
        }
        return refined;
    }

    /** Splits what a statement tells apart. */
    private List<BitSet> refine(List<BitSet> blocks, List<CompiledPolicy> policies, AwsActor actor, String action) {
        var refined = blocks;
        for (var policy : policies) {
            for (var statement : policy.statementsAbout(action)) {
                for (var touch : targets.touches(statement, actor.context()).each()) {
                    refined = split(refined, touch.targets());
                }
            }
        }
        return refined;
    }

    private static List<BitSet> split(List<BitSet> blocks, BitSet touched) {
        var split = new ArrayList<BitSet>(blocks.size() + 1);
        for (var block : blocks) {
            if (!block.intersects(touched)) {
                split.add(block);
                continue;
            }
            var inside = (BitSet) block.clone();
            inside.and(touched);
            split.add(inside);
            var outside = (BitSet) block.clone();
            outside.andNot(touched);
            if (!outside.isEmpty()) {
                split.add(outside);
            }
        }
        return split;
    }

    private Share share(AwsActor actor, String action, BitSet block) {
        int target = block.nextSetBit(0);
        try {
            return new Share(block, reach(actor, action, target, layers(actor, target)), null);
        } catch (TooComplexException tooComplex) {
            return new Share(block, Reach.atMost(everything()), tooComplex.getMessage());
        }
    }

    private NameSet everything() {
        return targets.areObjects() ? NameSet.all() : NameSet.itself();
    }

    /** True when control policies that may not bind an account would take something away if they did. */
    boolean hangsOnManagementAccount(AwsActor actor, String action, int target, Reach reach) {
        var layers = layers(actor, target);
        return layers.mayNotBind()
                && !reach(actor, action, target, layers.bound()).possible().containsAll(reach.possible());
    }

    private Reach reach(AwsActor actor, String action, int target, PolicyLayers layers) {
        var outcome = new Evaluation<>(
                        Logic.overNames(),
                        statement -> about(statement, actor, target),
                        request(actor, action, target),
                        layers)
                .outcome();
        var reach = outcome.allowed().minus(outcome.denied());
        boolean isUnread =
                !targets.get(target).unread().isEmpty() || !actor.unread().isEmpty();
        var known = isUnread ? Reach.atMost(reach.possible()) : reach;
        return targets.areObjects() ? known : known.and(Reach.exactly(NameSet.itself()));
    }

    /** The names at one target that a statement is about. */
    Reach about(CompiledStatement statement, AwsActor actor, int target) {
        return targets.touches(statement, actor.context()).at(target);
    }

    AwsRequest request(AwsActor actor, String action, int target) {
        var at = targets.get(target);
        return new AwsRequest(
                actor.caller(), action, at.arn(), at.account(), actor.context(), at.isBehindAccessPoint());
    }

    /** The policies that bear on requests of an actor at a target. */
    PolicyLayers layers(AwsActor actor, int target) {
        return layersOfTarget
                .computeIfAbsent(target, this::ofTarget)
                .with(
                        actor.identityPolicies(),
                        actor.boundaryPolicies(),
                        guardrails.ofCallers(actor.caller().account()));
    }

    private PolicyLayers ofTarget(int index) {
        return layers(List.of(), null, targets.get(index));
    }

    /** The policies that bear on requests at a target of somebody with these policies of their own. */
    PolicyLayers layers(List<CompiledPolicy> identity, @Nullable List<CompiledPolicy> boundary, AwsTarget target) {
        return new PolicyLayers(
                identity,
                boundary,
                null,
                target.policy().stream().map(AwsPolicies.Applied::policy).toList(),
                List.of(),
                guardrails.ofResources(target.account()),
                target.isClosedToOthers());
    }
}
