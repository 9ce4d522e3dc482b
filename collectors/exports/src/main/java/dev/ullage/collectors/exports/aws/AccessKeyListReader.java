package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Answer;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads {@code aws iam list-access-keys}; and at the end gives what all files together say of access keys.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html">ListAccessKeys</a>
 */
final class AccessKeyListReader implements RecordReader {

    private final AccessKeys keys;

    AccessKeyListReader(AccessKeys keys) {
        this.keys = keys;
    }

    @Override
    public String recognisedAs() {
        return "AWS access keys";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CREDENTIALS);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return record.envelope() == null
                && record.value().path("AccessKeyMetadata").isArray();
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var output = Element.of(record);
        for (var key : output.list("AccessKeyMetadata")) {
            keys.listed(
                    key.text("AccessKeyId"),
                    key.text("UserName"),
                    key.time("CreateDate"),
                    Answer.of(key.text("Status").equals("Active")),
                    record.folders(),
                    key.source());
        }
        if (output.flag("IsTruncated") || output.has("NextToken")) {
            throw output.malformed("is one page of several; export it again without `--no-paginate` or `--max-items`");
        }
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        keys.conclude(facts);
    }
}
