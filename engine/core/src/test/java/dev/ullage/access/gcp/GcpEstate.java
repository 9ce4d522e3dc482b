package dev.ullage.access.gcp;

import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Answer;
import dev.ullage.model.AuditConfig;
import dev.ullage.model.Bucket;
import dev.ullage.model.Condition;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.CustomRole;
import dev.ullage.model.DenyRule;
import dev.ullage.model.Fact;
import dev.ullage.model.LogConfigChange;
import dev.ullage.model.Membership;
import dev.ullage.model.Outcome;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.RoleBinding;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.model.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Builds a small GCP estate for a test. Everything counts as read, unless the test says otherwise; containers are named
 * without their collection where it is {@code projects/}.
 */
public final class GcpEstate {

    private final List<Fact> facts = new ArrayList<>();
    private final Set<Topic> unread = EnumSet.noneOf(Topic.class);

    private GcpEstate() {}

    /** An estate without anything. */
    public static GcpEstate with() {
        return new GcpEstate();
    }

    /** A project that stands alone. */
    public GcpEstate project(String id) {
        return project(id, null);
    }

    /** A project below an organisation or folder. */
    public GcpEstate project(String id, @Nullable String parent) {
        return container("projects/" + id, ContainerKind.PROJECT, parent, List.of("projects/" + number(id)));
    }

    /** The number that the fixture gives to a project. */
    public static String number(String project) {
        return String.valueOf(100_000 + Math.floorMod(project.hashCode(), 100_000));
    }

    public GcpEstate organization(String id) {
        return container(id, ContainerKind.ORGANIZATION, null, List.of());
    }

    public GcpEstate folder(String id, String parent) {
        return container(id, ContainerKind.FOLDER, parent, List.of());
    }

    private GcpEstate container(String id, ContainerKind kind, @Nullable String parent, List<String> aliases) {
        return fact(new Container(Provider.GCP, id, kind, id, parent, aliases, source()));
    }

    /** A bucket with uniform access and without public access prevention. */
    public GcpEstate bucket(String id, String project) {
        return bareBucket(id, project).uniform(id, true).prevention(id, "inherited");
    }

    /** A bucket of which no setting was read. */
    public GcpEstate bareBucket(String id, String project) {
        return fact(new Bucket(Provider.GCP, id, "projects/" + project, "EU", null, new TreeMap<>(), source()));
    }

    /** A bucket whose ACLs are in force. */
    public GcpEstate aclBucket(String id, String project) {
        return bareBucket(id, project).uniform(id, false).prevention(id, "inherited");
    }

    public GcpEstate uniform(String bucket, boolean enabled) {
        return setting(bucket, SettingName.UNIFORM_BUCKET_LEVEL_ACCESS, String.valueOf(enabled));
    }

    public GcpEstate prevention(String bucket, String value) {
        return setting(bucket, SettingName.PUBLIC_ACCESS_PREVENTION, value);
    }

    public GcpEstate setting(String resource, SettingName name, String value) {
        return fact(new Setting(Provider.GCP, resource, name, value, source()));
    }

    public GcpEstate bind(String resource, String role, String... members) {
        for (var member : members) {
            fact(new RoleBinding(resource, role, member, null, null, source()));
        }
        return this;
    }

    public GcpEstate bindIf(String condition, String resource, String role, String member) {
        return fact(new RoleBinding(resource, role, member, new Condition("when", condition), null, source()));
    }

    public GcpEstate role(String name, String... permissions) {
        return fact(new CustomRole(name, name, List.of(permissions), false, source()));
    }

    public GcpEstate deletedRole(String name, String... permissions) {
        return fact(new CustomRole(name, name, List.of(permissions), true, source()));
    }

    public GcpEstate user(String id) {
        return principal(id, PrincipalKind.USER, null, Answer.YES);
    }

    public GcpEstate serviceAccount(String id, String project) {
        return principal(id, PrincipalKind.SERVICE_ACCOUNT, "projects/" + project, Answer.YES);
    }

