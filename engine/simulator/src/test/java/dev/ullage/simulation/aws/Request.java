package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The request of a case, without its policies. */
record Request(Caller caller, String action, String resource, String resourceAccount, RequestContext context) {

    static Request of(JsonNode oneCase) {
        return new Request(
                Caller.of(oneCase.path("principal").asText()),
                oneCase.path("action").asText(),
                oneCase.path("resource").asText(),
                oneCase.path("resourceAccount").asText(),
                RequestContext.of(oneCase));
    }

    /** The service that the action is of, as actions begin. */
    String service() {
        return action.substring(0, Math.max(0, action.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    boolean isInCallersAccount() {
        return caller.hasAccount() && caller.account().equals(resourceAccount);
    }

    /**
     * Whether the resource's policy has to allow whatever the caller's own policies say. It has where the resource is a
     * role that is to be assumed, or a KMS key.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html">Policy
     *     evaluation for requests within a single account</a>
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html">Key policies</a>
     */
    boolean needsResourcePolicy() {
        return service().equals("sts") && resource.contains(":role/")
                || service().equals("kms") && resource.contains(":key/");
    }

    /** Whether a service of AWS takes on a role that is linked to it. */
    boolean isServiceTakingLinkedRole() {
        return caller.kind() == Caller.Kind.SERVICE && resource.contains(":role/aws-service-role/");
    }

    /**
     * Whether it is what AWS refuses to a root user whatever policies say.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html">Methods to assume a
     *     role</a>
     */
    boolean isRootAssumingRole() {
        return caller.kind() == Caller.Kind.ROOT && action.equalsIgnoreCase("sts:AssumeRole");
    }

    /**
     * Whether a bucket's own policy cannot stand in its way: the root user of the bucket's owner may always see and
     * change that policy, so that nobody is locked out of a bucket for good.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html">PutBucketPolicy</a>
     */
    boolean isRootMendingBucketPolicy() {
        return caller.kind() == Caller.Kind.ROOT
                && isInCallersAccount()
                && (action.equalsIgnoreCase("s3:GetBucketPolicy")
                        || action.equalsIgnoreCase("s3:PutBucketPolicy")
                        || action.equalsIgnoreCase("s3:DeleteBucketPolicy"));
    }
}
