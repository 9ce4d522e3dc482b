package dev.ullage.bench;

import dev.ullage.access.FactIndex;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Membership;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which policy documents bear on requests of whom to which bucket; for evaluators that take one request at a time. */
final class Account {

    /**
     * A user or role.
     *
     * @param identity documents of its own and of its groups
     * @param boundary permissions boundary; null for none
     */
    record Actor(
            Principal principal,
            List<PolicyDocument> identity,
            @Nullable PolicyDocument boundary) {

        boolean isUser() {
            return principal.kind() == PrincipalKind.USER;
        }
    }

    /** A bucket; the policy is null for none. */
    record Store(String id, String team, @Nullable PolicyDocument policy) {

        /** Its name, without what says whose namespace it is in. */
        String name() {
            return id.substring("s3://".length());
        }
    }

    private final Map<String, PolicyDocument> documents = new HashMap<>();
    private final Map<AttachmentKind, Map<String, List<PolicyDocument>>> attached = new EnumMap<>(AttachmentKind.class);
    private final List<Actor> actors;
    private final List<Store> stores;
    private final List<List<PolicyDocument>> control;
    private final String id;

    Account(FactIndex facts) {
        facts.all(PolicyDocument.class).forEach(document -> documents.put(document.id(), document));
        for (var attachment : facts.all(PolicyAttachment.class)) {
            attached.computeIfAbsent(attachment.kind(), kind -> new HashMap<>())
                    .computeIfAbsent(attachment.target(), target -> new ArrayList<>())
                    .add(document(attachment.policy()));
        }
        var groups = new HashMap<String, List<String>>();
        facts.all(Membership.class)
                .forEach(membership -> groups.computeIfAbsent(membership.member(), member -> new ArrayList<>())
                        .add(membership.group()));
        this.actors = facts.principals().stream()
                .filter(one -> one.kind() == PrincipalKind.USER || one.kind() == PrincipalKind.ROLE)
                .map(one -> actor(one, groups.getOrDefault(one.id(), List.of())))
                .toList();
        this.stores = facts.buckets().stream()
                .map(bucket -> new Store(
                        bucket.id(),
                        bucket.labels().getOrDefault("team", ""),
                        first(of(bucket.id(), AttachmentKind.RESOURCE))))
                .toList();
        this.id = facts.containerOf(stores.get(0).id());
        this.control = facts.upwards(id).stream()
                .map(level -> of(level, AttachmentKind.SERVICE_CONTROL))
                .filter(level -> !level.isEmpty())
                .toList();
    }

    private PolicyDocument document(String policy) {
        var document = documents.get(policy);
        if (document == null || !document.problems().isEmpty()) {
            throw new IllegalArgumentException("policy %s is not in the input, or not in full".formatted(policy));
        }
        return document;
    }

    private Actor actor(Principal principal, List<String> groups) {
        var identity = new ArrayList<>(of(principal.id(), AttachmentKind.IDENTITY));
        groups.forEach(group -> identity.addAll(of(group, AttachmentKind.IDENTITY)));
        var boundary = principal.permissionsBoundary();
        return new Actor(principal, List.copyOf(identity), boundary == null ? null : document(boundary));
    }

    private List<PolicyDocument> of(String target, AttachmentKind kind) {
        return attached.getOrDefault(kind, Map.of()).getOrDefault(target, List.of());
    }

    private static @Nullable PolicyDocument first(List<PolicyDocument> documents) {
        return documents.isEmpty() ? null : documents.get(0);
    }

    /** Its users and roles, sorted. */
    List<Actor> actors() {
        return actors;
    }

    /** Its buckets, sorted. */
    List<Store> stores() {
        return stores;
    }

    /** Service control policies, level by level. */
    List<List<PolicyDocument>> control() {
        return control;
    }

    /** Its twelve digits. */
    String id() {
        return id;
    }
}
