package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads {@code aws iam get-access-key-last-used}. The answer names the user and not the key: the key's id comes from a
 * field {@code AccessKeyId} that was put beside it, or from the path.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html">GetAccessKeyLastUsed</a>
 */
final class AccessKeyLastUsedReader implements RecordReader {

    private final AccessKeys keys;

    AccessKeyLastUsedReader(AccessKeys keys) {
        this.keys = keys;
    }

    @Override
    public String recognisedAs() {
        return "AWS last use of an access key";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CREDENTIALS);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return record.envelope() == null
                && record.value().path("AccessKeyLastUsed").isObject()
                && record.value().path("UserName").isTextual();
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var output = Element.of(record);
        var time = output.child("AccessKeyLastUsed").time("LastUsedDate");
        var id = output.optionalText("AccessKeyId");
        keys.used(
                id == null ? IdInPath.ACCESS_KEY.nearest(record.folders()) : id,
                output.text("UserName"),
                time == null ? LastUse.NEVER : LastUse.at(time),
                record.folders(),
                record.source());
    }
}
