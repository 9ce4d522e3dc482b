package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import dev.ullage.model.TrailSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code aws cloudtrail get-event-selectors}, of the older and of the advanced form. A selector that leaves out
 * something in a way that prefixes cannot tell, such as single events, counts as recording nothing, and the trail's
 * selectors as not read: what is in the logs may prove use, but their silence proves nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html">
 *     Logging data events</a>
 */
final class EventSelectorsReader implements RecordReader {

    private static final String S3_OBJECT = "AWS::S3::Object";
    private static final List<String> EVERYTHING = List.of("arn:aws:s3");
    private static final Set<String> EXPRESSIBLE =
            Set.of("eventCategory", "resources.type", "readOnly", "resources.ARN");

    private final Trails trails;

    EventSelectorsReader(Trails trails) {
        this.trails = trails;
    }

    @Override
    public String recognisedAs() {
        return "CloudTrail event selectors";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.LOG_CONFIG);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var value = record.value();
        return record.envelope() == null
                && value.path("TrailARN").isTextual()
                && (value.has("EventSelectors") || value.has("AdvancedEventSelectors"));
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var output = Element.of(record);
        var selectors = new ArrayList<TrailSelector>();
        for (var selector : output.list("EventSelectors")) {
            simple(selector, selectors);
        }
        var exact = true;
        for (var selector : output.list("AdvancedEventSelectors")) {
            var fields = selector.list("FieldSelectors");
            if (equalTo(fields, "resources.type", S3_OBJECT)) {
                var expressed = advanced(fields);
                exact &= expressed != null;
                if (expressed != null) {
                    selectors.add(expressed);
                }
            }
        }
        trails.selectors(output.text("TrailARN"), selectors, exact);
    }

    private static void simple(Element selector, List<TrailSelector> selectors) throws MalformedRecordException {
        var kind = selector.textOr("ReadWriteType", "All");
        for (var resource : selector.list("DataResources")) {
            if (resource.text("Type").equals(S3_OBJECT)) {
                var values = resource.texts("Values");
                selectors.add(new TrailSelector(!kind.equals("WriteOnly"), !kind.equals("ReadOnly"), values));
            }
        }
    }

    /** What an advanced selector records; null when prefixes cannot tell it. */
    private static @Nullable TrailSelector advanced(List<Element> fields) throws MalformedRecordException {
        var prefixes = EVERYTHING;
        var reads = true;
        var writes = true;
        for (var field : fields) {
            var name = field.text("Field");
            var operator = name.equals("resources.ARN") ? "StartsWith" : "Equals";
            if (!EXPRESSIBLE.contains(name)
                    || !field.has(operator)
                    || field.value().size() != 2) {
                return null;
            }
            var values = field.texts(operator);
            if (name.equals("resources.ARN")) {
                prefixes = values;
            } else if (name.equals("readOnly")) {
                reads = values.contains("true");
                writes = values.contains("false");
            }
        }
        return new TrailSelector(reads, writes, prefixes);
    }

    private static boolean equalTo(List<Element> fields, String name, String value) throws MalformedRecordException {
        for (var field : fields) {
            if (field.text("Field").equals(name) && field.texts("Equals").contains(value)) {
                return true;
            }
        }
        return false;
    }
}
