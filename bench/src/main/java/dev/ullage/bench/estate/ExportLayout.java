package dev.ullage.bench.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * Writes an account as the files that the AWS command line would leave behind, a call each. The account lies in an
 * organisation whose management account is another one, so that control policies bind it.
 */
public final class ExportLayout {

    static final String ORGANIZATION = "o-exampleorg1";
    private static final String ROOT = "r-b3n7";
    private static final String MANAGEMENT = "999900001111";
    private static final String ARNS = "arn:aws:organizations::" + MANAGEMENT + ":";

    private final Estate estate;
    private final Path root;

    private ExportLayout(Estate estate, Path root) {
        this.estate = estate;
        this.root = root;
    }

    /** Writes into a folder, which is made. */
    public static void write(Estate estate, Path root) throws IOException {
        var layout = new ExportLayout(estate, root);
        layout.account();
        layout.organization();
    }

    private void account() throws IOException {
        var account = estate.account();
        file(account + "/iam/get-account-authorization-details.json", estate.authorization());
        var list = Statements.JSON.createObjectNode();
        var listed = list.putArray("Buckets");
        for (var bucket : estate.buckets()) {
            var name = bucket.path("Name").asText();
            listed.addObject()
                    .put("Name", name)
                    .put("CreationDate", bucket.path("CreationDate").asText());
            bucket(account + "/s3/" + name + "/", bucket);
        }
        list.putObject("Owner").put("ID", estate.canonicalId());
        file(account + "/s3/list-buckets.json", list);
        text(
                account + "/s3control/get-public-access-block.err",
                error("NoSuchPublicAccessBlockConfiguration", "GetPublicAccessBlock"));
    }

    private void bucket(String folder, JsonNode bucket) throws IOException {
        var policy = bucket.path("Policy");
        if (policy.isObject()) {
            file(folder + "get-bucket-policy.json", object().put("Policy", policy.toString()));
        } else {
            text(folder + "get-bucket-policy.err", error("NoSuchBucketPolicy", "GetBucketPolicy"));
        }
        file(folder + "get-bucket-acl.json", bucket.path("Acl"));
        var block = object();
        block.set("PublicAccessBlockConfiguration", bucket.path("PublicAccessBlock"));
        file(folder + "get-public-access-block.json", block);
        var ownership = object();
        ownership
                .putObject("OwnershipControls")
                .putArray("Rules")
                .addObject()
                .set("ObjectOwnership", bucket.path("ObjectOwnership"));
        file(folder + "get-bucket-ownership-controls.json", ownership);
        var tags = object();
        var set = tags.putArray("TagSet");
        bucket.path("Tags")
                .properties()
                .forEach(tag -> set.addObject()
                        .put("Key", tag.getKey())
                        .put("Value", tag.getValue().asText()));
        file(folder + "get-bucket-tagging.json", tags);
        var region = bucket.path("Region").asText();
        var location = object();
        // The oldest region has no name in this answer.
        location.put("LocationConstraint", region.equals("us-east-1") ? null : region);
        file(folder + "get-bucket-location.json", location);
    }

    private static String error(String code, String operation) {
        return "An error occurred (%s) when calling the %s operation: it is not configured\n"
                .formatted(code, operation);
    }

    private void organization() throws IOException {
        var account = estate.account();
        var organization = object();
        organization
                .putObject("Organization")
                .put("Id", ORGANIZATION)
                .put("Arn", ARNS + "organization/" + ORGANIZATION)
                .put("FeatureSet", "ALL")
                .put("MasterAccountId", MANAGEMENT)
                .put("MasterAccountArn", ARNS + "account/" + ORGANIZATION + "/" + MANAGEMENT);
        file("organizations/describe-organization.json", organization);
        var roots = object();
        roots.putArray("Roots")
                .addObject()
                .put("Id", ROOT)
                .put("Arn", ARNS + "root/" + ORGANIZATION + "/" + ROOT)
                .put("Name", "Root")
                .putArray("PolicyTypes")
                .addObject()
                .put("Type", "SERVICE_CONTROL_POLICY")
                .put("Status", "ENABLED");
        file("organizations/list-roots.json", roots);
        var units = object();
        units.putArray("OrganizationalUnits");
        file("organizations/" + ROOT + "/list-organizational-units-for-parent.json", units);
        var accounts = object();
        var list = accounts.putArray("Accounts");
        for (var id : new String[] {account, MANAGEMENT}) {
            list.addObject()
                    .put("Id", id)
                    .put("Arn", ARNS + "account/" + ORGANIZATION + "/" + id)
                    .put("Name", id)
                    .put("Status", "ACTIVE");
            var parents = object();
            parents.putArray("Parents").addObject().put("Id", ROOT).put("Type", "ROOT");
            file("organizations/" + id + "/list-parents.json", parents);
        }
        file("organizations/list-accounts.json", accounts);
        controlPolicies(account);
    }

    private void controlPolicies(String account) throws IOException {
        var summaries = new ArrayList<ObjectNode>();
        for (var policy : estate.controlPolicies().properties()) {
            var name = policy.getKey();
            boolean isOfAws = name.equals("FullAWSAccess");
            var id = isOfAws
                    ? "p-FullAWSAccess"
                    : "p-" + Draw.canonicalId("control", name).substring(0, 8);
            var summary = object().put("Id", id)
                    .put("Arn", ARNS + "policy/" + ORGANIZATION + "/service_control_policy/" + id)
                    .put("Name", name)
                    .put("Type", "SERVICE_CONTROL_POLICY")
                    .put("AwsManaged", isOfAws);
            summaries.add(summary);
            var described = object();
            var inside = described.putObject("Policy");
            inside.set("PolicySummary", summary);
            inside.put("Content", policy.getValue().toString());
            file("organizations/" + id + "/describe-policy.json", described);
            var targets = object();
            var list = targets.putArray("Targets");
            list.addObject().put("TargetId", account).put("Name", account).put("Type", "ACCOUNT");
            if (isOfAws) {
                list.addObject().put("TargetId", ROOT).put("Name", "Root").put("Type", "ROOT");
                list.addObject()
                        .put("TargetId", MANAGEMENT)
                        .put("Name", MANAGEMENT)
                        .put("Type", "ACCOUNT");
            }
            file("organizations/" + id + "/list-targets-for-policy.json", targets);
        }
        var policies = object();
        policies.putArray("Policies").addAll(summaries);
        file("organizations/SERVICE_CONTROL_POLICY/list-policies.json", policies);
    }

    private static ObjectNode object() {
        return Statements.JSON.createObjectNode();
    }

    private void file(String path, JsonNode content) throws IOException {
        // Not the pretty printer's own line ends, which are those of the machine.
        text(path, content.toPrettyString().replace("\r\n", "\n") + "\n");
    }

    private void text(String path, String content) throws IOException {
        var file = root.resolve(path);
        var folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, content);
    }
}
