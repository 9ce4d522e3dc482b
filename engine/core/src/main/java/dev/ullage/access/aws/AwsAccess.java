package dev.ullage.access.aws;

import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsPermission.On;
import dev.ullage.access.aws.AwsPrincipals.Match;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Bucket;
import dev.ullage.model.Effect;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What S3, IAM and STS would allow: identity policies, bucket and trust policies, permission boundaries, control
 * policies, ACLs, Block Public Access and Object Ownership; an explicit Deny wins. A condition gives what is possible and
 * not sure.
 */
public final class AwsAccess {

    /** What remains in a policy of a principal that was deleted; it grants nothing. */
    private static final Pattern UNIQUE_ID = Pattern.compile("A[A-Z]{3}[A-Z0-9]{12,}");

    private final FactIndex facts;
    private final AwsPolicies policies;
    private final AwsAcls acls;
    private final AwsEvaluation evaluation;
    private final AwsAclGrants aclGrants;

    /** Prepares to answer for a snapshot. */
    public AwsAccess(FactIndex facts) {
        this.facts = facts;
        this.policies = new AwsPolicies(facts);
        this.acls = new AwsAcls(facts);
        this.evaluation = new AwsEvaluation(facts, new AwsGuardrails(facts, policies));
        this.aclGrants = new AwsAclGrants(facts, acls, evaluation);
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
        var found = new ArrayList<Entitlement>();
        var actors = facts.principals().stream()
                .filter(principal -> principal.provider() == Provider.AWS
                        && (principal.kind() == PrincipalKind.USER || principal.kind() == PrincipalKind.ROLE))
                .map(principal -> new AwsActor(principal, policies))
                .toList();
        for (var bucket : facts.buckets()) {
            if (bucket.provider() == Provider.AWS) {
                onBucket(target(bucket), actors, found);
            }
        }
        for (var actor : actors) {
            onPrincipal(target(actor.principal()), on(actor.principal()), actors, found);
        }
        return found;
    }

    private AwsTarget target(Bucket bucket) {
        var policy = policies.of(bucket.id(), AttachmentKind.RESOURCE);
        return new AwsTarget(
                bucket.id(),
                Arns.ofBucket(bucket.id()),
                facts.containerOf(bucket.id()),
                policy,
                isPublic(policy).and(acls.publicPolicyRestricted(bucket.id())),
                facts.gap(Topic.BUCKET_POLICIES, bucket.id()).stream().toList());
    }

    private AwsTarget target(Principal principal) {
        return new AwsTarget(
                principal.id(),
                principal.id(),
                Arns.account(principal.id()).orElse(""),
                policies.of(principal.id(), AttachmentKind.TRUST),
                Answer.NO,
                List.of());
    }

    private static On on(Principal principal) {
        return principal.kind() == PrincipalKind.ROLE ? On.ROLE : On.USER;
    }

    /**
     * Whether Block Public Access would call a bucket policy public. Conditions may keep it from being so.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">The
     *     meaning of public</a>
     */
    private static Answer isPublic(List<AwsPolicies.Applied> policy) {
        var answer = isReadInFull(policy) ? Answer.NO : Answer.UNKNOWN;
        for (var statement : allowing(policy)) {
            if (meansEverybody(statement)) {
                answer = answer.or(AwsStatements.isUnconditional(statement) ? Answer.YES : Answer.UNKNOWN);
            }
        }
        return answer;
    }

    private static boolean isReadInFull(List<AwsPolicies.Applied> policy) {
        return policy.stream()
                .map(AwsPolicies.Applied::document)
                .allMatch(document -> document != null && document.problems().isEmpty());
    }

    private static boolean meansEverybody(PolicyStatement statement) {
        return AwsPrincipals.ids(statement).anyMatch(AwsPrincipals.EVERYBODY::equals);
    }

    private static List<PolicyStatement> allowing(List<AwsPolicies.Applied> policy) {
        return policy.stream()
                .flatMap(applied -> Optional.ofNullable(applied.document()).stream())
                .flatMap(document -> document.statements().stream())
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .toList();
    }

