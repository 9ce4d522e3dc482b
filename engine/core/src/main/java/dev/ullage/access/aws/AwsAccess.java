package dev.ullage.access.aws;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsPermission.On;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/**
 * What S3, IAM and STS would allow: identity policies, policies of buckets and access points, trust policies, permission
 * boundaries, control policies, ACLs, Block Public Access and Object Ownership; an explicit Deny wins. A condition on what
 * only the request says gives what is possible and not sure.
 */
public final class AwsAccess {

    private final FactIndex facts;
    private final AwsAcls acls;
    private final AwsInventory inventory;
    private final EstateContext contexts;
    private final AwsGuardrails guardrails;
    private final AwsForeignObjects foreign;
    private final AwsAccessPoints accessPoints;
    private final AwsAccessGrants accessGrants;

    /** Prepares to answer for a snapshot. */
    public AwsAccess(FactIndex facts) {
        this.facts = facts;
        var policies = new AwsPolicies(facts);
        this.acls = new AwsAcls(facts);
        this.contexts = new EstateContext(facts, policies);
        this.inventory = new AwsInventory(facts, policies, acls, contexts);
        this.guardrails = new AwsGuardrails(facts, policies);
        this.foreign = new AwsForeignObjects(facts, acls);
        this.accessPoints = new AwsAccessPoints(facts, policies, acls);
        this.accessGrants =
                new AwsAccessGrants(facts, new AwsGrantees(facts, this, policies, contexts, guardrails), acls);
    }

    /** The native permissions that stand for a class, sorted. */
    public static List<String> permissions(PermissionClass permissionClass) {
        return Arrays.stream(AwsPermission.values())
                .filter(permission -> permission.permissionClass() == permissionClass)
                .map(AwsPermission::action)
                .distinct()
                .sorted()
                .toList();
    }

    /** Every entitlement, in no particular order. */
    public List<Entitlement> entitlements() {
        return entitlements(AccessQuestion.EVERYTHING);
    }

    /** Every entitlement that is asked for, in no particular order. */
    public List<Entitlement> entitlements(AccessQuestion question) {
        return entitlements(question, inventory.actors(question));
    }

    /**
     * What the root user of an account of the estate has. It is there without being listed, and no part of
     * {@link #entitlements()}, in which an account's root stands for whomever the account lets.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html">Root user</a>
     */
    public List<Entitlement> ofRootUser(String root) {
        return inventory
                .root(root)
                .map(user -> entitlements(AccessQuestion.ofPrincipal(root), List.of(user)))
                .orElse(List.of());
    }

    private List<Entitlement> entitlements(AccessQuestion question, List<AwsActor> actors) {
        var found = new ArrayList<Entitlement>();
        for (var on : On.values()) {
            var permissions = Arrays.stream(AwsPermission.values())
                    .filter(permission -> permission.on() == on && question.asksOfPermission(permission.action()))
                    .toList();
            if (!permissions.isEmpty()) {
                entitlements(question, permissions, sweep(inventory.targets(question, on), on), actors, found);
            }
        }
        if (!accessPoints.isEmpty() || !accessGrants.isEmpty()) {
            indirect(inventory.targets(question, On.BUCKET), actors, question, found);
        }
        found.addAll(byLists(question));
        return found;
    }

    /** Adds what is possible by other ways than by asking the bucket oneself. */
    private void indirect(
            List<AwsTarget> buckets, List<AwsActor> actors, AccessQuestion question, List<Entitlement> found) {
        var passages = buckets.stream()
                .flatMap(bucket -> accessPoints.of(bucket).stream())
                .toList();
        found.addAll(new AwsPassing(this, acls, foreign, outsiders()).beyond(found, passages, actors, question));
        found.addAll(AwsPassing.minus(accessGrants.at(buckets, question), found));
    }

    /** The entitlements that access-control lists give. */
    List<Entitlement> byLists(AccessQuestion question) {
        var lists = new AwsAclGrants(facts, acls);
        var outsiders = outsiders();
        var byAccount = new HashMap<String, List<AwsActor>>();
        Function<String, List<AwsActor>> actorsOf =
                account -> byAccount.computeIfAbsent(account, key -> inventory.actorsOf(key, question));
        return facts.buckets().stream()
                .filter(bucket -> bucket.provider() == Provider.AWS && question.asksOfResource(bucket.id()))
                .flatMap(bucket -> lists.at(inventory.target(bucket), outsiders, actorsOf).stream())
                .filter(entitlement -> question.asksOfPrincipal(entitlement.principal())
                        && question.asksOfPermission(entitlement.permission()))
                .toList();
    }

