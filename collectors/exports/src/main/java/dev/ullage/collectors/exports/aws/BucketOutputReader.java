package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.Set;
import java.util.function.Consumer;

/** Reads one kind of output about a bucket; which bucket is found out when all files are read. */
final class BucketOutputReader implements RecordReader {

    private final BucketOutput output;
    private final BucketAnswers answers;

    BucketOutputReader(BucketOutput output, BucketAnswers answers) {
        this.output = output;
        this.answers = answers;
    }

    @Override
    public String recognisedAs() {
        return output.recognisedAs();
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(output.call().topic());
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return record.envelope() == null && record.value().isObject() && output.recognises(record);
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var about = output.read(Element.of(record));
        answers.add(BucketAnswer.read(output.call(), record.folders(), record.source(), about));
    }
}
