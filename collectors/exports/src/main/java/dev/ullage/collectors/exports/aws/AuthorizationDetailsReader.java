package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Membership;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code aws iam get-account-authorization-details}: users, groups, roles, and the customer's managed policies in
 * their default version.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">
 *     GetAccountAuthorizationDetails</a>
 */
final class AuthorizationDetailsReader implements RecordReader {

    private static final String USERS = "UserDetailList";
    private static final String GROUPS = "GroupDetailList";
    private static final String ROLES = "RoleDetailList";
    private static final String POLICIES = "Policies";
    private static final String OF_AWS = ":iam::aws:policy/";
    private static final Set<String> LISTS = Set.of(USERS, GROUPS, ROLES, POLICIES);
    private static final Set<Topic> TOPICS =
            Collections.unmodifiableSet(EnumSet.of(Topic.PRINCIPALS, Topic.IAM_POLICIES, Topic.GROUP_MEMBERSHIPS));

    private final Hierarchy hierarchy;
    private final Identities identities;
    private final PolicyDocumentReader documents;
    private final Backlog backlog;
    private final Map<String, String> groupArns = new HashMap<>();
    private final Set<String> sharedPolicies = new HashSet<>();
    private final List<NamedMembership> memberships = new ArrayList<>();
    private String file = "";
    private @Nullable String accountOfFile;

    /** A user's group by name only; its ARN stands elsewhere in the file. */
    private record NamedMembership(String account, String group, String user, Source source) {}

    AuthorizationDetailsReader(
            Hierarchy hierarchy, Identities identities, PolicyDocumentReader documents, Backlog backlog) {
        this.hierarchy = hierarchy;
        this.identities = identities;
        this.documents = documents;
        this.backlog = backlog;
    }

    @Override
    public String recognisedAs() {
        return "AWS account authorization details";
    }

    @Override
    public Set<Topic> topics() {
        return TOPICS;
    }

    @Override
    public Set<String> envelopes() {
        return LISTS;
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var value = record.value();
        if (record.envelope() == null) {
            return value.has(USERS) || value.has(GROUPS) || value.has(ROLES);
        }
        return switch (record.envelope()) {
            case USERS -> value.has("UserName");
            case GROUPS -> value.has("GroupName");
            case ROLES -> value.has("RoleName");
            case POLICIES -> value.has("PolicyVersionList");
            default -> false;
        };
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        if (!record.source().file().equals(file)) {
            file = record.source().file();
            accountOfFile = Hierarchy.accountIn(record.folders());
        }
        var element = Element.of(record);
        if (record.envelope() == null) {
            cover(element, facts);
            return;
        }
        switch (record.envelope()) {
            case USERS -> user(element, facts);
            case GROUPS -> group(element, facts);
            case ROLES -> role(element, facts);
            default -> managedPolicy(element, facts);
        }
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        for (var membership : memberships) {
            var path = membership.account + ":group/" + membership.group;
            var group = groupArns.getOrDefault(path, "arn:aws:iam::" + path);
            facts.accept(new Membership(Provider.AWS, group, membership.user, membership.source));
        }
    }

    private void user(Element user, Consumer<Fact> facts) throws MalformedRecordException {
        var arn = user.text("Arn");
        var account = account(user);
        var name = user.text("UserName");
        identities.user(account, name, arn);
        identities.uniqueId(user.textOr("UserId", ""), arn);
        facts.accept(principal(user, PrincipalKind.USER, account, name));
        int index = 0;
        for (var group : user.texts("GroupList")) {
            var source = user.source().inside("/GroupList/" + index++);
            backlog.hold(group.length() + source.at().length());
            memberships.add(new NamedMembership(account, group, arn, source));
        }
        policies(user, "UserPolicyList", facts);
    }

    private void group(Element group, Consumer<Fact> facts) throws MalformedRecordException {
        var account = account(group);
        var name = group.text("GroupName");
        groupArns.put(account + ":group/" + name, group.text("Arn"));
        facts.accept(principal(group, PrincipalKind.GROUP, account, name));
        policies(group, "GroupPolicyList", facts);
    }

