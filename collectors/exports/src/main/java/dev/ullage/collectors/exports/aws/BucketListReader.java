package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads {@code aws s3api list-buckets}; and at the end gives what all files together say of buckets. */
final class BucketListReader implements RecordReader {

    private final Hierarchy hierarchy;
    private final Buckets buckets;
    private final BucketAnswers answers;
    private final List<ListRead> lists = new ArrayList<>();

    private record ListRead(List<String> folders, boolean whole, Source source) {}

    BucketListReader(Hierarchy hierarchy, Buckets buckets, BucketAnswers answers) {
        this.hierarchy = hierarchy;
        this.buckets = buckets;
        this.answers = answers;
    }

    @Override
    public String recognisedAs() {
        return "S3 list of buckets";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.BUCKETS);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return record.envelope() == null
                && record.value().path("Buckets").isArray()
                && record.value().has("Owner");
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var output = Element.of(record);
        for (var bucket : output.list("Buckets")) {
            var location = bucket.textOr("BucketRegion", "");
            var created = bucket.time("CreationDate");
            buckets.listed(bucket.text("Name"), created, location, record.folders(), bucket.source());
        }
        if (output.child("Owner").has("ID")) {
            hierarchy.canonicalOwner(output.child("Owner").text("ID"), record.folders());
        }
        hierarchy.accountAt(record.folders(), record.source());
        var whole = !output.has("ContinuationToken") && !output.has("NextToken") && !output.has("Prefix");
        lists.add(new ListRead(record.folders(), whole, record.source()));
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        answers.conclude(facts);
        buckets.conclude(facts);
        for (var list : lists) {
            var account = hierarchy.accountOf(list.folders);
            if (account != null) {
                var status = list.whole ? CoverageStatus.COMPLETE : CoverageStatus.PARTIAL;
                var reason = list.whole ? "" : "the list is one page, or only of buckets with a prefix; list them all";
                facts.accept(new Coverage(Topic.BUCKETS, account, status, reason, list.source));
            }
        }
    }
}