    private void onBucket(AwsTarget bucket, List<AwsActor> actors, List<Entitlement> found) {
        var outsiders = outsiders(bucket);
        var aclsInForce = acls.inForce(bucket.id());
        for (var permission : AwsPermission.values()) {
            var on = permission.on();
            if (on != On.ROLE && on != On.USER && !(on.isAcl() && aclsInForce == Answer.NO)) {
                decide(permission, bucket, actors, outsiders, found);
            }
        }
        found.addAll(aclGrants.at(bucket));
    }

    private void onPrincipal(AwsTarget principal, On on, List<AwsActor> actors, List<Entitlement> found) {
        // Services assume roles on behalf of those who may pass them, which is another question.
        var outsiders = outsiders(principal).stream()
                .filter(outsider -> !outsider.startsWith("service:"))
                .toList();
        for (var permission : AwsPermission.values()) {
            if (permission.on() == on) {
                decide(permission, principal, actors, outsiders, found);
            }
        }
    }

    private void decide(
            AwsPermission permission,
            AwsTarget target,
            List<AwsActor> actors,
            List<String> outsiders,
            List<Entitlement> found) {
        for (var actor : permission.isForAwsCallers() ? actors : List.<AwsActor>of()) {
            boolean isItself = actor.id().equals(target.id());
            if (!isItself && (actor.mayAllow(permission.action()) || isNamed(actor, permission.action(), target))) {
                evaluation.ofActor(actor, permission, target).ifPresent(found::add);
            }
        }
        for (var outsider : outsiders) {
            evaluation.ofOutsider(outsider, permission, target).ifPresent(found::add);
        }
    }

    /**
     * Whether the target's policy allows the actor. What it allows to everybody is asked for everybody, except where
     * Block Public Access leaves it to the callers of the account.
     */
    private static boolean isNamed(AwsActor actor, String action, AwsTarget target) {
        boolean onlyItsAccount =
                target.shutsOthersOut() != Answer.NO && target.account().equals(actor.account());
        return allowing(target.policy()).stream()
                .filter(statement -> AwsStatements.covers(statement, action))
                .anyMatch(statement -> {
                    var matches = AwsPrincipals.matches(statement, actor.id());
                    return matches.contains(Match.EXACT)
                            || matches.contains(Match.SESSION)
                            || onlyItsAccount && matches.contains(Match.PUBLIC);
                });
    }

    /**
     * Principals of a policy whose own policies are elsewhere: everybody, other accounts, services, providers. What could
     * not be read of it may mean everybody.
     */
    private List<String> outsiders(AwsTarget target) {
        var ids = new TreeSet<String>();
        if (!isReadInFull(target.policy())) {
            ids.add(AwsPrincipals.EVERYBODY);
        }
        for (var statement : allowing(target.policy())) {
            AwsPrincipals.ids(statement).filter(id -> isOutsider(id, target)).forEach(ids::add);
        }
        return List.copyOf(ids);
    }

    private boolean isOutsider(String id, AwsTarget target) {
        if (!Arns.isOfSomeAccount(id)) {
            boolean isOwner =
                    facts.container(id).isPresent() && facts.containerOf(id).equals(target.account());
            return !isOwner && !UNIQUE_ID.matcher(id).matches();
        }
        if (Arns.isAccount(id)) {
            return !Arns.isOfAccount(id, target.account())
                    && facts.gap(Topic.IAM_POLICIES, Arns.account(id).orElse(id))
                            .isPresent();
        }
        boolean isActor = facts.principals().stream()
                .anyMatch(principal -> principal.id().equals(id) || Arns.isSessionOf(id, principal.id()));
        // Nobody lists the sessions of federated users; other principals that a complete list lacks do not exist.
        return !isActor
                && (id.contains(":federated-user/")
                        || facts.gap(Topic.IAM_POLICIES, Arns.account(id).orElse(id))
                                .isPresent());
    }
}
