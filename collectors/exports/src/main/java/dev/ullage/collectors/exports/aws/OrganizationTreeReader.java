package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads what AWS Organizations says of its tree: {@code describe-organization}, {@code list-roots},
 * {@code list-accounts}, {@code list-organizational-units-for-parent} and {@code list-parents}; and at the end gives the
 * accounts and units that all files together speak of. The last two commands do not say whose children or parents they
 * list: a field {@code ParentId} or {@code ChildId} put beside the answer does, or the id in the file's name or folder.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Operations.html">Organizations API</a>
 */
final class OrganizationTreeReader implements RecordReader {

    private static final Pattern ORGANIZATION_IN_ARN =
            Pattern.compile(":organizations::[^:]*:[a-z]+/(o-[a-z0-9]{10,32})(?:/|$)");

    private final Hierarchy hierarchy;
    private final ControlPolicies policies;

    OrganizationTreeReader(Hierarchy hierarchy, ControlPolicies policies) {
        this.hierarchy = hierarchy;
        this.policies = policies;
    }

    @Override
    public String recognisedAs() {
        return "AWS Organizations tree";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.HIERARCHY);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var value = record.value();
        return record.envelope() == null
                && (value.path("Organization").has("Id")
                        || isListOf(record, "Roots", "PolicyTypes")
                        || isListOf(record, "Accounts", "Arn")
                        || isListOf(record, "Parents", "Type")
                        || value.path("OrganizationalUnits").isArray());
    }

    private static boolean isListOf(ExportRecord record, String list, String field) {
        return record.value().path(list).path(0).has(field);
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var output = Element.of(record);
        if (output.has("Organization")) {
            var organization = output.object("Organization");
            var id = organization.text("Id");
            hierarchy.node(id, ContainerKind.ORGANIZATION, null, organization.source());
            var management = organization.textOr("MasterAccountId", "");
            if (Hierarchy.isAccount(management)) {
                facts.accept(new Setting(
                        Provider.AWS, id, SettingName.MANAGEMENT_ACCOUNT, management, organization.source()));
            }
        }
        roots(output);
        units(output, record.folders());
        accounts(output, record.folders());
        parents(output, record.folders());
        if (output.has("NextToken")) {
            hierarchy.cutShort();
        }
    }

    /** Takes note of the organisation that an ARN of Organizations names. */
    static void organizationIn(String arn, Element place, Hierarchy hierarchy) {
        var matcher = ORGANIZATION_IN_ARN.matcher(arn);
        if (matcher.find()) {
            hierarchy.node(matcher.group(1), ContainerKind.ORGANIZATION, null, place.source());
        }
    }

    private void roots(Element output) throws MalformedRecordException {
        for (var root : output.list("Roots")) {
            var arn = root.text("Arn");
            organizationIn(arn, root, hierarchy);
            hierarchy.node(
                    root.text("Id"), ContainerKind.ORGANIZATIONAL_UNIT, root.textOr("Name", "Root"), root.source());
            var matcher = ORGANIZATION_IN_ARN.matcher(arn);
            if (matcher.find()) {
                hierarchy.parent(root.text("Id"), matcher.group(1));
            }
            for (var type : root.list("PolicyTypes")) {
                if (type.text("Status").equals("ENABLED")) {
                    policies.enabled(type.text("Type"));
                }
            }
            hierarchy.rootsRead();
            policies.rootsRead();
        }
    }

    private void units(Element output, List<String> folders) throws MalformedRecordException {
        if (!output.has("OrganizationalUnits")) {
            return;
        }
        var parent = whose(output, "ParentId", IdInPath.PARENT, folders);
        for (var unit : output.list("OrganizationalUnits")) {
            organizationIn(unit.text("Arn"), unit, hierarchy);
            var id = unit.text("Id");
            hierarchy.node(id, ContainerKind.ORGANIZATIONAL_UNIT, unit.textOr("Name", id), unit.source());
            hierarchy.parent(id, parent);
        }
    }

    private void accounts(Element output, List<String> folders) throws MalformedRecordException {
        var ofParent = output.has("ParentId") || isForParent(folders);
        for (var account : output.list("Accounts")) {
            organizationIn(account.text("Arn"), account, hierarchy);
            var id = account.text("Id");
            hierarchy.member(id, account.textOr("Name", id), account.source());
            if (ofParent) {
                hierarchy.parent(id, whose(output, "ParentId", IdInPath.PARENT, folders));
            }
        }
        if (output.has("Accounts") && !ofParent) {
            hierarchy.membersRead();
        }
    }

    /** {@code list-accounts-for-parent} looks like {@code list-accounts}, and only its name tells them apart. */
    private static boolean isForParent(List<String> folders) {
        return !folders.isEmpty()
                && folders.get(folders.size() - 1).toLowerCase(Locale.ROOT).contains("for-parent");
    }

    private void parents(Element output, List<String> folders) throws MalformedRecordException {
        for (var parent : output.list("Parents")) {
            hierarchy.parent(whose(output, "ChildId", IdInPath.CHILD, folders), parent.text("Id"));
        }
    }

    private static String whose(Element output, String field, IdInPath kind, List<String> folders)
            throws MalformedRecordException {
        var id = output.has(field) ? output.text(field) : kind.nearest(folders);
        if (id == null) {
            throw output.malformed(
                    "does not say what it was asked about; put that id into the file's name, or add `" + field + "`");
        }
        return id;
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        hierarchy.conclude(facts);
    }
}