    public GcpEstate principal(String id, PrincipalKind kind, @Nullable String container, Answer enabled) {
        return fact(new Principal(
                Provider.GCP, id, kind, container, id, enabled, null, null, null, new TreeMap<>(), source()));
    }

    public GcpEstate member(String group, String... members) {
        for (var member : members) {
            fact(new Membership(Provider.GCP, group, member, source()));
        }
        return this;
    }

    public GcpEstate bucketAcl(String bucket, String grantee, String permission) {
        return fact(new AclEntry(Provider.GCP, AclScope.BUCKET, bucket, null, grantee, permission, null, source()));
    }

    public GcpEstate objectAcl(String bucket, String object, String grantee, String permission) {
        return fact(new AclEntry(Provider.GCP, AclScope.OBJECT, bucket, object, grantee, permission, null, source()));
    }

    public GcpEstate defaultObjectAcl(String bucket, String grantee, String permission) {
        return fact(
                new AclEntry(Provider.GCP, AclScope.DEFAULT_OBJECT, bucket, null, grantee, permission, null, source()));
    }

    /** Denies permissions, separated by a space, to a principal. */
    public GcpEstate deny(String resource, String permissions, String principal, String... exceptions) {
        return denyIf(null, resource, permissions, principal, exceptions);
    }

    public GcpEstate denyIf(
            @Nullable Condition condition,
            String resource,
            String permissions,
            String principal,
            String... exceptions) {
        return fact(new DenyRule(
                resource,
                "guard",
                List.of(principal),
                List.of(exceptions),
                List.of(permissions.split(" ")),
                List.of(),
                condition,
                source()));
    }

    public GcpEstate auditConfig(String resource, String logType, String... exempted) {
        return fact(new AuditConfig(resource, "storage.googleapis.com", logType, List.of(exempted), source()));
    }

    public GcpEstate logConfigChange(String container, String when) {
        return fact(new LogConfigChange(Provider.GCP, container, Instant.parse(when), "SetIamPolicy", source()));
    }

    public GcpEstate used(String principal, String permission, String bucket, String prefix, String when) {
        return usage(principal, permission, bucket, prefix, when, Outcome.ALLOWED);
    }

    public GcpEstate usage(
            String principal, String permission, String bucket, String prefix, String when, Outcome outcome) {
        var at = Instant.parse(when);
        return fact(new Usage(Provider.GCP, principal, permission, bucket, prefix, outcome, 1, at, at, source()));
    }

    /** Nothing of the topic was read, anywhere. */
    public GcpEstate without(Topic topic) {
        unread.add(topic);
        return this;
    }

    /** The topic was read completely in one scope; to be used with {@link #without}. */
    public GcpEstate read(Topic topic, String scope) {
        return fact(new Coverage(topic, scope, CoverageStatus.COMPLETE, "", source()));
    }

    /** A read of the topic in one scope was refused. */
    public GcpEstate denied(Topic topic, String scope) {
        return fact(new Coverage(topic, scope, CoverageStatus.DENIED, "permission denied", source()));
    }

    public GcpEstate fact(Fact fact) {
        facts.add(fact);
        return this;
    }

    private Source source() {
        return new Source("gcp.json", facts.size() + 1, "");
    }

    public List<Fact> facts() {
        var all = new ArrayList<>(facts);
        for (var topic : EnumSet.complementOf(EnumSet.copyOf(withLogs()))) {
            all.add(new Coverage(topic, "*", CoverageStatus.COMPLETE, "", source()));
        }
        return all;
    }

    /** Log files cannot say that they are complete. */
    private Set<Topic> withLogs() {
        var topics = EnumSet.of(Topic.ADMIN_LOGS, Topic.DATA_LOGS);
        topics.addAll(unread);
        return topics;
    }

    public Snapshot snapshot() {
        return Snapshot.of(facts());
    }
}
