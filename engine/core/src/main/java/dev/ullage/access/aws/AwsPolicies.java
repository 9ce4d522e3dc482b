package dev.ullage.access.aws;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.analysis.Step;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Membership;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Principal;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which policy documents apply to whom. */
final class AwsPolicies {

    /**
     * A policy in the part that it plays.
     *
     * @param carrier what it is attached to
     * @param path how its target leads to it, such as a group; then the attachment itself
     */
    record Applied(String carrier, CompiledPolicy policy, List<Step> path) {

        Applied {
            path = List.copyOf(path);
        }

        /** True for the target's own policy. */
        boolean isOf(AwsTarget target) {
            return carrier.equals(target.id());
        }
    }

    private final FactIndex facts;
    private final Map<String, CompiledPolicy> policies = new HashMap<>();
    private final Map<AttachmentKind, Map<String, List<PolicyAttachment>>> attachments = new HashMap<>();
    private final Map<String, List<Membership>> groupsOf = new HashMap<>();

    AwsPolicies(FactIndex facts) {
        this.facts = facts;
        var documents = new HashMap<String, PolicyDocument>();
        facts.all(PolicyDocument.class)
                .forEach(document -> documents.merge(document.id(), document, AwsPolicies::agreed));
        documents.forEach((id, document) -> policies.put(id, CompiledPolicy.of(inOnePartition(document))));
        for (var attachment : facts.all(PolicyAttachment.class)) {
            attachments
                    .computeIfAbsent(attachment.kind(), kind -> new HashMap<>())
                    .computeIfAbsent(attachment.target(), target -> new ArrayList<>())
                    .add(attachment);
        }
        for (var membership : facts.all(Membership.class)) {
            if (membership.provider() == Provider.AWS) {
                groupsOf.computeIfAbsent(membership.member(), member -> new ArrayList<>())
                        .add(membership);
            }
        }
    }

    /** Of two readings of a policy that differ it is not known which is in force. */
    private static PolicyDocument agreed(PolicyDocument first, PolicyDocument second) {
        if (first.version().equals(second.version()) && effect(first).equals(effect(second))) {
            return first;
        }
        var problems = new ArrayList<>(first.problems());
        problems.add("%s and %s say different things".formatted(first.source(), second.source()));
        return new PolicyDocument(
                first.id(), first.name(), first.version(), first.statements(), problems, first.source());
    }

    private static List<PolicyStatement> effect(PolicyDocument document) {
        var nowhere = new Source("", 0, "");
        return document.statements().stream()
                .map(statement -> with(statement, statement.resources(), statement.notResources(), nowhere))
                .toList();
    }

    /** Buckets are known by their names, which leave the partition out. */
    private static PolicyDocument inOnePartition(PolicyDocument document) {
        var statements = document.statements().stream()
                .map(statement -> with(
                        statement,
                        inOnePartition(statement.resources()),
                        inOnePartition(statement.notResources()),
                        statement.source()))
                .toList();
        return new PolicyDocument(
                document.id(), document.name(), document.version(), statements, document.problems(), document.source());
    }

    private static List<String> inOnePartition(List<String> arns) {
        return arns.stream().map(Arns::inOnePartition).toList();
    }

    private static PolicyStatement with(
            PolicyStatement statement, List<String> resources, List<String> notResources, Source source) {
        return new PolicyStatement(
                statement.sid(),
                statement.effect(),
                statement.principals(),
                statement.notPrincipals(),
                statement.actions(),
                statement.notActions(),
                resources,
                notResources,
                statement.conditions(),
                statement.problems(),
                source);
    }

    private CompiledPolicy policy(String id) {
        return policies.computeIfAbsent(
                id,
                unread ->
                        CompiledPolicy.unread(unread, "policy %s is attached and not in the input".formatted(unread)));
    }

    /** The permissions boundary of a user or role; none when it has none. */
    List<Applied> boundary(Principal principal) {
        var attached = of(principal.id(), AttachmentKind.BOUNDARY);
        var policy = principal.permissionsBoundary();
        if (policy == null || !attached.isEmpty()) {
            return attached;
        }
        var step = new Step("%s is bounded by policy %s".formatted(principal.id(), policy), principal.source());
        return List.of(new Applied(principal.id(), policy(policy), List.of(step)));
    }

    /** Identity policies of a user or role, its groups' included. */
    List<Applied> identity(String principal) {
        var applied = new ArrayList<>(of(principal, AttachmentKind.IDENTITY));
        for (var membership : groupsOf.getOrDefault(principal, List.of())) {
            var step = new Step("%s is a member of %s".formatted(principal, membership.group()), membership.source());
            for (var inGroup : of(membership.group(), AttachmentKind.IDENTITY)) {
                var path = new ArrayList<Step>();
                path.add(step);
                path.addAll(inGroup.path());
                applied.add(new Applied(inGroup.carrier(), inGroup.policy(), path));
            }
        }
        return applied;
    }

    /** Documents attached to a target in one part. */
    List<Applied> of(String target, AttachmentKind kind) {
        return attachments.getOrDefault(kind, Map.of()).getOrDefault(target, List.of()).stream()
                .map(attachment -> new Applied(
                        target,
                        policy(attachment.policy()),
                        List.of(new Step(
                                "%s carries policy %s".formatted(target, attachment.policy()), attachment.source()))))
                .toList();
    }

    /**
     * Control policies by level, from the account upwards; a level without any is left out, since an organisation that
     * uses them attaches at least one to every level.
     */
    List<List<Applied>> control(String account, AttachmentKind kind) {
        return facts.upwards(account).stream()
                .map(level -> of(level, kind))
                .filter(level -> !level.isEmpty())
                .toList();
    }
}
