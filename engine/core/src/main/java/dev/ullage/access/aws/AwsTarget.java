package dev.ullage.access.aws;

import dev.ullage.model.Answer;
import java.util.List;

/**
 * Something that permissions are checked on.
 *
 * @param id bucket, or ARN of a role or user
 * @param account that owns it; empty when not known
 * @param policy documents that it carries: a bucket policy or a role's trust policy
 * @param shutsOthersOut whether Block Public Access keeps everybody outside the account from using the policy
 * @param unread why a part of its policy may be missing, one sentence each
 */
record AwsTarget(
        String id,
        String arn,
        String account,
        List<AwsPolicies.Applied> policy,
        Answer shutsOthersOut,
        List<String> unread) {

    AwsTarget {
        policy = List.copyOf(policy);
        unread = List.copyOf(unread);
    }

    boolean isOwnerKnown() {
        return Arns.isAccount(account);
    }
}
