package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads {@code aws cloudtrail describe-trails}; and at the end gives what all files together say of trails.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html">Trail</a>
 */
final class TrailListReader implements RecordReader {

    private final Hierarchy hierarchy;
    private final Trails trails;

    TrailListReader(Hierarchy hierarchy, Trails trails) {
        this.hierarchy = hierarchy;
        this.trails = trails;
    }

    @Override
    public String recognisedAs() {
        return "CloudTrail trails";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.LOG_CONFIG);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return record.envelope() == null && record.value().path("trailList").isArray();
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        hierarchy.accountAt(record.folders(), record.source());
        var arns = new ArrayList<String>();
        for (var trail : Element.of(record).list("trailList")) {
            var arn = trail.text("TrailARN");
            var account = Arn.account(trail, "TrailARN");
            hierarchy.account(account, trail.source());
            trails.described(
                    arn,
                    trail.text("Name"),
                    account,
                    trail.flag("IsOrganizationTrail"),
                    trail.flag("IsMultiRegionTrail"),
                    trail.source());
            arns.add(arn);
        }
        trails.listed(arns, record.folders(), record.source());
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        trails.conclude(facts);
    }
}