    /** Users, roles and buckets. */
    AwsInventory inventory() {
        return inventory;
    }

    /** What lists say, for single requests. */
    AwsAclGrants lists() {
        return new AwsAclGrants(facts, acls);
    }

    /** The access points of a bucket. */
    List<AwsAccessPoints.Passage> passages(AwsTarget bucket) {
        return accessPoints.of(bucket);
    }

    /** What S3 Access Grants give at a bucket. */
    List<Entitlement> byGrants(AwsTarget bucket, AccessQuestion question) {
        return accessGrants.isEmpty() ? List.of() : accessGrants.at(List.of(bucket), question);
    }

    /** Objects that the policies of their buckets do not reach. */
    AwsForeignObjects foreign() {
        return foreign;
    }

    /** Answers for those whose own policies are elsewhere. */
    AwsOutsiders outsiders() {
        return new AwsOutsiders(facts, guardrails, contexts, foreign);
    }

    /** Sweeps over targets as permissions of a sort are asked on them. */
    AwsSweep sweep(List<AwsTarget> targets, On on) {
        return new AwsSweep(guardrails, new Targets(targets, on.isObjects(), contexts), contexts);
    }

    private void entitlements(
            AccessQuestion question,
            List<AwsPermission> permissions,
            AwsSweep sweep,
            List<AwsActor> actors,
            List<Entitlement> found) {
        for (var actor : actors) {
            for (var permission : permissions) {
                if (permission.isForAwsCallers()) {
                    for (var share : sweep.shares(actor, permission.action())) {
                        share(actor, permission, sweep, share, found);
                    }
                }
            }
        }
        var outsiders = outsiders();
        for (int i = 0; i < sweep.targets().size(); i++) {
            for (var permission : permissions) {
                for (var entitlement : outsiders.at(sweep.targets().get(i), permission)) {
                    if (question.asksOfPrincipal(entitlement.principal())) {
                        found.add(entitlement);
                    }
                }
            }
        }
    }

    private void share(
            AwsActor actor, AwsPermission permission, AwsSweep sweep, AwsSweep.Share share, List<Entitlement> found) {
        int first = share.targets().nextSetBit(0);
        var grounds = grounds(actor, permission, sweep, first);
        if (share.tooComplex() != null) {
            grounds.missing(List.of(AwsOutsiders.TOO_COMPLEX + share.tooComplex()));
        } else if (sweep.hangsOnManagementAccount(actor, permission.action(), first, share.reach())) {
            grounds.missing(guardrails.mayBeManagement(
                    actor.caller().account(), sweep.targets().get(first).account()));
        }
        var target = sweep.targets().get(first);
        boolean isAcross = !target.account().equals(actor.caller().account());
        var reasons = grounds.grounds(share.reach(), isAcross, permission.on() == On.ROLE);
        var missing = share.reach().unsure().isEmpty() ? List.<String>of() : grounds.missing();
        for (int i = first; i >= 0; i = share.targets().nextSetBit(i + 1)) {
            var at = sweep.targets().get(i);
            var reach =
                    foreign.left(share.reach(), at, permission, actor.caller().account());
            if (!at.id().equals(actor.id()) && !reach.isEmpty()) {
                boolean isWhole = reach.equals(share.reach());
                found.add(new Entitlement(
                        Provider.AWS,
                        actor.id(),
                        permission.permissionClass(),
                        permission.action(),
                        at.id(),
                        reach,
                        reasons,
                        isWhole || reach.unsure().isEmpty() ? missing : foreign.missing(at, permission)));
            }
        }
    }

    /** Why an actor may do something at a target, and what is open about it. */
    AwsGrounds grounds(AwsActor actor, AwsPermission permission, AwsSweep sweep, int index) {
        var target = sweep.targets().get(index);
        var grounds = new AwsGrounds(
                        actor.caller(),
                        actor.boundaryPolicies() != null,
                        permission.action(),
                        target,
                        contexts.at(actor.context(), target),
                        AwsOutsiders.everything(permission),
                        statement -> sweep.about(statement, actor, index))
                .identity(actor.identity())
                .boundary(actor.boundary())
                .resource()
                .control(guardrails.ofCallers(actor.caller().account()))
                .control(guardrails.ofResources(target.account()));
        grounds.missing(actor.unread());
        grounds.missing(target.unread());
        grounds.missing(target.openTo(actor.caller().account()));
        return grounds;
    }
}
