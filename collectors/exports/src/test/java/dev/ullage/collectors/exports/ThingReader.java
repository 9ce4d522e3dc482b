package dev.ullage.collectors.exports;

import dev.ullage.model.Bucket;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A made-up kind of export: {@code {"thing": "name"}}, alone, in lines, in an array or in an envelope {@code things}. */
final class ThingReader implements RecordReader {

    private final Topic topic;

    ThingReader() {
        this(Topic.BUCKETS);
    }

    ThingReader(Topic topic) {
        this.topic = topic;
    }

    @Override
    public String recognisedAs() {
        return "things";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(topic);
    }

    @Override
    public Set<String> envelopes() {
        return Set.of("things");
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return record.value().has("thing") || record.value().has("things");
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var name = record.value().path("thing");
        if (record.value().has("things")) {
            return;
        }
        if (!name.isTextual()) {
            throw new MalformedRecordException("/thing", "a thing needs a name; export it again");
        }
        facts.accept(new Bucket(
                Provider.GCP, "gs://" + name.asText(), "projects/p", "", null, new TreeMap<>(), record.source()));
    }
}
