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
 * Deny policies as {@code gcloud iam policies get --kind=denypolicies --format=json} prints them. One policy does not say
 * that its container has no other, so nothing is complete by it.
 */
final class DenyPolicyReader implements RecordReader {

    private final PolicyFacts policies;

    DenyPolicyReader(GcpEstate estate) {
        this.policies = new PolicyFacts(estate);
    }

    @Override
    public String recognisedAs() {
        return "IAM deny policies";
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.DENY_POLICIES);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return PolicyFacts.isDenyPolicy(record.value());
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        policies.deny(record.value(), "", record.source(), facts);
    }
}
