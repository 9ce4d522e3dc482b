package dev.ullage.access.aws.policy;

/**
 * A request of somebody to do one thing with one resource.
 *
 * @param action such as {@code s3:GetObject}
 * @param account that owns the resource; empty when not known
 */
public record AwsRequest(Caller caller, String action, ResourceArn resource, String account, RequestContext context) {

    /** The service whose action it is. */
    String service() {
        int colon = action.indexOf(':');
        return colon < 0 ? action : action.substring(0, colon);
    }
}
