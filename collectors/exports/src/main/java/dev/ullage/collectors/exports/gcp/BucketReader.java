package dev.ullage.collectors.exports.gcp;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Buckets as the JSON API describes them ({@code gcloud storage buckets describe --raw --format=json}). Each is complete
 * by itself; that its project has no other is not said.
 */
final class BucketReader implements RecordReader {

    private final GcpEstate estate;

    BucketReader(GcpEstate estate) {
        this.estate = estate;
    }

    @Override
    public String recognisedAs() {
        return "Cloud Storage buckets";
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.BUCKETS, Topic.BUCKET_SETTINGS, Topic.BUCKET_ACLS);
    }

    @Override
    public Set<String> envelopes() {
        return Set.of("items");
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return JsonFields.text(record.value(), "kind").equals("storage#bucket");
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        BucketFacts.read(record.value(), "", record.source(), estate, facts);
        var id = "gs://" + JsonFields.text(record.value(), "name");
        facts.accept(new Coverage(Topic.BUCKET_SETTINGS, id, CoverageStatus.COMPLETE, "", record.source()));
        if (record.value().path("acl").isArray() || estate.hasUniformAccess(id)) {
            facts.accept(new Coverage(Topic.BUCKET_ACLS, id, CoverageStatus.COMPLETE, "", record.source()));
        }
    }
}
