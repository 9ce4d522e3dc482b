package dev.ullage.simulation;

import dev.ullage.model.AccessBoundary;
import dev.ullage.model.AccessBoundaryBinding;
import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.DenyRule;
import dev.ullage.model.Fact;
import dev.ullage.model.Membership;
import dev.ullage.model.Provider;
import dev.ullage.model.RoleBinding;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The policies of a case as facts of a snapshot in which all was read but the members of groups. */
final class GcpCaseFacts {

    private static final Set<String> LEVEL = GcpNode.fields("name", "allowPolicy", "denyPolicies");
    private static final Set<String> POLICY =
            GcpNode.fields("bindings", "version", "etag", "auditConfigs", "kind", "resourceId");
    private static final Set<String> BINDING = GcpNode.fields("role", "members", "condition");
    private static final Set<String> DENY_POLICY = GcpNode.fields(
            "name", "rules", "uid", "kind", "displayName", "annotations", "etag", "createTime", "updateTime");
    private static final Set<String> RULE = GcpNode.fields("denyRule", "description");
    private static final Set<String> DENY_RULE = GcpNode.fields(
            "deniedPrincipals", "exceptionPrincipals", "deniedPermissions", "exceptionPermissions", "denialCondition");
    private static final Set<String> BUCKET =
            GcpNode.fields("iamPolicy", "acl", "objectAcl", "ublaEnabled", "publicAccessPrevention", "managedFolders");
    private static final Set<String> ACL_ENTRY = GcpNode.fields(
            "entity",
            "role",
            "kind",
            "id",
            "selfLink",
            "bucket",
            "object",
            "generation",
            "email",
            "entityId",
            "domain",
            "projectTeam",
            "etag");
    private static final Set<String> BOUNDARY = GcpNode.fields("name", "binding", "details");
    private static final Set<String> BOUNDARY_BINDING = GcpNode.fields("principalSet", "condition");
    private static final Set<String> BOUNDARY_DETAILS = GcpNode.fields("enforcementVersion", "rules");
    private static final Set<String> BOUNDARY_RULE = GcpNode.fields("description", "resources", "effect");

    private static final String CONTAINERS = "//cloudresourcemanager.googleapis.com/";
    private static final String BUCKETS = "projects/_/buckets/";
    private static final String STORAGE = "//storage.googleapis.com/";
    private static final Source SOURCE = new Source("case", 0, "");

    private static final List<Coverage> ALL_READ = EnumSet.complementOf(EnumSet.of(Topic.GROUP_MEMBERSHIPS)).stream()
            .map(topic -> new Coverage(topic, "*", CoverageStatus.COMPLETE, "", SOURCE.inside("/" + topic.word())))
            .toList();

    private final List<Fact> facts = new ArrayList<>(ALL_READ);
    private final @Nullable String bucket;
    private final String object;

    /** {@code resource} as the case names it. */
    GcpCaseFacts(String resource) {
        var path = resource.startsWith(STORAGE) ? resource.substring(STORAGE.length()) : resource;
        var inside = path.startsWith(BUCKETS)
                ? path.substring(BUCKETS.length())
                : path.startsWith("gs://") ? path.substring("gs://".length()) : null;
        int slash = inside == null ? -1 : inside.indexOf('/');
        this.bucket = inside == null ? null : "gs://" + (slash < 0 ? inside : inside.substring(0, slash));
        var rest = inside == null || slash < 0 ? "" : inside.substring(slash + 1);
        this.object = path.startsWith("gs://")
                ? rest
                : rest.startsWith("objects/") ? rest.substring("objects/".length()) : "";
    }

    List<Fact> facts() {
        return facts;
    }

    /** Reads the containers above the resource; gives their ids from the project up. */
    List<String> hierarchy(GcpNode hierarchy) {
        var levels = hierarchy.elements();
        var byKind = new TreeMap<ContainerKind, List<String>>(Collections.reverseOrder());
        for (var level : levels) {
            var name = level.only(LEVEL).at("name").text();
            byKind.computeIfAbsent(kind(name, level.at("name")), kind -> new ArrayList<>())
                    .add(name);
            policy(name, level.at("allowPolicy"));
            for (var policy : level.at("denyPolicies").elements()) {
                deny(name, policy.only(DENY_POLICY));
            }
        }
        var upwards = byKind.values().stream().flatMap(List::stream).toList();
        for (int i = 0; i < upwards.size(); i++) {
            var id = upwards.get(i);
            var parent = i + 1 < upwards.size() ? upwards.get(i + 1) : null;
            facts.add(new Container(
                    Provider.GCP, id, kind(id), id, parent, List.of(), SOURCE.inside("/hierarchy/" + id)));
        }
        return upwards;
    }

    private static ContainerKind kind(String name, GcpNode at) {
        if (!name.startsWith("projects/") && !name.startsWith("folders/") && !name.startsWith("organizations/")) {
            at.problem("is not `projects/…`, `folders/…` or `organizations/…`");
        }
        return kind(name);
    }

    private static ContainerKind kind(String name) {
        return name.startsWith("organizations/")
                ? ContainerKind.ORGANIZATION
                : name.startsWith("folders/") ? ContainerKind.FOLDER : ContainerKind.PROJECT;
    }

