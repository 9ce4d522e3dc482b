package dev.ullage.bench.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The buckets of a made-up account: most closed to the public and open to a few roles, some with a lapse. */
final class BucketPlan {

    private static final String GROUPS = "http://acs.amazonaws.com/groups/";
    private static final List<String> OBJECT_ACTIONS =
            List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectTagging");

    private final EstateSize size;
    private final Names names;

    BucketPlan(EstateSize size, Names names) {
        this.size = size;
        this.names = names;
    }

    List<JsonNode> buckets() {
        var buckets = new ArrayList<JsonNode>();
        for (int i = 0; i < size.buckets(); i++) {
            buckets.add(bucket(names.buckets().get(i), Draw.of(size.seed(), "bucket", i)));
        }
        return buckets;
    }

    private ObjectNode bucket(String name, Draw draw) {
        var bucket = Statements.JSON
                .createObjectNode()
                .put("Name", name)
                .put("Region", Names.REGION)
                .put("CreationDate", draw.date(2024));
        var statements = statements(name, draw);
        bucket.set(
                "Policy",
                statements.isEmpty()
                        ? Statements.JSON.nullNode()
                        : Statements.document(Statements.parse(String.join(",", statements))));
        bucket.set("Acl", acl(draw));
        boolean isBlocked = draw.chance(0.85);
        bucket.putObject("PublicAccessBlock")
                .put("BlockPublicAcls", isBlocked)
                .put("IgnorePublicAcls", isBlocked)
                .put("BlockPublicPolicy", isBlocked)
                .put("RestrictPublicBuckets", isBlocked);
        bucket.put(
                "ObjectOwnership", draw.pick(List.of("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter")));
        var words = name.split("-", -1);
        bucket.putObject("Tags").put("team", words[1]).put("stage", words[3]);
        return bucket;
    }

    private List<String> statements(String bucket, Draw draw) {
        var statements = new ArrayList<String>();
        if (draw.chance(0.8)) {
            statements.add("""
                    {"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*",
                     "Resource":["arn:aws:s3:::%1$s","arn:aws:s3:::%1$s/*"],
                     "Condition":{"Bool":{"aws:SecureTransport":"false"}}}""".formatted(bucket));
        }
        int grants = draw.below(4);
        for (int i = 0; i < grants; i++) {
            statements.add(grant(i, bucket, draw));
        }
        if (draw.chance(0.15)) {
            statements.add("""
                    {"Sid":"Partner","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%2$s:root"},
                     "Action":["s3:GetObject","s3:ListBucket"],
                     "Resource":["arn:aws:s3:::%1$s","arn:aws:s3:::%1$s/*"]}""".formatted(bucket, draw.pick(Names.PARTNERS)));
        }
        if (draw.chance(0.1)) {
            statements.add("""
                    {"Sid":"OrgRead","Effect":"Allow","Principal":"*","Action":"s3:GetObject",
                     "Resource":"arn:aws:s3:::%s/*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"%s"}}}""".formatted(bucket, ExportLayout.ORGANIZATION));
        }
        if (draw.chance(0.02)) {
            statements.add("""
                    {"Sid":"Public","Effect":"Allow","Principal":"*","Action":"s3:GetObject",
                     "Resource":"arn:aws:s3:::%s/*"}""".formatted(bucket));
        }
        if (draw.chance(0.05)) {
            statements.add("""
                    {"Sid":"DenyAllBut","Effect":"Deny","Principal":"*","Action":"s3:Delete*",
                     "Resource":"arn:aws:s3:::%s/*",
                     "Condition":{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::%s:role/platform-*"}}}""".formatted(bucket, Names.ACCOUNT));
        }
        return statements;
    }

    private String grant(int number, String bucket, Draw draw) {
        var role = draw.pick(names.roles());
        var actions = draw.sample(OBJECT_ACTIONS, 2).stream().collect(Collectors.joining("\",\""));
        return """
                {"Sid":"Grant%d","Effect":"Allow","Principal":{"AWS":"%s"},"Action":["%s"],
                 "Resource":"arn:aws:s3:::%s/%s*"}""".formatted(number, role.arn(), actions, bucket, draw.pick(names.prefixes(bucket)));
    }

    private ObjectNode acl(Draw draw) {
        var owner = Draw.canonicalId("owner", size.seed());
        var acl = Statements.JSON.createObjectNode();
        acl.putObject("Owner").put("ID", owner);
        var grants = acl.putArray("Grants");
        grants.addObject()
                .put("Permission", "FULL_CONTROL")
                .putObject("Grantee")
                .put("ID", owner)
                .put("Type", "CanonicalUser");
        double share = draw.share();
        if (share < 0.15) {
            var permission =
                    share < 0.03 ? "READ" : share < 0.06 ? draw.pick(List.of("READ", "WRITE", "READ_ACP")) : "WRITE";
            var group =
                    share < 0.03 ? "global/AllUsers" : share < 0.06 ? "global/AuthenticatedUsers" : "s3/LogDelivery";
            grants.addObject()
                    .put("Permission", permission)
                    .putObject("Grantee")
                    .put("Type", "Group")
                    .put("URI", GROUPS + group);
        }
        return acl;
    }
}
