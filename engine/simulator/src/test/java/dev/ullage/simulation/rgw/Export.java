package dev.ullage.simulation.rgw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Owner;

/** Writes a scene down as the command line of AWS would export it. */
final class Export {

    private final Path root;

    Export(Path root) {
        this.root = root;
    }

    /** The users and the role of an account, with the policies that are written into them. */
    static final class Identities {

        private final ObjectNode details = JsonNodeFactory.instance.objectNode();

        Identities() {
            List.of("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies")
                    .forEach(details::putArray);
        }

        Identities user(Caller user, List<ObjectNode> policies) {
            var detail = described(array("UserDetailList"), "User", user, policies);
            detail.putArray("GroupList");
            return this;
        }

        Identities role(Caller role, List<ObjectNode> policies, ObjectNode trust) {
            var detail = described(array("RoleDetailList"), "Role", role, policies);
            detail.set("AssumeRolePolicyDocument", trust);
            detail.putArray("InstanceProfileList");
            return this;
        }

        private ArrayNode array(String name) {
            return (ArrayNode) details.get(name);
        }

        private static ObjectNode described(ArrayNode list, String kind, Caller who, List<ObjectNode> policies) {
            var detail = list.addObject()
                    .put("Path", "/")
                    .put(kind + "Name", who.name())
                    .put(kind + "Id", kind.toUpperCase(java.util.Locale.ROOT) + who.name())
                    .put("Arn", who.identityArn())
                    .put("CreateDate", "2026-01-01T00:00:00+00:00");
            detail.putArray("AttachedManagedPolicies");
            var inline = detail.putArray(kind + "PolicyList");
            for (var policy : policies) {
                inline.addObject().put("PolicyName", "own-" + inline.size()).set("PolicyDocument", policy);
            }
            return detail;
        }
    }

    /** The users and roles of an account. */
    Export identities(String account, Identities identities) {
        return write(account + "/iam/get-account-authorization-details.json", identities.details);
    }

    /** The buckets of an account; none for an empty name. Nothing blocks public access for the account. */
    Export account(String account, String canonicalId, String bucket) {
        var buckets = JsonNodeFactory.instance.objectNode();
        buckets.putObject("Owner").put("ID", canonicalId);
        var list = buckets.putArray("Buckets");
        if (!bucket.isEmpty()) {
            list.addObject().put("Name", bucket).put("CreationDate", "2026-01-01T00:00:00+00:00");
        }
        return write(account + "/s3/list-buckets.json", buckets)
                .error(
                        account + "/s3control/get-public-access-block.json",
                        "NoSuchPublicAccessBlockConfiguration",
                        "GetPublicAccessBlock");
    }

    /** Who owns a bucket's objects, and what keeps the public away from it. */
    Export settings(String folder, String ownership, boolean ignoreAcls, boolean restrictBuckets) {
        var controls = JsonNodeFactory.instance.objectNode();
        controls.putObject("OwnershipControls").putArray("Rules").addObject().put("ObjectOwnership", ownership);
        var block = JsonNodeFactory.instance.objectNode();
        block.putObject("PublicAccessBlockConfiguration")
                .put("BlockPublicAcls", false)
                .put("IgnorePublicAcls", ignoreAcls)
                .put("BlockPublicPolicy", false)
                .put("RestrictPublicBuckets", restrictBuckets);
        return write(folder + "/get-bucket-ownership-controls.json", controls)
                .write(folder + "/get-public-access-block.json", block);
    }

    Export bucketPolicy(String folder, @Nullable ObjectNode policy) {
        var file = folder + "/get-bucket-policy.json";
        return policy == null
                ? error(file, "NoSuchBucketPolicy", "GetBucketPolicy")
                : write(file, JsonNodeFactory.instance.objectNode().put("Policy", policy.toString()));
    }

    Export bucketAcl(String folder, ObjectNode acl) {
        return write(folder + "/get-bucket-acl.json", acl);
    }

    /** The lists of all objects of a bucket, one a line. */
    Export objectAcls(String folder, List<ObjectNode> lines) {
        return text(
                folder + "/object-acls.ndjson",
                String.join("\n", lines.stream().map(ObjectNode::toString).toList()) + "\n");
    }

    /** An access-control list as the server answers. */
    static ObjectNode acl(Owner owner, List<Grant> grants) {
        var acl = JsonNodeFactory.instance.objectNode();
        acl.putObject("Owner").put("ID", owner.id());
        var list = acl.putArray("Grants");
        for (var grant : grants) {
            var entry = list.addObject().put("Permission", grant.permissionAsString());
            var grantee = entry.putObject("Grantee").put("Type", grant.grantee().typeAsString());
            if (grant.grantee().uri() == null) {
                grantee.put("ID", grant.grantee().id());
            } else {
                grantee.put("URI", grant.grantee().uri());
            }
        }
        return acl;
    }

    private Export error(String file, String code, String operation) {
        return text(file, "\nAn error occurred (%s) when calling the %s operation: none\n".formatted(code, operation));
    }

    private Export write(String file, JsonNode json) {
        return text(file, json.toString());
    }

    private Export text(String file, String text) {
        try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
