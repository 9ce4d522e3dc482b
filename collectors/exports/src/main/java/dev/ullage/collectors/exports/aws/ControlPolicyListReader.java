package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads {@code aws organizations list-policies}.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPolicies.html">ListPolicies</a>
 */
final class ControlPolicyListReader implements RecordReader {

    private static final String LIST = "Policies";

    private final Hierarchy hierarchy;
    private final ControlPolicies policies;
    private final Set<AttachmentKind> kindsInFile = EnumSet.noneOf(AttachmentKind.class);
    private String file = "";

    ControlPolicyListReader(Hierarchy hierarchy, ControlPolicies policies) {
        this.hierarchy = hierarchy;
        this.policies = policies;
    }

    @Override
    public String recognisedAs() {
        return "AWS Organizations list of policies";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CONTROL_POLICIES);
    }

    @Override
    public Set<String> envelopes() {
        return Set.of(LIST);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var value = record.value();
        if (record.envelope() == null) {
            return value.path(LIST).isArray() && record.source().file().equals(file);
        }
        return record.envelope().equals(LIST)
                && value.path("Id").asText().startsWith("p-")
                && value.path("Type").isTextual();
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var element = Element.of(record);
        if (!record.source().file().equals(file)) {
            file = record.source().file();
            kindsInFile.clear();
        }
        if (record.envelope() == null) {
            whole(record, element);
            return;
        }
        OrganizationTreeReader.organizationIn(element.textOr("Arn", ""), element, hierarchy);
        var kind = ControlPolicies.kind(element.text("Type"));
        if (kind.isPresent()) {
            kindsInFile.add(kind.get());
            policies.policy(element.text("Id"), kind.get(), element.source());
        }
    }

    /** {@code list-policies-for-target} looks the same, and only its name tells that it is not the whole list. */
    private void whole(ExportRecord record, Element rest) throws MalformedRecordException {
        var name = record.folders().get(record.folders().size() - 1).toLowerCase(Locale.ROOT);
        if (name.contains("for-target")) {
            throw rest.malformed("lists the policies of one target; use `list-policies` and `list-targets-for-policy`");
        }
        if (rest.has("NextToken")) {
            throw rest.malformed("is one page of several; export it again without `--no-paginate` or `--max-items`");
        }
        kindsInFile.forEach(policies::listed);
    }
}
