package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads {@code aws cloudtrail get-trail-status}. The answer does not name the trail: a field {@code TrailARN} put beside it
 * does, or the trail's name in the path.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html">GetTrailStatus</a>
 */
final class TrailStatusReader implements RecordReader {

    private final Trails trails;

    TrailStatusReader(Trails trails) {
        this.trails = trails;
    }

    @Override
    public String recognisedAs() {
        return "CloudTrail trail status";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.LOG_CONFIG);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return record.envelope() == null && record.value().path("IsLogging").isBoolean();
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var output = Element.of(record);
        trails.status(
                output.optionalText("TrailARN"),
                output.flag("IsLogging"),
                output.time("StartLoggingTime"),
                record.folders(),
                record.source());
    }
}
