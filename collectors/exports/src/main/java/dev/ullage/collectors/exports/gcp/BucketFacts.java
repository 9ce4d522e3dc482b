package dev.ullage.collectors.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Bucket;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.function.Consumer;

/**
 * The facts of one bucket as the JSON API describes it, which Cloud Asset Inventory passes on unchanged.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/buckets#resource">Bucket resource</a>
 */
final class BucketFacts {

    private final JsonNode bucket;
    private final String pointer;
    private final Source place;
    private final GcpEstate estate;
    private final Consumer<Fact> facts;
    private final String id;

    private BucketFacts(JsonNode bucket, String pointer, Source record, GcpEstate estate, Consumer<Fact> facts)
            throws MalformedRecordException {
        this.bucket = bucket;
        this.pointer = pointer;
        this.place = record.inside(pointer);
        this.estate = estate;
        this.facts = facts;
        this.id = "gs://" + JsonFields.required(bucket, pointer, "name");
    }

    /** {@code pointer} is where in the record the resource stands; {@code source} is the record. */
    static void read(JsonNode bucket, String pointer, Source record, GcpEstate estate, Consumer<Fact> facts)
            throws MalformedRecordException {
        new BucketFacts(bucket, pointer, record, estate, facts).read();
    }

    private void read() throws MalformedRecordException {
        var project = "projects/" + JsonFields.required(bucket, pointer, "projectNumber");
        var created = JsonFields.time(bucket, pointer, "timeCreated");
        var location = JsonFields.text(bucket, "location");
        var labels = JsonFields.map(bucket.path("labels"));
        estate.described(id);
        estate.give(
                GcpEstate.CONTAINERS + project,
                () -> new Bucket(Provider.GCP, id, estate.container(project), location, created, labels, place),
                facts);
        settings();
        acls();
    }

    private void settings() throws MalformedRecordException {
        var access = bucket.path("iamConfiguration");
        var uniform = JsonFields.either(access, "uniformBucketLevelAccess", "bucketPolicyOnly");
        if (access.isObject()) {
            boolean enabled = uniform.path("enabled").asBoolean();
            if (enabled) {
                estate.uniformAccess(id);
            }
            set(SettingName.UNIFORM_BUCKET_LEVEL_ACCESS, String.valueOf(enabled));
        }
        var prevention = JsonFields.text(access, "publicAccessPrevention");
        if (!prevention.isEmpty()) {
            set(SettingName.PUBLIC_ACCESS_PREVENTION, prevention);
        }
        var key = JsonFields.text(bucket.path("encryption"), "defaultKmsKeyName");
        set(SettingName.ENCRYPTION, key.isEmpty() ? "google-managed" : "cmek");
        set(SettingName.ENCRYPTION_KEY, orNone(key));
        var versioned = bucket.path("versioning").path("enabled").asBoolean();
        set(SettingName.VERSIONING, versioned ? "Enabled" : "Disabled");
        var rules = JsonFields.list(bucket.path("lifecycle").path("rule"), pointer + "/lifecycle/rule")
                .size();
        set(SettingName.LIFECYCLE_RULES, String.valueOf(rules));
        var target = JsonFields.text(bucket.path("logging"), "logBucket");
        set(SettingName.ACCESS_LOG_TARGET, orNone(target));
        var retention = JsonFields.text(bucket.path("retentionPolicy"), "retentionPeriod");
        set(SettingName.RETENTION, orNone(retention));
    }

    private void set(SettingName name, String value) {
        facts.accept(new Setting(Provider.GCP, id, name, value, place));
    }

    private static String orNone(String value) {
        return value.isEmpty() ? "none" : value;
    }

    private void acls() throws MalformedRecordException {
        entries("acl", AclScope.BUCKET);
        entries("defaultObjectAcl", AclScope.DEFAULT_OBJECT);
        if (!bucket.path("acl").isArray() && !estate.hasUniformAccess(id)) {
            facts.accept(new Coverage(
                    Topic.BUCKET_ACLS,
                    id,
                    CoverageStatus.PARTIAL,
                    "the bucket does not have uniform access, and the export leaves its access-control list out;"
                            + " export with the full projection",
                    place));
        }
    }

    private void entries(String field, AclScope scope) throws MalformedRecordException {
        var list = JsonFields.list(bucket.path(field), pointer + "/" + field);
        var owner = JsonFields.text(bucket.path("owner"), "entity");
        for (int i = 0; i < list.size(); i++) {
            var at = "/" + field + "/" + i;
            facts.accept(new AclEntry(
                    Provider.GCP,
                    scope,
                    id,
                    null,
                    JsonFields.required(list.get(i), pointer + at, "entity"),
                    JsonFields.required(list.get(i), pointer + at, "role"),
                    owner.isEmpty() ? null : owner,
                    place.inside(at)));
        }
    }
}
