package dev.ullage.access.aws;

import dev.ullage.model.AccessPoint;
import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.LogConfigChange;
import dev.ullage.model.Membership;
import dev.ullage.model.Outcome;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.model.Trail;
import dev.ullage.model.TrailSelector;
import dev.ullage.model.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Builds a small AWS estate for a test. Everything counts as read, unless the test says otherwise; policy statements are
 * written as {@link StatementText} reads them.
 */
public final class AwsEstate {

    private final List<Fact> facts = new ArrayList<>();
    private final Set<Topic> unread = EnumSet.noneOf(Topic.class);

    private AwsEstate() {}

    /** An estate without anything. */
    public static AwsEstate with() {
        return new AwsEstate();
    }

    /** An account that stands alone. */
    public AwsEstate account(String id, String... aliases) {
        return fact(new Container(Provider.AWS, id, ContainerKind.ACCOUNT, id, null, List.of(aliases), source()));
    }

    public AwsEstate accountIn(String id, String parent) {
        return fact(new Container(Provider.AWS, id, ContainerKind.ACCOUNT, id, parent, List.of(), source()));
    }

    public AwsEstate organization(String id) {
        return fact(new Container(Provider.AWS, id, ContainerKind.ORGANIZATION, id, null, List.of(), source()));
    }

    public AwsEstate unit(String id, String parent) {
        return fact(
                new Container(Provider.AWS, id, ContainerKind.ORGANIZATIONAL_UNIT, id, parent, List.of(), source()));
    }

    /** A bucket as S3 makes it today: no ACLs, all four public access blocks on. */
    public AwsEstate bucket(String id, String account) {
        return bareBucket(id, account).ownership(id, "BucketOwnerEnforced").blocks(id, "true");
    }

    /** A bucket without ACLs whose policy may be public. */
    public AwsEstate openBucket(String id, String account) {
        return bareBucket(id, account)
                .ownership(id, "BucketOwnerEnforced")
                .blocks(id, "false")
                .blocks(account, "none");
    }

    /** A bucket whose ACLs are in force and may be public. */
    public AwsEstate aclBucket(String id, String account) {
        return bareBucket(id, account)
                .ownership(id, "ObjectWriter")
                .blocks(id, "false")
                .blocks(account, "none");
    }

    /** A bucket of which no setting was read. */
    public AwsEstate bareBucket(String id, String account) {
        return bucketIn("eu-central-1", id, account);
    }

    public AwsEstate bucketIn(String location, String id, String account) {
        return fact(new Bucket(Provider.AWS, id, account, location, null, new TreeMap<>(), source()));
    }

    public AwsEstate ownership(String bucket, String value) {
        return setting(bucket, SettingName.OBJECT_OWNERSHIP, value);
    }

    /** Sets all four blocks of public access. */
    public AwsEstate blocks(String resource, String value) {
        return setting(resource, SettingName.BLOCK_PUBLIC_ACLS, value)
                .setting(resource, SettingName.IGNORE_PUBLIC_ACLS, value)
                .setting(resource, SettingName.BLOCK_PUBLIC_POLICY, value)
                .setting(resource, SettingName.RESTRICT_PUBLIC_BUCKETS, value);
    }

    public AwsEstate setting(String resource, SettingName name, String value) {
        return fact(new Setting(Provider.AWS, resource, name, value, source()));
    }

    /** A role with an inline policy, or none for no statement. */
    public AwsEstate role(String arn, String... statements) {
        return principal(arn, PrincipalKind.ROLE, null).inline(arn, statements);
    }

    /** A user with an inline policy, or none for no statement. */
    public AwsEstate user(String arn, String... statements) {
        return principal(arn, PrincipalKind.USER, null).inline(arn, statements);
    }

    /** A group with an inline policy, or none for no statement. */
    public AwsEstate group(String arn, String... statements) {
        return principal(arn, PrincipalKind.GROUP, null).inline(arn, statements);
    }

    public AwsEstate principal(String arn, PrincipalKind kind, @Nullable String boundary) {
        return fact(new Principal(
                Provider.AWS,
                arn,
                kind,
                Arns.account(arn).orElse(null),
                arn,
                Answer.YES,
                null,
                null,
                boundary,
                new TreeMap<>(),
                source()));
    }

    public AwsEstate inline(String arn, String... statements) {
        return statements.length == 0
                ? this
                : policy(arn + "#inline/own", statements).attach(arn, arn + "#inline/own", AttachmentKind.IDENTITY);
    }

    public AwsEstate member(String group, String user) {
        return fact(new Membership(Provider.AWS, group, user, source()));
    }

    public AwsEstate trust(String role, String... statements) {
        return policy(role + "#trust", statements).attach(role, role + "#trust", AttachmentKind.TRUST);
    }

