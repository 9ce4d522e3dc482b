package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.AccessGrant;
import dev.ullage.model.AccessGrantsInstance;
import dev.ullage.model.AccessGrantsLocation;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads {@code aws s3control list-access-grants}, {@code list-access-grants-locations}, {@code get-access-grants-instance}
 * and {@code get-access-grants-instance-resource-policy}. All of them but the last name their instance.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListAccessGrants.html">ListAccessGrants</a>
 */
final class AccessGrantsReader implements RecordReader {

    private static final String GRANTS = "AccessGrantsList";
    private static final String LOCATIONS = "AccessGrantsLocationsList";
    private static final String INSTANCE = "AccessGrantsInstanceArn";
    private static final Map<String, String> COMMANDS =
            Map.of(GRANTS, "list-access-grants", LOCATIONS, "list-access-grants-locations");

    private final Hierarchy hierarchy;
    private final PolicyDocumentReader documents;
    private final TreeSet<String> instances = new TreeSet<>();
    private final Map<String, TreeSet<String>> read = new TreeMap<>();
    private final Map<String, Source> first = new TreeMap<>();
    private final Map<ExportRecord, PolicyDocument> policies = new LinkedHashMap<>();

    AccessGrantsReader(Hierarchy hierarchy, PolicyDocumentReader documents) {
        this.hierarchy = hierarchy;
        this.documents = documents;
    }

    @Override
    public String recognisedAs() {
        return "S3 Access Grants";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ACCESS_GRANTS);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var value = record.value();
        return record.envelope() == null
                && (value.path(GRANTS).isArray()
                        || value.path(LOCATIONS).isArray()
                        || value.path(INSTANCE).isTextual()
                        || isPolicy(record));
    }

    private static boolean isPolicy(ExportRecord record) {
        var folders = record.folders();
        return record.value().path("Policy").isTextual()
                && !folders.isEmpty()
                && folders.get(folders.size() - 1).startsWith("get-access-grants-instance-resource-policy");
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var output = Element.of(record);
        hierarchy.accountAt(record.folders(), record.source());
        if (output.has(GRANTS)) {
            for (var grant : output.list(GRANTS)) {
                facts.accept(grant(grant));
            }
            listed(record, output, GRANTS);
        } else if (output.has(LOCATIONS)) {
            for (var location : output.list(LOCATIONS)) {
                facts.accept(location(location));
            }
            listed(record, output, LOCATIONS);
        } else if (output.has(INSTANCE)) {
            hierarchy.account(Arn.account(output, INSTANCE), record.source());
            instances.add(output.text(INSTANCE));
            var center = output.optionalText("IdentityCenterInstanceArn");
            facts.accept(new AccessGrantsInstance(
                    output.text(INSTANCE),
                    center == null ? output.optionalText("IdentityCenterArn") : center,
                    record.source()));
        } else {
            var policy = output.child("Policy");
            policies.put(record, documents.read("", "access grants policy", policy.value(), policy.source()));
        }
    }

    private AccessGrant grant(Element grant) throws MalformedRecordException {
        var grantee = grant.object("Grantee");
        return new AccessGrant(
                grant.text("AccessGrantArn"),
                instance(grant, "AccessGrantArn", "/grant/"),
                grant.text("AccessGrantsLocationId"),
                grantee.text("GranteeType"),
                grantee.text("GranteeIdentifier"),
                grant.text("Permission"),
                grant.text("GrantScope"),
                grant.source());
    }

    private AccessGrantsLocation location(Element location) throws MalformedRecordException {
        return new AccessGrantsLocation(
                instance(location, "AccessGrantsLocationArn", "/location/"),
                location.text("AccessGrantsLocationId"),
                location.text("LocationScope"),
                location.text("IAMRoleArn"),
                location.source());
    }

    private String instance(Element element, String field, String kind) throws MalformedRecordException {
        hierarchy.account(Arn.account(element, field), element.source());
        var arn = element.text(field);
        int end = arn.indexOf(kind);
        if (end < 0) {
            throw element.child(field).malformed("`" + field + "` names no instance; export the file again");
        }
        instances.add(arn.substring(0, end));
        return arn.substring(0, end);
    }

    private void listed(ExportRecord record, Element output, String list) throws MalformedRecordException {
        if (output.has("NextToken")) {
            throw output.malformed("is one page of several; export it again without `--no-paginate` or `--max-items`");
        }
        var account = hierarchy.accountOf(record.folders());
        if (account != null) {
            read.computeIfAbsent(account, key -> new TreeSet<>()).add(list);
            first.putIfAbsent(account, record.source());
        }
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        policies.forEach((record, policy) -> attach(record, policy, facts));
        read.forEach((account, lists) -> {
            var missing = new TreeSet<String>();
            COMMANDS.forEach((list, command) -> {
                if (!lists.contains(list)) {
                    missing.add("`" + command + "`");
                }
            });
            var source = first.getOrDefault(account, new Source("", 0, ""));
            facts.accept(new Coverage(
                    Topic.ACCESS_GRANTS,
                    account,
                    missing.isEmpty() ? CoverageStatus.COMPLETE : CoverageStatus.PARTIAL,
                    missing.isEmpty() ? "" : "not read: " + String.join(", ", missing),
                    source));
        });
    }

    /** The instance is the one of the account, or of those the one whose region is a folder. */
    private void attach(ExportRecord record, PolicyDocument policy, Consumer<Fact> facts) {
        var account = hierarchy.accountOf(record.folders());
        var ofAccount = instances.stream()
                .filter(id -> Arn.parse(id)
                        .map(Arn::account)
                        .filter(own -> own.equals(account))
                        .isPresent())
                .toList();
        var here = ofAccount.size() <= 1
                ? ofAccount
                : ofAccount.stream()
                        .filter(id -> Arn.parse(id)
                                .map(Arn::region)
                                .filter(record.folders()::contains)
                                .isPresent())
                        .toList();
        if (here.size() != 1) {
            facts.accept(new Coverage(
                    Topic.ACCESS_GRANTS,
                    account == null ? "*" : account,
                    CoverageStatus.PARTIAL,
                    "`" + record.source().file() + "` does not say whose policy it is; export"
                            + " `get-access-grants-instance` as well, into folders named after the region",
                    record.source()));
            return;
        }
        var id = here.get(0);
        facts.accept(new PolicyDocument(
                id + "#policy",
                policy.name(),
                policy.version(),
                policy.statements(),
                policy.problems(),
                policy.source()));
        facts.accept(new PolicyAttachment(id, id + "#policy", AttachmentKind.RESOURCE, record.source()));
    }
}
