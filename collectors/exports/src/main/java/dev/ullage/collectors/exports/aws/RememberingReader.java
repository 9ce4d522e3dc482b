package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.Set;
import java.util.function.Consumer;

/** A reader that keeps most of what it reads until the end, as long as there is room. */
final class RememberingReader implements RecordReader {

    private final RecordReader reader;
    private final Backlog backlog;

    RememberingReader(RecordReader reader, Backlog backlog) {
        this.reader = reader;
        this.backlog = backlog;
    }

    @Override
    public String recognisedAs() {
        return reader.recognisedAs();
    }

    @Override
    public Set<Topic> topics() {
        return reader.topics();
    }

    @Override
    public Set<String> envelopes() {
        return reader.envelopes();
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return reader.recognises(record);
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        backlog.hold(record.value().toString().length());
        reader.read(record, facts);
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        reader.finish(facts);
    }
}
