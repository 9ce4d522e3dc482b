package dev.ullage.access;

import dev.ullage.access.aws.Arns;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Principal;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A snapshot's facts, indexed for the questions that effective access, the ledger and the rules ask of it. */
public final class FactIndex {

    private final Snapshot snapshot;
    private final Map<String, Container> containers = new TreeMap<>();
    private final Map<String, Bucket> buckets = new TreeMap<>();
    private final Map<String, Principal> principals = new TreeMap<>();
    private final Map<String, Map<SettingName, Optional<Setting>>> settings = new TreeMap<>();
    private final Map<Topic, Map<String, List<Coverage>>> coverage = new TreeMap<>();
    private final Memberships memberships;

    /**
     * Indexes a snapshot. Of two facts about the same thing the first in source order counts; of two settings that
     * contradict each other neither does.
     */
    public FactIndex(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (var container : all(Container.class)) {
            containers.putIfAbsent(container.id(), container);
            container.aliases().forEach(alias -> containers.putIfAbsent(alias, container));
        }
        all(Bucket.class).forEach(bucket -> buckets.putIfAbsent(bucket.id(), bucket));
        all(Principal.class).forEach(principal -> principals.putIfAbsent(CanonicalId.of(principal.id()), principal));
        for (var setting : all(Setting.class)) {
            settings.computeIfAbsent(setting.resource(), resource -> new TreeMap<>())
                    .merge(setting.name(), Optional.of(setting), FactIndex::agreed);
        }
        for (var entry : all(Coverage.class)) {
            coverage.computeIfAbsent(entry.topic(), topic -> new TreeMap<>())
                    .computeIfAbsent(CanonicalId.of(entry.scope()), scope -> new ArrayList<>())
                    .add(entry);
        }
        this.memberships = new Memberships(this);
    }

    private static Optional<Setting> agreed(Optional<Setting> one, Optional<Setting> other) {
        return one.filter(setting ->
                other.filter(also -> also.value().equals(setting.value())).isPresent());
    }

    /** All facts of one kind, in an order that does not depend on the order of the input. */
    public <F extends Fact> List<F> all(Class<F> factClass) {
        return snapshot.all(factClass).stream()
                .sorted(Comparator.comparing((Function<F, Source>) Fact::source).thenComparing(Fact::toString))
                .toList();
    }

    /** The facts themselves. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Buckets by id, sorted. */
    public Collection<Bucket> buckets() {
        return buckets.values();
    }

    /** The bucket, if it was listed. */
    public Optional<Bucket> bucket(String id) {
        return Optional.ofNullable(buckets.get(id));
    }

    /** Listed principals, sorted by id. */
    public Collection<Principal> principals() {
        return principals.values();
    }

    /** The principal in any spelling of its id, if it was listed. */
    public Optional<Principal> principal(String id) {
        return Optional.ofNullable(principals.get(CanonicalId.of(id)));
    }

    /** Who is in which group. */
    public Memberships memberships() {
        return memberships;
    }

    /** The container by id or alias, if it was listed. */
    public Optional<Container> container(String idOrAlias) {
        return Optional.ofNullable(containers.get(idOrAlias));
    }

    /** All containers, each once, sorted by id. */
    public Collection<Container> containers() {
        return containers.values().stream()
                .collect(Collectors.toMap(Container::id, Function.identity(), (first, second) -> first, TreeMap::new))
                .values();
    }

    /**
     * The id and those above it, nearest first, as far as they are known. A cycle in the input ends at the first
     * container seen twice.
     */
    public List<String> upwards(String containerId) {
        var path = new LinkedHashSet<String>();
        var at = containerId;
        while (at != null) {
            var container = containers.get(at);
            if (!path.add(container == null ? at : container.id())) {
                break;
            }
            at = container == null ? null : container.parent();
        }
        return List.copyOf(path);
    }

    /** The value of a setting, if it was read and nothing else in the input contradicts it. */
    public Optional<Setting> setting(String resource, SettingName name) {
        return settings.getOrDefault(resource, Map.of()).getOrDefault(name, Optional.empty());
    }

    /** The project or account of a bucket, principal or container; the scope itself where none is known. */
    public String containerOf(String resource) {
        var bucket = buckets.get(resource);
        if (bucket != null) {
            return container(bucket.container()).map(Container::id).orElse(bucket.container());
        }
        var principal = principals.get(CanonicalId.of(resource));
        if (principal != null && principal.container() != null) {
            var id = principal.container();
            return container(id).map(Container::id).orElse(id);
        }
        // A principal that nobody listed, such as an account's root user, still belongs to the account in its ARN.
        return container(resource)
                .or(() -> Arns.account(resource).flatMap(this::container))
                .map(Container::id)
                .orElse(resource);
    }

    /**
     * Why a topic is not complete for a bucket, principal or container; empty when it was read completely. Any partial
     * or denied read at the place or above it counts, and so does the absence of all reads.
     */
    public Optional<String> gap(Topic topic, String scope) {
        var incomplete = incomplete(topic, scope);
        return incomplete.isPresent()
                        || scopes(scope).stream()
                                .anyMatch(at -> !reads(topic, at).isEmpty())
                ? incomplete
                : Optional.of("%s of %s are not in the input".formatted(topic.word(), containerOf(scope)));
    }

    /** As {@link #gap}, for what is inherited: every level up to the organisation has to be read completely. */
    public Optional<String> inheritedGap(Topic topic, String scope) {
        var levels = upwards(containerOf(scope));
        var top = container(levels.get(levels.size() - 1));
        var above = top.map(Container::kind)
                        .filter(ContainerKind.ORGANIZATION::equals)
                        .isPresent()
                ? Optional.<String>empty()
                : gap(Topic.HIERARCHY, scope);
        return gap(topic, scope)
                .or(() -> levels.stream()
                        .flatMap(level -> gap(topic, level).stream())
                        .findFirst())
                .or(() -> above);
    }

    /** Why a read of a topic for a bucket, principal or container was not complete; empty also when there was none. */
    public Optional<String> incomplete(Topic topic, String scope) {
        return scopes(scope).stream()
                .flatMap(at -> reads(topic, at).stream())
                .filter(read -> read.status() != CoverageStatus.COMPLETE)
                .map(read -> "%s of %s: %s".formatted(topic.word(), read.scope(), read.reason()))
                .findFirst();
    }

    private List<Coverage> reads(Topic topic, String scope) {
        return coverage.getOrDefault(topic, Map.of()).getOrDefault(CanonicalId.of(scope), List.of());
    }

    /** The scope, what lies above it, and everything. */
    private List<String> scopes(String scope) {
        var scopes = new LinkedHashSet<>(List.of(scope));
        scopes.addAll(upwards(containerOf(scope)));
        scopes.add("*");
        return List.copyOf(scopes);
    }
}