    private void role(Element role, Consumer<Fact> facts) throws MalformedRecordException {
        var arn = role.text("Arn");
        identities.uniqueId(role.textOr("RoleId", ""), arn);
        facts.accept(principal(role, PrincipalKind.ROLE, account(role), role.text("RoleName")));
        var trust = role.child("AssumeRolePolicyDocument");
        attach(
                arn,
                document(arn + "#trust", "AssumeRolePolicyDocument", trust, facts),
                AttachmentKind.TRUST,
                trust,
                facts);
        policies(role, "RolePolicyList", facts);
    }

    private static Principal principal(Element element, PrincipalKind kind, String account, String name)
            throws MalformedRecordException {
        return new Principal(
                Provider.AWS,
                element.text("Arn"),
                kind,
                account,
                name,
                Answer.YES,
                element.time("CreateDate"),
                element.child("RoleLastUsed").time("LastUsedDate"),
                element.child("PermissionsBoundary").optionalText("PermissionsBoundaryArn"),
                element.tags("Tags"),
                element.source());
    }

    private void policies(Element owner, String inlineList, Consumer<Fact> facts) throws MalformedRecordException {
        var arn = owner.text("Arn");
        for (var inline : owner.list(inlineList)) {
            var name = inline.text("PolicyName");
            var id = document(arn + "#inline/" + name, name, inline.child("PolicyDocument"), facts);
            attach(arn, id, AttachmentKind.IDENTITY, inline, facts);
        }
        for (var attached : owner.list("AttachedManagedPolicies")) {
            attach(arn, attached.text("PolicyArn"), AttachmentKind.IDENTITY, attached, facts);
        }
        var boundary = owner.child("PermissionsBoundary");
        if (boundary.has("PermissionsBoundaryArn")) {
            attach(arn, boundary.text("PermissionsBoundaryArn"), AttachmentKind.BOUNDARY, boundary, facts);
        }
    }

    /** A policy of AWS itself stands in the export of every account that uses it, and is given once. */
    private void managedPolicy(Element policy, Consumer<Fact> facts) throws MalformedRecordException {
        var arn = policy.text("Arn");
        var name = policy.text("PolicyName");
        if (arn.contains(OF_AWS)) {
            backlog.hold(arn.length());
            if (!sharedPolicies.add(arn)) {
                return;
            }
        }
        for (var version : policy.list("PolicyVersionList")) {
            if (version.flag("IsDefaultVersion")) {
                document(arn, name, version.child("Document"), facts);
                return;
            }
        }
        var problem = "the default version is not in the export; export the policy again";
        facts.accept(new PolicyDocument(
                arn, name, PolicyDocument.CURRENT_VERSION, List.of(), List.of(problem), policy.source()));
    }

    private String document(String id, String name, Element document, Consumer<Fact> facts) {
        facts.accept(documents.read(id, name, document.value(), document.source()));
        return id;
    }

    private static void attach(String target, String policy, AttachmentKind kind, Element place, Consumer<Fact> facts) {
        facts.accept(new PolicyAttachment(target, policy, kind, place.source()));
    }

    private String account(Element principal) throws MalformedRecordException {
        var account = Arn.account(principal, "Arn");
        backlog.hold(2 * principal.text("Arn").length());
        hierarchy.account(account, principal.source());
        accountOfFile = account;
        return account;
    }

    /** The rest of the answer, which says whether there was more. */
    private void cover(Element rest, Consumer<Fact> facts) throws MalformedRecordException {
        var missing = new TreeSet<String>();
        LISTS.stream().filter(list -> !rest.has(list)).forEach(list -> missing.add("`" + list + "`"));
        if (rest.flag("IsTruncated") || rest.has("Marker") || rest.has("NextToken")) {
            missing.add("further pages");
        }
        if (accountOfFile == null) {
            throw rest.malformed("lists nobody, and nothing says whose account it is; put the file into a folder named"
                    + " after its 12-digit account");
        }
        hierarchy.account(accountOfFile, rest.source());
        var status = missing.isEmpty() ? CoverageStatus.COMPLETE : CoverageStatus.PARTIAL;
        var reason = missing.isEmpty() ? "" : "the export lacks " + String.join(", ", missing);
        for (var topic : TOPICS) {
            facts.accept(new Coverage(topic, accountOfFile, status, reason, rest.source()));
        }
    }
}
