package dev.ullage.access.aws.policy;

/**
 * A request of somebody to do one thing with one resource.
 *
 * @param action such as {@code s3:GetObject}
 * @param account that owns the resource; empty when not known
 * @param isBehindAccessPoint true for what is asked of a bucket when the request came through an access point, of which the
 *     same is asked apart
 */
public record AwsRequest(
        Caller caller,
        String action,
        ResourceArn resource,
        String account,
        RequestContext context,
        boolean isBehindAccessPoint) {

    /** A request that reaches the resource directly. */
    public AwsRequest(Caller caller, String action, ResourceArn resource, String account, RequestContext context) {
        this(caller, action, resource, account, context, false);
    }

    /** The service whose action it is. */
    String service() {
        int colon = action.indexOf(':');
        return colon < 0 ? action : action.substring(0, colon);
    }
}
