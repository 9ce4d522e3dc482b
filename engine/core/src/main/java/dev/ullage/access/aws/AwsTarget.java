package dev.ullage.access.aws;

import dev.ullage.access.aws.policy.ResourceArn;
import dev.ullage.model.Answer;
import java.util.List;

/**
 * Something that permissions are checked on.
 *
 * @param id bucket, or ARN of a role or user
 * @param account that owns it; empty when not known
 * @param policy documents that it carries: a bucket policy or a role's trust policy
 * @param isClosedToOthers whether Block Public Access keeps everybody outside the account from using the policy
 * @param unread why a part of its policy may be missing, one sentence each
 */
record AwsTarget(
        String id,
        ResourceArn arn,
        ResourceArn below,
        String account,
        List<AwsPolicies.Applied> policy,
        Answer isClosedToOthers,
        List<String> unread) {

    AwsTarget {
        policy = List.copyOf(policy);
        unread = List.copyOf(unread);
    }

    static AwsTarget of(
            String id,
            String arn,
            String account,
            List<AwsPolicies.Applied> policy,
            Answer isClosedToOthers,
            List<String> unread) {
        return new AwsTarget(
                id, ResourceArn.of(arn), ResourceArn.of(arn + "/"), account, policy, isClosedToOthers, unread);
    }

    boolean isOwnerKnown() {
        return Arns.isAccount(account);
    }
}