    private void policy(String resource, GcpNode policy) {
        if (policy.isAbsent()) {
            return;
        }
        for (var binding : policy.only(POLICY).at("bindings").elements()) {
            binding.only(BINDING);
            var role = binding.at("role").text();
            var condition = binding.at("condition").condition();
            for (var member : binding.at("members").elements()) {
                facts.add(new RoleBinding(resource, role, member.text(), condition, null, member.source()));
            }
        }
    }

    private void deny(String container, GcpNode policy) {
        var name = policy.at("name").text(policy.pointer());
        for (var rule : policy.at("rules").elements()) {
            var deny = rule.only(RULE).at("denyRule").only(DENY_RULE);
            facts.add(new DenyRule(
                    container,
                    name,
                    deny.at("deniedPrincipals").texts(),
                    deny.at("exceptionPrincipals").texts(),
                    deny.at("deniedPermissions").texts(),
                    deny.at("exceptionPermissions").texts(),
                    deny.at("denialCondition").condition(),
                    rule.source()));
        }
    }

    /** Reads the bucket that the resource is or lies in. */
    void bucket(GcpNode node, List<String> upwards) {
        if (bucket == null) {
            if (!node.isAbsent()) {
                node.problem("the resource is no bucket and in no bucket; leave it out");
            }
            return;
        }
        var container = upwards.isEmpty() ? "" : upwards.get(0);
        facts.add(new Bucket(Provider.GCP, bucket, container, "", null, new TreeMap<>(), SOURCE));
        if (node.isAbsent()) {
            facts.add(new Coverage(
                    Topic.IAM_POLICIES, bucket, CoverageStatus.PARTIAL, "the case does not describe it", SOURCE));
            return;
        }
        node.only(BUCKET);
        policy(bucket, node.at("iamPolicy"));
        for (var folder : node.at("managedFolders").entries()) {
            policy(bucket + "/" + folder.getKey() + (folder.getKey().endsWith("/") ? "" : "/"), folder.getValue());
        }
        acl(AclScope.BUCKET, null, node.at("acl"));
        if (!object.isEmpty()) {
            acl(AclScope.OBJECT, object, node.at("objectAcl"));
        }
        var uniform = node.at("ublaEnabled");
        if (!uniform.isAbsent()) {
            if (!uniform.node().isBoolean()) {
                uniform.problem("is neither `true` nor `false`");
            }
            setting(
                    SettingName.UNIFORM_BUCKET_LEVEL_ACCESS,
                    String.valueOf(uniform.node().asBoolean()));
        }
        var prevention = node.at("publicAccessPrevention");
        if (!prevention.isAbsent()) {
            var word = prevention.text();
            if (!word.equals("enforced") && !word.equals("inherited")) {
                prevention.problem("is neither `enforced` nor `inherited`");
            }
            setting(SettingName.PUBLIC_ACCESS_PREVENTION, word);
        }
    }

    private void setting(SettingName name, String value) {
        facts.add(new Setting(Provider.GCP, String.valueOf(bucket), name, value, SOURCE.inside("/bucket/" + name)));
    }

    private void acl(AclScope scope, @Nullable String name, GcpNode acl) {
        for (var entry : acl.elements()) {
            entry.only(ACL_ENTRY);
            facts.add(new AclEntry(
                    Provider.GCP,
                    scope,
                    String.valueOf(bucket),
                    name,
                    entry.at("entity").text(),
                    entry.at("role").text(),
                    null,
                    entry.source()));
        }
    }

    /** Reads groups; of those that are not there the members are not known. */
    void groups(GcpNode groups) {
        for (var entry : groups.entries()) {
            var group = entry.getKey().startsWith("group:") ? entry.getKey() : "group:" + entry.getKey();
            facts.add(new Coverage(
                    Topic.GROUP_MEMBERSHIPS,
                    group,
                    CoverageStatus.COMPLETE,
                    "",
                    entry.getValue().source()));
            for (var member : entry.getValue().elements()) {
                facts.add(new Membership(Provider.GCP, group, member.text(), member.source()));
            }
        }
    }

    /** Reads access boundaries with what binds them. */
    void boundaries(GcpNode boundaries) {
        for (var boundary : boundaries.elements()) {
            var name = boundary.only(BOUNDARY).at("name").text(boundary.pointer());
            var binding = boundary.at("binding").only(BOUNDARY_BINDING);
            var details = boundary.at("details").only(BOUNDARY_DETAILS);
            var resources = new ArrayList<String>();
            for (var rule : details.at("rules").elements()) {
                rule.only(BOUNDARY_RULE);
                if (!rule.at("effect").text("ALLOW").equals("ALLOW")) {
                    rule.at("effect").problem("is not `ALLOW`, which is the only effect there is");
                }
                rule.at("resources")
                        .texts()
                        .forEach(resource -> resources.add(
                                resource.startsWith(CONTAINERS) ? resource.substring(CONTAINERS.length()) : resource));
            }
            var version = details.at("enforcementVersion");
            // Every case's boundary is one of its own, even when two have the same name.
            var id = name + "@" + boundary.pointer();
            facts.add(new AccessBoundary(
                    id,
                    resources,
                    version.node().isIntegralNumber() ? version.node().asText() : version.text(""),
                    boundary.source()));
            facts.add(new AccessBoundaryBinding(
                    name,
                    id,
                    binding.at("principalSet").text(),
                    binding.at("condition").condition(),
                    boundary.source()));
        }
    }
}
