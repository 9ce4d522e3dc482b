package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads {@code aws organizations describe-policy}: the policy is JSON inside a text. At the end gives what all files
 * together say of control policies.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_DescribePolicy.html">DescribePolicy</a>
 */
final class ControlPolicyReader implements RecordReader {

    private final Hierarchy hierarchy;
    private final ControlPolicies policies;
    private final PolicyDocumentReader documents;

    ControlPolicyReader(Hierarchy hierarchy, ControlPolicies policies, PolicyDocumentReader documents) {
        this.hierarchy = hierarchy;
        this.policies = policies;
        this.documents = documents;
    }

    @Override
    public String recognisedAs() {
        return "AWS Organizations policy";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CONTROL_POLICIES);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return record.envelope() == null
                && record.value().path("Policy").path("PolicySummary").isObject();
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var policy = Element.of(record).object("Policy");
        var summary = policy.object("PolicySummary");
        OrganizationTreeReader.organizationIn(summary.textOr("Arn", ""), summary, hierarchy);
        var kind = ControlPolicies.kind(summary.text("Type"));
        if (kind.isEmpty()) {
            return;
        }
        var id = summary.text("Id");
        var content = policy.child("Content");
        policies.policy(id, kind.get(), summary.source());
        policies.described(id);
        facts.accept(documents.read(id, summary.textOr("Name", id), content.value(), content.source()));
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        policies.conclude(facts);
    }
}