    public AwsEstate bucketPolicy(String bucket, String... statements) {
        return policy(bucket + "#policy", statements).attach(bucket, bucket + "#policy", AttachmentKind.RESOURCE);
    }

    public AwsEstate boundary(String principal, String... statements) {
        return policy(principal + "#boundary", statements)
                .attach(principal, principal + "#boundary", AttachmentKind.BOUNDARY);
    }

    public AwsEstate scp(String target, String id, String... statements) {
        return managedElsewhere(target).policy(id, statements).attach(target, id, AttachmentKind.SERVICE_CONTROL);
    }

    public AwsEstate rcp(String target, String id, String... statements) {
        return managedElsewhere(target).policy(id, statements).attach(target, id, AttachmentKind.RESOURCE_CONTROL);
    }

    /** Control policies bind all but the management account; most tests are about the others. */
    private AwsEstate managedElsewhere(String target) {
        return setting(target, SettingName.MANAGEMENT_ACCOUNT, "999999999999");
    }

    public AwsEstate policy(String id, String... statements) {
        return document(id, List.of(), statements);
    }

    public AwsEstate policyWithProblem(String id, String problem, String... statements) {
        return document(id, List.of(problem), statements);
    }

    private AwsEstate document(String id, List<String> problems, String... statements) {
        var parsed = new ArrayList<PolicyStatement>();
        for (var statement : statements) {
            parsed.add(StatementText.parse(statement, source().inside("/Statement/" + parsed.size())));
        }
        return fact(new PolicyDocument(id, id, PolicyDocument.CURRENT_VERSION, parsed, problems, source()));
    }

    public AwsEstate attach(String target, String policy, AttachmentKind kind) {
        return fact(new PolicyAttachment(target, policy, kind, source()));
    }

    public AwsEstate bucketAcl(String bucket, String owner, String grantee, String permission) {
        return fact(new AclEntry(Provider.AWS, AclScope.BUCKET, bucket, null, grantee, permission, owner, source()));
    }

    public AwsEstate objectAcl(String bucket, String object, String owner, String grantee, String permission) {
        return fact(new AclEntry(Provider.AWS, AclScope.OBJECT, bucket, object, grantee, permission, owner, source()));
    }

    /** An access point without a policy, with all four public access blocks on, reachable from the Internet. */
    public AwsEstate accessPoint(String arn, String bucket) {
        return openAccessPoint(arn, bucket).blocks(arn, "true");
    }

    /** An access point of which no public access block was read. */
    public AwsEstate openAccessPoint(String arn, String bucket) {
        return fact(new AccessPoint(arn, Arns.account(arn).orElse(""), bucket, "Internet", null, source()));
    }

    /** An access point that only requests from a VPC reach. */
    public AwsEstate accessPointIn(String vpc, String arn, String bucket) {
        return fact(new AccessPoint(arn, Arns.account(arn).orElse(""), bucket, "VPC", vpc, source()))
                .blocks(arn, "true");
    }

    public AwsEstate trail(String arn, String container, boolean allRegions, TrailSelector... selectors) {
        return fact(new Trail(arn, container, Answer.YES, null, allRegions, List.of(selectors), true, source()));
    }

    public AwsEstate logConfigChange(String account, String when) {
        return fact(new LogConfigChange(Provider.AWS, account, Instant.parse(when), "StopLogging", source()));
    }

    public AwsEstate used(String principal, String permission, String bucket, String prefix, String when) {
        var at = Instant.parse(when);
        return fact(
                new Usage(Provider.AWS, principal, permission, bucket, prefix, Outcome.ALLOWED, 1, at, at, source()));
    }

    /** Nothing of the topic was read, anywhere. */
    public AwsEstate without(Topic topic) {
        unread.add(topic);
        return this;
    }

    /** The topic was read completely in one scope; to be used with {@link #without}. */
    public AwsEstate read(Topic topic, String scope) {
        return fact(new Coverage(topic, scope, CoverageStatus.COMPLETE, "", source()));
    }

    /** A read of the topic in one scope was refused. */
    public AwsEstate denied(Topic topic, String scope) {
        return fact(new Coverage(topic, scope, CoverageStatus.DENIED, "access denied", source()));
    }

    public AwsEstate fact(Fact fact) {
        facts.add(fact);
        return this;
    }

    private Source source() {
        return new Source("aws.json", facts.size() + 1, "");
    }

    public List<Fact> facts() {
        var all = new ArrayList<>(facts);
        // Log files cannot say that they are complete.
        var incomplete = EnumSet.of(Topic.ADMIN_LOGS, Topic.DATA_LOGS);
        incomplete.addAll(unread);
        for (var topic : EnumSet.complementOf(incomplete)) {
            all.add(new Coverage(topic, "*", CoverageStatus.COMPLETE, "", source()));
        }
        return all;
    }

    public Snapshot snapshot() {
        return Snapshot.of(facts());
    }
}
