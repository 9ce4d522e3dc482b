package dev.ullage.collectors.exports.gcp;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Resources of Cloud Asset Inventory, content type {@code RESOURCE}: the hierarchy, buckets, service accounts and their
 * keys, custom roles, identity pools, organisation and deny policies, access boundaries. Other types are passed over.
 *
 * <p>A topic is complete for every container in the export when the export holds an asset of one of that topic's types,
 * in whichever container, or was made for all asset types (see {@link ExportScope}). Deny policies and what binds access
 * boundaries are complete only when the export holds one, since it is not certain that every export carries them. The files
 * of one folder are one export.
 *
 * @see <a href="https://cloud.google.com/asset-inventory/docs/asset-types">Asset types</a>
 */
final class AssetResourceReader implements RecordReader {

    /** Reads the resources of some types. */
    @FunctionalInterface
    private interface Read {
        void read(Asset asset, Consumer<Fact> facts) throws MalformedRecordException;
    }

    /** Asset types that are read alike, and the topics they tell of. */
    private record Kind(List<String> types, Set<Topic> topics, Read read) {}

    /** Topics of which an export without any asset says nothing. */
    private static final Set<Topic> UNCERTAIN = EnumSet.of(Topic.DENY_POLICIES, Topic.ACCESS_BOUNDARIES);

    private final GcpEstate estate;
    private final List<Kind> kinds;
    private final SortedMap<String, ExportScope> exports = new TreeMap<>();

    AssetResourceReader(GcpEstate estate) {
        this.estate = estate;
        var hierarchy = new HierarchyFacts(estate);
        var identities = new IdentityFacts(estate);
        var federation = new FederationFacts(estate);
        var policies = new PolicyFacts(estate);
        var boundaries = new BoundaryFacts(estate);
        this.kinds = List.of(
                new Kind(
                        List.of(ExportScope.ORGANIZATION, ExportScope.FOLDER, ExportScope.PROJECT),
                        EnumSet.of(Topic.HIERARCHY),
                        hierarchy::container),
                new Kind(
                        List.of(ExportScope.BUCKET),
                        EnumSet.of(Topic.BUCKETS, Topic.BUCKET_SETTINGS, Topic.BUCKET_ACLS),
                        this::bucket),
                new Kind(List.of(ExportScope.SERVICE_ACCOUNT), EnumSet.of(Topic.PRINCIPALS), identities::account),
                new Kind(List.of(ExportScope.SERVICE_ACCOUNT_KEY), EnumSet.of(Topic.CREDENTIALS), identities::key),
                new Kind(List.of(ExportScope.ROLE), EnumSet.of(Topic.CUSTOM_ROLES), identities::role),
                new Kind(ExportScope.POOLS, EnumSet.of(Topic.FEDERATION), federation::pool),
                new Kind(ExportScope.POOL_PROVIDERS, EnumSet.of(Topic.FEDERATION), federation::provider),
                new Kind(List.of(ExportScope.ORG_POLICY), EnumSet.of(Topic.ACCOUNT_SETTINGS), policies::organisation),
                new Kind(ExportScope.DENY_POLICIES, EnumSet.of(Topic.DENY_POLICIES), policies::deny),
                new Kind(List.of(ExportScope.ACCESS_BOUNDARY), EnumSet.noneOf(Topic.class), boundaries::policy),
                new Kind(
                        List.of(ExportScope.ACCESS_BOUNDARY_BINDING),
                        EnumSet.of(Topic.ACCESS_BOUNDARIES),
                        boundaries::binding));
    }

    @Override
    public String recognisedAs() {
        return "Cloud Asset Inventory resources";
    }

    @Override
    public Set<Topic> topics() {
        var topics = EnumSet.noneOf(Topic.class);
        kinds.forEach(kind -> topics.addAll(kind.topics()));
        return topics;
    }

    @Override
    public Set<String> envelopes() {
        return Set.of("assets");
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return asset(record) != null || PageMark.isOn(record, "assets");
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var asset = asset(record);
        if (asset == null) {
            throw PageMark.malformed();
        }
        estate.mention(asset.name(), asset.ancestors(), asset.source());
        exports.computeIfAbsent(asset.export(), key -> new ExportScope()).add(asset);
        for (var kind : kinds) {
            if (kind.types().contains(asset.type())) {
                kind.read().read(asset, facts);
            }
        }
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        exports.values().forEach(export -> complete(export, facts));
        estate.finish(facts);
    }

    private void complete(ExportScope export, Consumer<Fact> facts) {
        for (var topic : topics()) {
            boolean held = kinds.stream()
                    .filter(kind -> kind.topics().contains(topic))
                    .map(Kind::types)
                    .flatMap(Collection::stream)
                    .anyMatch(export::holds);
            if (held || (export.isUnfiltered() && !UNCERTAIN.contains(topic))) {
                export.complete(topic, estate, facts);
            }
        }
    }

    private void bucket(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        BucketFacts.read(asset.data(), asset.dataAt(), asset.source(), estate, facts);
    }

    private static @Nullable Asset asset(ExportRecord record) {
        return Asset.of(record, "resource", "resource");
    }
}
