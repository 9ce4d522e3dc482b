package dev.ullage.access.aws;

import dev.ullage.access.FactIndex;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an organisation leaves of a permission: service control policies bind the caller's account, resource control
 * policies the owner's. Neither binds a service-linked role.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
 *     evaluation</a>
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control
 *     policies</a>
 */
final class AwsGuardrails {

    private record Bound(String account, AttachmentKind kind) {}

    private final FactIndex facts;
    private final AwsPolicies policies;
    private final Map<Bound, List<List<AwsPolicies.Applied>>> levels = new HashMap<>();

    AwsGuardrails(FactIndex facts, AwsPolicies policies) {
        this.facts = facts;
        this.policies = policies;
    }

    /** What a caller of an account keeps of what is allowed. */
    Reach ofCaller(AwsActor actor, AwsRequest request, Reach allowed, List<String> missing) {
        return Arns.isServiceLinked(actor.id())
                ? allowed
                : within(actor.account(), AttachmentKind.SERVICE_CONTROL, request, allowed, missing);
    }

    /** What somebody keeps at a resource of an account. */
    Reach ofOwner(String principal, String owner, AwsRequest request, Reach allowed, List<String> missing) {
        return Arns.isServiceLinked(principal)
                ? allowed
                : within(owner, AttachmentKind.RESOURCE_CONTROL, request, allowed, missing);
    }

    /**
     * Control policies bind every account of an organisation but its management account. Where nobody said which that is,
     * they may take away and do not for sure.
     */
    private Reach within(String account, AttachmentKind kind, AwsRequest request, Reach allowed, List<String> missing) {
        var management = facts.upwards(account).stream()
                .flatMap(above -> facts.setting(above, SettingName.MANAGEMENT_ACCOUNT).stream())
                .map(Setting::value)
                .findFirst();
        if (management.isPresent() && management.get().equals(account)) {
            return allowed;
        }
        var left = bound(account, kind, request, allowed, missing);
        if (management.isPresent() || left.possible().containsAll(allowed.possible())) {
            return left;
        }
        missing.add(
                "whether %s is its organisation's management account, which no control policy binds, is not in the input"
                        .formatted(account));
        return new Reach(left.sure(), allowed.possible());
    }

    /** Every level has to allow, and any may deny. */
    private Reach bound(String account, AttachmentKind kind, AwsRequest request, Reach allowed, List<String> missing) {
        var applied =
                levels.computeIfAbsent(new Bound(account, kind), bound -> policies.control(bound.account, bound.kind));
        var unread = applied.isEmpty()
                ? facts.incomplete(Topic.CONTROL_POLICIES, account)
                : facts.gap(Topic.CONTROL_POLICIES, account);
        var left = allowed;
        for (var level : applied) {
            var layer = AwsLayer.of(level, request);
            // A policy that was not read may be the one that allows at this level.
            var allow = unread.isPresent() ? new Reach(layer.allow().sure(), NameSet.all()) : layer.allow();
            left = left.and(allow).minus(layer.deny());
            missing.addAll(layer.missing());
        }
        if (unread.isPresent()) {
            missing.add(unread.get());
            left = left.minus(Reach.atMost(NameSet.all()));
        }
        return left;
    }
}
