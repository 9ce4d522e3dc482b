package dev.ullage.bench.estate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes up an account of an ML platform. The same size and seed give the same bytes on every machine, and a name keeps
 * what was drawn for it when another number changes, as far as it does not choose among what changed.
 */
public final class EstateGenerator {

    private static final String CONTROL = """
            {"FullAWSAccess":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]},
             "DenyLeaveAndRegions":{"Version":"2012-10-17","Statement":[
               {"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":"*"},
               {"Effect":"Deny","NotAction":["iam:*","sts:*","organizations:*","s3:ListAllMyBuckets"],"Resource":"*",
                "Condition":{"StringNotEquals":{"aws:RequestedRegion":["us-east-1","eu-west-1"]}}}]},
             "DenyPublicAcl":{"Version":"2012-10-17","Statement":[
               {"Effect":"Deny","Action":["s3:PutBucketAcl","s3:PutObjectAcl"],"Resource":"*",
                "Condition":{"StringEquals":{"s3:x-amz-acl":["public-read","public-read-write"]}}}]}}""";

    private EstateGenerator() {}

    /** An account of this size. */
    public static Estate generate(EstateSize size) {
        var names = new Names(size);
        var statements = new Statements(names);
        var policies = new ManagedPolicies(size, statements);
        var identities = new Identities(size, names, statements, policies);
        var roles = identities.roles();
        var groups = identities.groups();
        var users = identities.users(groups);
        return new Estate(
                authorization(users, groups, roles, policies.toJson()),
                new BucketPlan(size, names).buckets(),
                Statements.parse(CONTROL).get(0));
    }

    private static ObjectNode authorization(ArrayNode users, ArrayNode groups, ArrayNode roles, ArrayNode policies) {
        var authorization = Statements.JSON.createObjectNode();
        authorization.set("UserDetailList", users);
        authorization.set("GroupDetailList", groups);
        authorization.set("RoleDetailList", roles);
        authorization.set("Policies", policies);
        return authorization;
    }
}
