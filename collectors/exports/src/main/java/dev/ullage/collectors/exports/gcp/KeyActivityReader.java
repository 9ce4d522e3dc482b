package dev.ullage.collectors.exports.gcp;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * When service accounts and their keys were last used ({@code gcloud policy-intelligence query-activity --format=json}).
 * It gives no facts of its own but completes those of the keys and accounts.
 *
 * @see <a href="https://cloud.google.com/policy-intelligence/docs/activity-analyzer-service-account-authentication">
 *     Recent usage</a>
 */
final class KeyActivityReader implements RecordReader {

    private static final Set<String> TYPES =
            Set.of("serviceAccountLastAuthentication", "serviceAccountKeyLastAuthentication");

    private final GcpEstate estate;

    KeyActivityReader(GcpEstate estate) {
        this.estate = estate;
    }

    @Override
    public String recognisedAs() {
        return "Policy Intelligence key activity";
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.CREDENTIALS);
    }

    @Override
    public Set<String> envelopes() {
        return Set.of("activities");
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return TYPES.contains(JsonFields.text(record.value(), "activityType")) || PageMark.isOn(record, "activities");
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        if (PageMark.isOn(record, "activities")) {
            throw PageMark.malformed();
        }
        var name = JsonFields.required(record.value(), "", "fullResourceName");
        var time = JsonFields.time(record.value().path("activity"), "/activity", "lastAuthenticatedTime");
        estate.lastUse(JsonFields.last(name), new GcpEstate.LastUse(time));
    }
}
