package dev.ullage.collectors.exports.gcp;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Organisation policies of Cloud Asset Inventory, content type {@code ORG_POLICY}. Only public access prevention bears on
 * storage; a container without a policy of its own inherits, and gives no fact.
 *
 * @see <a href="https://cloud.google.com/storage/docs/org-policy-constraints">Constraints for Cloud Storage</a>
 */
final class AssetOrgPolicyReader implements RecordReader {

    static final String PUBLIC_ACCESS_PREVENTION = "storage.publicAccessPrevention";

    private final GcpEstate estate;
    private final SortedMap<String, ExportScope> exports = new TreeMap<>();

    AssetOrgPolicyReader(GcpEstate estate) {
        this.estate = estate;
    }

    @Override
    public String recognisedAs() {
        return "Cloud Asset Inventory organisation policies";
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.ACCOUNT_SETTINGS);
    }

    @Override
    public Set<String> envelopes() {
        return Set.of("assets");
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return asset(record) != null;
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var asset = asset(record);
        if (asset == null) {
            return;
        }
        estate.mention(asset.name(), asset.ancestors(), asset.source());
        exports.computeIfAbsent(asset.export(), key -> new ExportScope()).add(asset);
        var policies = JsonFields.list(asset.content(), asset.at());
        for (int i = 0; i < policies.size(); i++) {
            var policy = policies.get(i);
            var rule = JsonFields.either(policy, "booleanPolicy", "boolean_policy");
            if (JsonFields.text(policy, "constraint").equals("constraints/" + PUBLIC_ACCESS_PREVENTION)
                    && rule.isObject()) {
                var enforced = String.valueOf(rule.path("enforced").asBoolean());
                var source = asset.source().inside(asset.at() + "/" + i);
                estate.give(
                        asset.name(), () -> preventionSetting(estate.resource(asset.name()), enforced, source), facts);
            }
        }
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        exports.values().forEach(export -> export.complete(Topic.ACCOUNT_SETTINGS, estate, facts));
    }

    static Setting preventionSetting(String container, String enforced, Source source) {
        return new Setting(Provider.GCP, container, SettingName.ORG_PUBLIC_ACCESS_PREVENTION, enforced, source);
    }

    private static @Nullable Asset asset(ExportRecord record) {
        return Asset.of(record, "orgPolicy", "org_policy");
    }
}
