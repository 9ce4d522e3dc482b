package dev.ullage.simulation.rgw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;

/** The bucket of a lane, on the gateway. */
final class RemoteBucket {

    private final Gateway gateway;
    private final Lane lane;

    /** Makes the bucket, empty and open to nobody; what an earlier run has left is taken away. */
    RemoteBucket(Gateway gateway, Lane lane) {
        this.gateway = gateway;
        this.lane = lane;
        gateway.makeUser(lane.owner());
        create();
        clear();
    }

    private void create() {
        var asOwner = Gateway.as(lane.owner().credentials());
        try {
            admin().createBucket(create -> create.bucket(Scene.BUCKET).overrideConfiguration(asOwner));
        } catch (BucketAlreadyExistsException e) {
            // With other grants than a new one would have; clear() takes them away.
        }
    }

    /** As the gateway finds it for callers of any account. */
    String name() {
        return lane.home() + ":" + Scene.BUCKET;
    }

    /** Takes policy, public access block, grants and objects away. */
    void clear() {
        setPolicy(null);
        admin().deletePublicAccessBlock(delete -> delete.bucket(name()));
        var asOwner = Gateway.as(lane.owner().credentials());
        admin().putBucketAcl(
                        put -> put.bucket(name()).acl(BucketCannedACL.PRIVATE).overrideConfiguration(asOwner));
        admin().listObjectsV2(list -> list.bucket(name()))
                .contents()
                .forEach(found ->
                        admin().deleteObject(delete -> delete.bucket(name()).key(found.key())));
    }

    void setPolicy(@Nullable ObjectNode policy) {
        if (policy == null) {
            admin().deleteBucketPolicy(delete -> delete.bucket(name()));
        } else {
            admin().putBucketPolicy(put -> put.bucket(name()).policy(policy.toString()));
        }
    }

    AccessControlPolicy acl() {
        var acl = admin().getBucketAcl(get -> get.bucket(name()));
        return AccessControlPolicy.builder()
                .owner(acl.owner())
                .grants(acl.grants())
                .build();
    }

    AccessControlPolicy acl(String key) {
        var acl = admin().getObjectAcl(get -> get.bucket(name()).key(key));
        return AccessControlPolicy.builder()
                .owner(acl.owner())
                .grants(acl.grants())
                .build();
    }

    /**
     * Sends a request, and takes away again what it wrote.
     *
     * @param acl of what the request is about, for requests that put it once more
     */
    Verdict ask(Request request, AwsCredentialsProvider credentials, AccessControlPolicy acl) {
        var as = Gateway.as(credentials);
        if (!request.referer().isEmpty()) {
            as = as.toBuilder().putHeader("Referer", request.referer()).build();
        }
        var call = new Operation.Call(request, name(), acl, as);
        var verdict = request.operation().ask(gateway.s3(request.source()), call);
        if (request.operation() == Operation.PUT && verdict == Verdict.ALLOWED) {
            admin().deleteObject(delete -> delete.bucket(name()).key(request.key()));
        }
        return verdict;
    }

    private S3Client admin() {
        return gateway.admin();
    }
}
