package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads {@code aws organizations list-targets-for-policy}. The answer does not name the policy: a field {@code PolicyId}
 * put beside it does, or the id in the file's name or folder.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListTargetsForPolicy.html">
 *     ListTargetsForPolicy</a>
 */
final class PolicyTargetsReader implements RecordReader {

    private final ControlPolicies policies;

    PolicyTargetsReader(ControlPolicies policies) {
        this.policies = policies;
    }

    @Override
    public String recognisedAs() {
        return "AWS Organizations targets of a policy";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CONTROL_POLICIES);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var targets = record.value().path("Targets");
        var isEmpty = targets.isArray() && targets.isEmpty() && IdInPath.POLICY.nearest(record.folders()) != null;
        return record.envelope() == null && (targets.path(0).has("TargetId") || isEmpty);
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var output = Element.of(record);
        var id = output.has("PolicyId") ? output.text("PolicyId") : IdInPath.POLICY.nearest(record.folders());
        if (id == null) {
            throw output.malformed(
                    "does not say which policy it was asked about; put its id into the file's name, or add `PolicyId`");
        }
        for (var target : output.list("Targets")) {
            policies.attached(id, target.text("TargetId"), target.source());
        }
        if (output.has("NextToken")) {
            throw output.malformed("is one page of several; export it again without `--no-paginate` or `--max-items`");
        }
        policies.located(id, record.source());
    }
}
