package dev.ullage.access.aws;

import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.CompiledStatement;
import dev.ullage.model.Answer;
import dev.ullage.model.PolicyStatement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which targets' own policies speak of an action and a caller. Statements that hold for nobody, such as a Deny of requests
 * without TLS, which every caller avoids, are left out.
 */
final class ResourceStatements {

    private static final String EVERYBODY = "*";

    private final Map<String, BitSet> speakOf = new HashMap<>();
    private final Map<String, BitSet> allowByName = new HashMap<>();
    private final BitSet allowEverybody = new BitSet();
    private final BitSet tellCallersApart = new BitSet();

    ResourceStatements(Targets targets, String action, EstateContext contexts) {
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            var context = contexts.at(EstateContext.anybody(), target);
            for (var applied : target.policy()) {
                if (!applied.policy().problems().isEmpty()) {
                    mark(speakOf, EVERYBODY, i);
                }
                for (var statement : applied.policy().statementsAbout(action)) {
                    var holds = statement.conditions(context);
                    if (holds != Answer.NO) {
                        add(statement, i);
                        boolean isSameForAll =
                                holds == Answer.YES && statement.keys().stream().allMatch(EstateContext::isOfTarget);
                        tellCallersApart.set(i, tellCallersApart.get(i) || statement.denies() || !isSameForAll);
                    }
                }
            }
        }
    }

    private void add(CompiledStatement compiled, int target) {
        for (var key : keys(compiled.statement())) {
            mark(speakOf, key, target);
            if (!compiled.denies()) {
                mark(allowByName, key, target);
                if (key.equals(EVERYBODY)) {
                    allowEverybody.set(target);
                }
            }
        }
    }

    private static void mark(Map<String, BitSet> byKey, String key, int target) {
        byKey.computeIfAbsent(key, principal -> new BitSet()).set(target);
    }

    private static List<String> keys(PolicyStatement statement) {
        if (statement.principals().isEmpty()) {
            return List.of(EVERYBODY);
        }
        var keys = new ArrayList<String>();
        statement.principals().forEach((type, ids) -> ids.forEach(id -> keys.add(key(type, id))));
        return keys;
    }

    /** Sessions are found by their role. */
    private static String key(String type, String id) {
        if (type.equals("CanonicalUser")) {
            return EVERYBODY;
        }
        if (Arns.isAccount(id)) {
            return Arns.account(id).orElse(id);
        }
        return Arns.accountAndNameOfSession(id).orElse(id);
    }

    /** Targets of which some statement may mean the caller. */
    BitSet speakingOf(AwsActor caller) {
        var targets = new BitSet();
        caller.names().forEach(key -> or(targets, speakOf, key));
        or(targets, speakOf, EVERYBODY);
        or(targets, speakOf, caller.caller().account());
        return targets;
    }

    /** Targets of which an Allow names the caller or one of its sessions. */
    BitSet naming(AwsActor caller) {
        var targets = new BitSet();
        caller.names().forEach(key -> or(targets, allowByName, key));
        return targets;
    }

    /**
     * Targets with an Allow for everybody of which some callers have more than others: it hangs on who asks, or a Deny takes
     * it from some.
     */
    BitSet allowingEverybodyNotAlike() {
        var targets = (BitSet) allowEverybody.clone();
        targets.and(tellCallersApart);
        return targets;
    }

    /** Targets with an Allow for everybody; not to be changed. */
    BitSet allowingEverybody() {
        return allowEverybody;
    }

    /** The names under which statements are found that single a caller or its sessions out. */
    static List<String> namesOf(Caller caller) {
        return Stream.concat(Stream.of(caller.arn()), Arns.accountAndNameOfRole(caller.arn()).stream())
                .toList();
    }

    private static void or(BitSet targets, Map<String, BitSet> byKey, String key) {
        var more = byKey.get(key);
        if (more != null) {
            targets.or(more);
        }
    }
}
