package dev.ullage.access.aws;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.access.aws.policy.PolicyLayers.Level;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Effect;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an organisation leaves of a permission: service control policies bind the caller's account, resource control
 * policies the owner's.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
 *     evaluation</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control
 *     policies</a>
 */
final class AwsGuardrails {

    private static final CompiledPolicy ALLOWS_ALL = CompiledPolicy.of(new PolicyDocument(
            "FullAWSAccess",
            "FullAWSAccess",
            PolicyDocument.CURRENT_VERSION,
            List.of(new PolicyStatement(
                    "",
                    Effect.ALLOW,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    List.of("*"),
                    List.of(),
                    List.of("*"),
                    List.of(),
                    List.of(),
                    List.of(),
                    new Source("", 0, ""))),
            List.of(),
            new Source("", 0, "")));

    private record Bound(String account, AttachmentKind kind) {}

    private final FactIndex facts;
    private final AwsPolicies policies;
    private final Map<Bound, List<Level>> levels = new HashMap<>();

    AwsGuardrails(FactIndex facts, AwsPolicies policies) {
        this.facts = facts;
        this.policies = policies;
    }

    /** What binds callers of an account, level by level. */
    List<Level> ofCallers(String account) {
        return levels.computeIfAbsent(new Bound(account, AttachmentKind.SERVICE_CONTROL), this::compute);
    }

    /** What binds resources of an account, level by level. */
    List<Level> ofResources(String account) {
        return levels.computeIfAbsent(new Bound(account, AttachmentKind.RESOURCE_CONTROL), this::compute);
    }

    /**
     * Control policies bind every account of an organisation but its management account. Where nobody said which that is,
     * they may take away and do not for sure.
     */
    private List<Level> compute(Bound bound) {
        var management = facts.upwards(bound.account).stream()
                .flatMap(above -> facts.setting(above, SettingName.MANAGEMENT_ACCOUNT).stream())
                .map(Setting::value)
                .findFirst();
        if (management.isPresent() && management.get().equals(bound.account)) {
            return List.of();
        }
        var applied = policies.control(bound.account, bound.kind);
        var unread = applied.isEmpty()
                ? facts.incomplete(Topic.CONTROL_POLICIES, bound.account)
                : facts.gap(Topic.CONTROL_POLICIES, bound.account);
        var binds = management.isPresent() ? Answer.YES : Answer.UNKNOWN;
        var found = new ArrayList<Level>();
        for (var level : applied) {
            var inForce = new ArrayList<CompiledPolicy>();
            level.forEach(one -> inForce.add(one.policy()));
            // A policy that was not read may be the one that allows at this level.
            unread.ifPresent(reason -> inForce.add(CompiledPolicy.unread("", reason)));
            found.add(new Level(inForce, binds));
        }
        if (applied.isEmpty() && unread.isPresent()) {
            found.add(new Level(List.of(ALLOWS_ALL, CompiledPolicy.unread("", unread.get())), Answer.YES));
        }
        return List.copyOf(found);
    }

    /** Of which accounts it would have to be known whether they are their organisation's management account. */
    List<String> mayBeManagement(String caller, String owner) {
        var open = new ArrayList<String>();
        say(caller, ofCallers(caller), open);
        say(owner, ofResources(owner), open);
        return open;
    }

    private static void say(String account, List<Level> levels, List<String> open) {
        if (levels.stream().anyMatch(level -> level.binds() == Answer.UNKNOWN)) {
            open.add(
                    "whether %s is its organisation's management account, which no control policy binds, is not in the input"
                            .formatted(account));
        }
    }
}
