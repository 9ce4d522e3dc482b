package dev.ullage.access.aws;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsPermission.On;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What S3, IAM and STS would allow: identity policies, policies of buckets and access points, trust policies, permission
 * boundaries, control policies, ACLs, Block Public Access and Object Ownership; an explicit Deny wins. A condition on what
 * only the request says gives what is possible and not sure.
 */
public final class AwsAccess {

    private final FactIndex facts;
    private final AwsPolicies policies;
    private final AwsAcls acls;
    private final EstateContext contexts;
    private final AwsGuardrails guardrails;
    private final AwsForeignObjects foreign;
    private final AwsAccessPoints accessPoints;
    private final AwsAccessGrants accessGrants;
    private final Map<String, AwsActor> actors = new HashMap<>();

    /** Prepares to answer for a snapshot. */
    public AwsAccess(FactIndex facts) {
        this.facts = facts;
        this.policies = new AwsPolicies(facts);
        this.acls = new AwsAcls(facts);
        this.contexts = new EstateContext(facts, policies);
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
        return entitlements(question, actors(question));
    }

    /**
     * What the root user of an account of the estate has. It is there without being listed, and no part of
     * {@link #entitlements()}, in which an account's root stands for whomever the account lets.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html">Root user</a>
     */
    public List<Entitlement> ofRootUser(String root) {
        return root(root)
                .map(principal -> entitlements(AccessQuestion.ofPrincipal(root), List.of(actor(principal))))
                .orElse(List.of());
    }

    private List<Entitlement> entitlements(AccessQuestion question, List<AwsActor> actors) {
        var found = new ArrayList<Entitlement>();
        for (var on : On.values()) {
            var permissions = Arrays.stream(AwsPermission.values())
                    .filter(permission -> permission.on() == on && question.asksOfPermission(permission.action()))
                    .toList();
            if (!permissions.isEmpty()) {
                entitlements(question, permissions, sweep(targets(question, on), on), actors, found);
            }
        }
        if (!accessPoints.isEmpty() || !accessGrants.isEmpty()) {
            indirect(targets(question, On.BUCKET), actors, question, found);
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
                account -> byAccount.computeIfAbsent(account, key -> actorsOf(key, question));
        return facts.buckets().stream()
                .filter(bucket -> bucket.provider() == Provider.AWS && question.asksOfResource(bucket.id()))
                .flatMap(bucket -> lists.at(target(bucket), outsiders, actorsOf).stream())
                .filter(entitlement -> question.asksOfPrincipal(entitlement.principal())
                        && question.asksOfPermission(entitlement.permission()))
                .toList();
    }

    private List<AwsActor> actorsOf(String account, AccessQuestion question) {
        return principals()
                .filter(principal ->
                        Arns.isOfAccount(principal.id(), account) && question.asksOfPrincipal(principal.id()))
                .map(this::actor)
                .toList();
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

    private List<AwsTarget> targets(AccessQuestion question, On on) {
        if (!on.isOfBucket()) {
            return principals()
                    .filter(principal -> on(principal) == on && question.asksOfResource(principal.id()))
                    .map(this::target)
                    .toList();
        }
        return facts.buckets().stream()
                .filter(bucket -> bucket.provider() == Provider.AWS && question.asksOfResource(bucket.id()))
                .filter(bucket -> !on.isAcl() || acls.inForce(bucket.id()) != Answer.NO)
                .map(this::target)
                .toList();
    }

    private Stream<Principal> principals() {
        return facts.principals().stream()
                .filter(principal -> principal.provider() == Provider.AWS
                        && (principal.kind() == PrincipalKind.USER || principal.kind() == PrincipalKind.ROLE));
    }

    /** Sweeps over targets as permissions of a sort are asked on them. */
    AwsSweep sweep(List<AwsTarget> targets, On on) {
        return new AwsSweep(guardrails, new Targets(targets, on.isObjects(), contexts), contexts);
    }

    /** Every user and role. */
    List<AwsActor> actors() {
        return actors(AccessQuestion.EVERYTHING);
    }

    private List<AwsActor> actors(AccessQuestion question) {
        return principals()
                .filter(principal -> question.asksOfPrincipal(principal.id()))
                .map(this::actor)
                .toList();
    }

    private Optional<Principal> root(String id) {
        return Arns.account(id)
                .filter(account -> id.equals(Arns.root(account)))
                .flatMap(facts::container)
                .filter(account -> account.kind() == ContainerKind.ACCOUNT)
                .map(account -> new Principal(
                        Provider.AWS,
                        id,
                        PrincipalKind.ACCOUNT,
                        account.id(),
                        "root",
                        Answer.YES,
                        null,
                        null,
                        null,
                        new TreeMap<>(),
                        account.source()));
    }

    /** A user or role with its policies. */
    AwsActor actor(Principal principal) {
        return actors.computeIfAbsent(principal.id(), id -> compile(principal));
    }

    private AwsActor compile(Principal principal) {
        return new AwsActor(
                principal,
                principal.kind() == PrincipalKind.ACCOUNT
                        ? Caller.of(principal.id())
                        : Caller.anySession(principal.id(), canonicalIds(principal)),
                contexts.of(principal),
                policies,
                facts.gap(Topic.IAM_POLICIES, principal.id()).stream().toList());
    }

    /** By which S3 knows the principal's account, as far as the input says. */
    Set<String> canonicalIds(Principal principal) {
        return Arns.account(principal.id()).flatMap(facts::container).map(Container::aliases).orElse(List.of()).stream()
                .map(alias -> alias.replaceFirst("^canonical:", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    AwsTarget target(Bucket bucket) {
        var policy = policies.of(bucket.id(), AttachmentKind.RESOURCE);
        return AwsTarget.of(
                bucket.id(),
                Arns.ofBucket(bucket.id()),
                facts.containerOf(bucket.id()),
                policy,
                AwsPublicPolicies.isPublic(policy).and(acls.publicPolicyRestricted(bucket.id())),
                facts.gap(Topic.BUCKET_POLICIES, bucket.id()).stream().toList());
    }

    AwsTarget target(Principal principal) {
        return AwsTarget.of(
                principal.id(),
                Arns.inOnePartition(principal.id()),
                Arns.account(principal.id()).orElse(""),
                policies.of(principal.id(), AttachmentKind.TRUST),
                Answer.NO,
                List.of());
    }

    private static On on(Principal principal) {
        return principal.kind() == PrincipalKind.ROLE ? On.ROLE : On.USER;
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
