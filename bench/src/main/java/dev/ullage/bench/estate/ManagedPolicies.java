package dev.ullage.bench.estate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The managed policies of a made-up account, the customer's before those of AWS; they count who carries them. */
final class ManagedPolicies {

    private static final Map<String, String> OF_AWS = new TreeMap<>(Map.of(
            "AdministratorAccess",
            """
            {"Effect":"Allow","Action":"*","Resource":"*"}""",
            "AmazonS3FullAccess",
            """
            {"Effect":"Allow","Action":["s3:*","s3-object-lambda:*"],"Resource":"*"}""",
            "AmazonS3ReadOnlyAccess",
            """
            {"Effect":"Allow","Action":["s3:Get*","s3:List*","s3:Describe*"],"Resource":"*"}""",
            "AmazonSageMakerReadOnly",
            """
            {"Effect":"Allow","Action":["sagemaker:Describe*","sagemaker:List*"],"Resource":"*"}""",
            "CloudWatchLogsReadOnlyAccess",
            """
            {"Effect":"Allow","Action":["logs:Describe*","logs:Get*","logs:FilterLogEvents"],"Resource":"*"}""",
            "IAMReadOnlyAccess",
            """
            {"Effect":"Allow","Action":["iam:Get*","iam:List*","iam:Simulate*"],"Resource":"*"}"""));

    private final List<ObjectNode> ofCustomer = new ArrayList<>();
    private final List<ObjectNode> ofAws = new ArrayList<>();

    ManagedPolicies(EstateSize size, Statements statements) {
        for (int i = 0; i < size.policies(); i++) {
            var draw = Draw.of(size.seed(), "policy", i);
            var name = "%s-%s-policy-%04d".formatted(draw.pick(Names.TEAMS), draw.pick(Names.USES), i);
            int versions = 1 + (draw.chance(0.3) ? draw.below(3) : 0);
            var list = Statements.JSON.createArrayNode();
            for (int version = versions; version > 0; version--) {
                list.add(version(version, version == versions, statements.document(draw, 1, 4), draw.date(2025)));
            }
            ofCustomer.add(policy(name, "arn:aws:iam::" + Names.ACCOUNT + ":policy/" + name, list, draw));
        }
        OF_AWS.forEach((name, statement) -> {
            var draw = Draw.of(size.seed(), "aws-managed", name);
            var document = Statements.document(Statements.parse(statement));
            var list = Statements.JSON.createArrayNode().add(version(1, true, document, draw.date(2015)));
            ofAws.add(policy(name, "arn:aws:iam::aws:policy/" + name, list, draw));
        });
    }

    private static ObjectNode version(int number, boolean isDefault, ObjectNode document, String created) {
        var version = Statements.JSON.createObjectNode();
        version.set("Document", document);
        return version.put("VersionId", "v" + number)
                .put("IsDefaultVersion", isDefault)
                .put("CreateDate", created);
    }

    private static ObjectNode policy(String name, String arn, ArrayNode versions, Draw draw) {
        var policy = Statements.JSON
                .createObjectNode()
                .put("PolicyName", name)
                .put("PolicyId", Draw.uniqueId("ANPA", arn))
                .put("Arn", arn)
                .put("Path", "/")
                .put("DefaultVersionId", versions.get(0).get("VersionId").textValue())
                .put("AttachmentCount", 0)
                .put("PermissionsBoundaryUsageCount", 0)
                .put("IsAttachable", true)
                .put("CreateDate", draw.date(2024));
        policy.set("UpdateDate", versions.get(0).get("CreateDate"));
        policy.set("PolicyVersionList", versions);
        return policy;
    }

    /** Up to four of the customer's, and now and then one of AWS. */
    ArrayNode attach(Draw draw) {
        var chosen = new ArrayList<ObjectNode>();
        for (int left = draw.between(1, 4); left > 0; left--) {
            chosen.add(draw.pick(ofCustomer));
        }
        if (draw.chance(0.12)) {
            chosen.add(draw.pick(ofAws));
        }
        var seen = new TreeSet<String>();
        var attached = Statements.JSON.createArrayNode();
        for (var policy : chosen) {
            var arn = policy.get("Arn").textValue();
            if (seen.add(arn)) {
                count(policy, "AttachmentCount");
                attached.addObject()
                        .put("PolicyName", policy.get("PolicyName").textValue())
                        .put("PolicyArn", arn);
            }
        }
        return attached;
    }

    /** A permissions boundary, which every fifth principal has. */
    Optional<ObjectNode> boundary(Draw draw) {
        if (!draw.chance(0.2)) {
            return Optional.empty();
        }
        var policy = draw.pick(ofCustomer);
        count(policy, "PermissionsBoundaryUsageCount");
        return Optional.of(Statements.JSON
                .createObjectNode()
                .put("PermissionsBoundaryType", "Policy")
                .put("PermissionsBoundaryArn", policy.get("Arn").textValue()));
    }

    private static void count(ObjectNode policy, String name) {
        policy.put(name, policy.get(name).intValue() + 1);
    }

    /** All of them, to be written when nobody attaches any more. */
    ArrayNode toJson() {
        return Statements.JSON.createArrayNode().addAll(ofCustomer).addAll(ofAws);
    }
}
