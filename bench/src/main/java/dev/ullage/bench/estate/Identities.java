package dev.ullage.bench.estate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The users, groups and roles of a made-up account. */
final class Identities {

    private static final List<String> SERVICES = List.of("ec2", "lambda", "sagemaker", "ecs-tasks", "glue", "states");

    private final EstateSize size;
    private final Names names;
    private final Statements statements;
    private final ManagedPolicies policies;

    Identities(EstateSize size, Names names, Statements statements, ManagedPolicies policies) {
        this.size = size;
        this.names = names;
        this.statements = statements;
        this.policies = policies;
    }

    ArrayNode roles() {
        var roles = Statements.JSON.createArrayNode();
        for (int i = 0; i < size.roles(); i++) {
            roles.add(role(names.roles().get(i), Draw.of(size.seed(), "role", i)));
        }
        return roles;
    }

    private ObjectNode role(Names.Role name, Draw draw) {
        var role = Statements.JSON
                .createObjectNode()
                .put("Path", name.path())
                .put("RoleName", name.name())
                .put("RoleId", Draw.uniqueId("AROA", name.name()))
                .put("Arn", name.arn());
        role.set("RolePolicyList", inline(draw, draw.chance(0.4) ? draw.between(1, 2) : 0));
        role.put("CreateDate", draw.date(2024));
        var trust = trust(name, draw);
        role.set("AssumeRolePolicyDocument", trust);
        role.set("AttachedManagedPolicies", policies.attach(draw));
        tag(tag(role.putArray("Tags"), "team", draw.pick(Names.TEAMS)), "owner", "owner-" + draw.below(50));
        var lastUsed = role.putObject("RoleLastUsed");
        if (draw.chance(0.6)) {
            lastUsed.put("LastUsedDate", draw.date(2025)).put("Region", Names.REGION);
        }
        policies.boundary(draw).ifPresent(boundary -> role.set("PermissionsBoundary", boundary));
        var profiles = role.putArray("InstanceProfileList");
        if (trust.toString().contains("\"ec2.amazonaws.com\"")) {
            profiles.add(instanceProfile(name, role));
        }
        return role;
    }

    private static ObjectNode instanceProfile(Names.Role name, ObjectNode role) {
        var profile = Statements.JSON
                .createObjectNode()
                .put("Path", name.path())
                .put("InstanceProfileName", name.name())
                .put("InstanceProfileId", Draw.uniqueId("AIPA", name.name()))
                .put("Arn", name.arn().replace(":role/", ":instance-profile/"));
        profile.set("CreateDate", role.get("CreateDate"));
        var inside = profile.putArray("Roles").addObject();
        for (var field : List.of("Path", "RoleName", "RoleId", "Arn", "CreateDate", "AssumeRolePolicyDocument")) {
            inside.set(field, role.get(field).deepCopy());
        }
        return profile;
    }

    /** Who may assume a role: a service, a workload of a cluster, the account itself, or a partner. */
    private static ObjectNode trust(Names.Role name, Draw draw) {
        return Statements.document(
                Statements.parse(name.isOfIdentityCenter() ? ofIdentityCenter() : trustOfWorkload(name, draw)));
    }

    private static String ofIdentityCenter() {
        return """
                {"Effect":"Allow","Action":["sts:AssumeRoleWithSAML","sts:TagSession"],
                 "Principal":{"Federated":"arn:aws:iam::%s:saml-provider/AWSSSO_DO_NOT_DELETE"},
                 "Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}}""".formatted(Names.ACCOUNT);
    }

    private static String trustOfWorkload(Names.Role name, Draw draw) {
        double share = draw.share();
        if (share < 0.45) {
            return """
                    {"Effect":"Allow","Principal":{"Service":"%s.amazonaws.com"},"Action":"sts:AssumeRole"}""".formatted(draw.pick(SERVICES));
        }
        if (share < 0.75) {
            return """
                    {"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::%1$s:oidc-provider/%2$s"},
                     "Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{
                       "%2$s:sub":"system:serviceaccount:%3$s:%4$s","%2$s:aud":"sts.amazonaws.com"}}}""".formatted(
                            Names.ACCOUNT,
                            "oidc.eks.us-east-1.amazonaws.com/id/" + draw.hex(4).toUpperCase(Locale.ROOT),
                            draw.pick(Names.TEAMS),
                            name.name());
        }
        if (share < 0.9) {
            return """
                    {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"sts:AssumeRole"}""".formatted(Names.ACCOUNT);
        }
        return """
                {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"sts:AssumeRole",
                 "Condition":{"StringEquals":{"sts:ExternalId":"%s"}}}""".formatted(draw.pick(Names.PARTNERS), draw.hex(1));
    }

    ArrayNode groups() {
        var groups = Statements.JSON.createArrayNode();
        for (int i = 0; i < size.groups(); i++) {
            var draw = Draw.of(size.seed(), "group", i);
            var name = "%s-group-%03d".formatted(draw.pick(Names.TEAMS), i);
            var group = groups.addObject()
                    .put("Path", "/")
                    .put("GroupName", name)
                    .put("GroupId", Draw.uniqueId("AGPA", name))
                    .put("Arn", "arn:aws:iam::%s:group/%s".formatted(Names.ACCOUNT, name))
                    .put("CreateDate", draw.date(2024));
            group.set("GroupPolicyList", inline(draw, draw.chance(0.3) ? 1 : 0));
            group.set("AttachedManagedPolicies", policies.attach(draw));
        }
        return groups;
    }

    ArrayNode users(ArrayNode groups) {
        var groupNames = new ArrayList<String>();
        groups.forEach(group -> groupNames.add(group.get("GroupName").textValue()));
        var users = Statements.JSON.createArrayNode();
        for (int i = 0; i < size.users(); i++) {
            users.add(user(names.users().get(i), groupNames, Draw.of(size.seed(), "user", i)));
        }
        return users;
    }

    private ObjectNode user(String name, List<String> groups, Draw draw) {
        var user = Statements.JSON
                .createObjectNode()
                .put("Path", "/")
                .put("UserName", name)
                .put("UserId", Draw.uniqueId("AIDA", name))
                .put("Arn", Names.userArn(name))
                .put("CreateDate", draw.date(2024));
        user.set("UserPolicyList", inline(draw, draw.chance(0.15) ? 1 : 0));
        draw.sample(groups, draw.below(4)).forEach(user.putArray("GroupList")::add);
        user.set(
                "AttachedManagedPolicies",
                draw.chance(0.5) ? policies.attach(draw) : Statements.JSON.createArrayNode());
        tag(user.putArray("Tags"), "team", draw.pick(Names.TEAMS));
        policies.boundary(draw).ifPresent(boundary -> user.set("PermissionsBoundary", boundary));
        return user;
    }

    private static ArrayNode tag(ArrayNode tags, String key, String value) {
        tags.addObject().put("Key", key).put("Value", value);
        return tags;
    }

    private ArrayNode inline(Draw draw, int count) {
        var list = Statements.JSON.createArrayNode();
        for (int i = 0; i < count; i++) {
            list.addObject().put("PolicyName", "inline-" + i).set("PolicyDocument", statements.document(draw, 1, 2));
        }
        return list;
    }
}
