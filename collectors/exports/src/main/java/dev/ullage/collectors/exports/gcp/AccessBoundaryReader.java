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
 * Access boundaries as {@code gcloud iam principal-access-boundary-policies} and {@code gcloud iam policy-bindings} list or
 * describe them with {@code --format=json}, and as REST does. A listing tells of one organisation, folder or project, and
 * bindings of the same principals may stand in others, so nothing is complete by it.
 */
final class AccessBoundaryReader implements RecordReader {

    private static final String POLICIES = "principalAccessBoundaryPolicies";
    private static final String BINDINGS = "policyBindings";

    private final BoundaryFacts boundaries;

    AccessBoundaryReader(GcpEstate estate) {
        this.boundaries = new BoundaryFacts(estate);
    }

    @Override
    public String recognisedAs() {
        return "IAM principal access boundaries";
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.ACCESS_BOUNDARIES);
    }

    @Override
    public Set<String> envelopes() {
        return Set.of(POLICIES, BINDINGS);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return BoundaryFacts.isPolicy(record.value())
                || BoundaryFacts.isBinding(record.value())
                || PageMark.isOn(record, POLICIES)
                || PageMark.isOn(record, BINDINGS);
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        if (BoundaryFacts.isPolicy(record.value())) {
            boundaries.policy(record.value(), "", record.source(), facts);
        } else if (BoundaryFacts.isBinding(record.value())) {
            boundaries.binding(record.value(), "", record.source(), facts);
        } else {
            throw PageMark.malformed();
        }
    }
}
