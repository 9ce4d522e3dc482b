package dev.ullage.access.aws;

import dev.ullage.access.aws.policy.ResourceArn;
import dev.ullage.model.AccessPoint;
import dev.ullage.model.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that permissions are checked on.
 *
 * @param id bucket, or ARN of a role, user or access point
 * @param account that owns it; empty when not known
 * @param policy documents that it carries: a bucket policy or a role's trust policy
 * @param isClosedToOthers whether Block Public Access keeps everybody outside the account from using the policy
 * @param unread why a part of its policy may be missing, one sentence each
 * @param accessPoint through which requests come; null where they come directly
 */
record AwsTarget(
        String id,
        ResourceArn arn,
        ResourceArn below,
        String account,
        List<AwsPolicies.Applied> policy,
        Answer isClosedToOthers,
        List<String> unread,
        @Nullable AccessPoint accessPoint) {

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
                id, ResourceArn.of(arn), ResourceArn.of(arn + "/"), account, policy, isClosedToOthers, unread, null);
    }

    /** The same thing with a longer ARN. */
    AwsTarget at(ResourceArn longer) {
        return new AwsTarget(id, longer, below, account, policy, isClosedToOthers, unread, accessPoint);
    }

    /** The bucket as requests through an access point find it. */
    AwsTarget behind(AccessPoint point, Answer isClosed) {
        return new AwsTarget(id, arn, below, account, policy, isClosed, unread, point);
    }

    /** True for a bucket to which requests come through an access point. */
    boolean isBehindAccessPoint() {
        return accessPoint != null && !accessPoint.id().equals(id);
    }

    boolean isOwnerKnown() {
        return Arns.isAccount(account);
    }

    /** What is not known of it that bears on callers of an account. */
    List<String> openTo(String callers) {
        var open = new ArrayList<String>();
        if (!isOwnerKnown()) {
            open.add("which account owns %s is not in the input".formatted(id));
        }
        if (isClosedToOthers == Answer.UNKNOWN && !callers.equals(account)) {
            open.add(AwsOutsiders.mayBeClosed(this));
        }
        return open;
    }
}
