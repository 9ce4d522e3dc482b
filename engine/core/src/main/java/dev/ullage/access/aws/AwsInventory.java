package dev.ullage.access.aws;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsPermission.On;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The users, roles and buckets of an estate, each with the policies that apply to it; users and roles are looked up once. */
final class AwsInventory {

    private final FactIndex facts;
    private final AwsPolicies policies;
    private final AwsAcls acls;
    private final EstateContext contexts;
    private final Map<String, AwsActor> actors = new HashMap<>();

    AwsInventory(FactIndex facts, AwsPolicies policies, AwsAcls acls, EstateContext contexts) {
        this.facts = facts;
        this.policies = policies;
        this.acls = acls;
        this.contexts = contexts;
    }

    /** Every user and role. */
    List<AwsActor> actors() {
        return actors(AccessQuestion.EVERYTHING);
    }

    /** The users and roles that are asked about. */
    List<AwsActor> actors(AccessQuestion question) {
        return principals()
                .filter(principal -> question.asksOfPrincipal(principal.id()))
                .map(this::actor)
                .toList();
    }

    /** The same of one account. */
    List<AwsActor> actorsOf(String account, AccessQuestion question) {
        return principals()
                .filter(principal ->
                        Arns.isOfAccount(principal.id(), account) && question.asksOfPrincipal(principal.id()))
                .map(this::actor)
                .toList();
    }

    /** The root user of an account of the estate, which is there without being listed. */
    Optional<AwsActor> root(String id) {
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
                        account.source()))
                .map(this::actor);
    }

    /** What is asked about of one sort. */
    List<AwsTarget> targets(AccessQuestion question, On on) {
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

    /** A bucket with its policy. */
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

    /** A role with its trust policy, or a user. */
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
}
