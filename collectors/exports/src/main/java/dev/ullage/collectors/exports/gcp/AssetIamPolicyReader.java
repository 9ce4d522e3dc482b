package dev.ullage.collectors.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.AuditConfig;
import dev.ullage.model.Condition;
import dev.ullage.model.Fact;
import dev.ullage.model.RoleBinding;
import dev.ullage.model.Topic;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Allow policies of Cloud Asset Inventory, content type {@code IAM_POLICY}: every member of every binding, and what the
 * policies of containers say of Data Access logs.
 *
 * <p>Policies of the containers in the export are complete when it holds one of a project and one of a bucket, or when
 * it was made for all asset types; audit configurations when it holds one of a project (see {@link ExportScope}).
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v1/Policy">Policy</a>
 */
final class AssetIamPolicyReader implements RecordReader {

    private final GcpEstate estate;
    private final SortedMap<String, ExportScope> exports = new TreeMap<>();

    AssetIamPolicyReader(GcpEstate estate) {
        this.estate = estate;
    }

    @Override
    public String recognisedAs() {
        return "Cloud Asset Inventory IAM policies";
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.IAM_POLICIES, Topic.BUCKET_POLICIES, Topic.LOG_CONFIG);
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
        var etag = JsonFields.text(asset.content(), "etag");
        bindings(asset, etag.isEmpty() ? null : etag, facts);
        auditConfigs(asset, facts);
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        for (var export : exports.values()) {
            if (!export.holds(ExportScope.PROJECT)) {
                continue;
            }
            if (export.holds(ExportScope.BUCKET) || export.isUnfiltered()) {
                export.complete(Topic.IAM_POLICIES, estate, facts);
                export.complete(Topic.BUCKET_POLICIES, estate, facts);
            }
            export.complete(Topic.LOG_CONFIG, estate, facts);
        }
    }

    private static @Nullable Asset asset(ExportRecord record) {
        return Asset.of(record, "iamPolicy", "iam_policy");
    }

    private void bindings(Asset asset, @Nullable String etag, Consumer<Fact> facts) throws MalformedRecordException {
        var bindings = JsonFields.list(asset.content().path("bindings"), asset.at() + "/bindings");
        for (int i = 0; i < bindings.size(); i++) {
            var binding = bindings.get(i);
            var pointer = asset.at() + "/bindings/" + i;
            var role = JsonFields.required(binding, pointer, "role");
            var condition = condition(binding.path("condition"), pointer);
            var members = JsonFields.texts(binding.path("members"), pointer + "/members");
            for (int m = 0; m < members.size(); m++) {
                var member = members.get(m);
                var source = asset.source().inside(pointer + "/members/" + m);
                estate.give(
                        asset.name(),
                        () -> new RoleBinding(estate.resource(asset.name()), role, member, condition, etag, source),
                        facts);
            }
        }
    }

    private static @Nullable Condition condition(JsonNode condition, String pointer) throws MalformedRecordException {
        if (condition.isMissingNode() || condition.isNull()) {
            return null;
        }
        return new Condition(
                JsonFields.text(condition, "title"),
                JsonFields.required(condition, pointer + "/condition", "expression"));
    }

    private void auditConfigs(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        var pointer = asset.at() + "/auditConfigs";
        var source = asset.source().inside(asset.at());
        for (var service :
                JsonFields.list(JsonFields.either(asset.content(), "auditConfigs", "audit_configs"), pointer)) {
            var name = JsonFields.text(service, "service");
            for (var config :
                    JsonFields.list(JsonFields.either(service, "auditLogConfigs", "audit_log_configs"), pointer)) {
                var type = logType(JsonFields.text(JsonFields.either(config, "logType", "log_type")));
                var exempted =
                        JsonFields.texts(JsonFields.either(config, "exemptedMembers", "exempted_members"), pointer);
                estate.give(
                        asset.name(),
                        () -> new AuditConfig(estate.resource(asset.name()), name, type, exempted, source),
                        facts);
            }
        }
    }

    /** Some printers of protocol buffers write the number of an enumerated value. */
    private static String logType(String word) {
        return switch (word) {
            case "1" -> "ADMIN_READ";
            case "2" -> "DATA_WRITE";
            case "3" -> "DATA_READ";
            default -> word;
        };
    }
}
