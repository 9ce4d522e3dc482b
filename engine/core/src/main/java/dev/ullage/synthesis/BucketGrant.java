package dev.ullage.synthesis;

import dev.ullage.model.Provider;
import java.util.List;

/**
 * Native permissions on a bucket or on some of its objects.
 *
 * @param bucket {@code gs://name} or {@code s3://name}
 * @param permissions native, sorted
 * @param names of objects, sorted; empty for permissions on the bucket itself
 */
public record BucketGrant(String bucket, List<String> permissions, List<Names> names) {

    public BucketGrant {
        permissions = permissions.stream().sorted().distinct().toList();
        names = names.stream().sorted().distinct().toList();
    }

    /** Whose bucket it is. */
    public Provider provider() {
        return bucket.startsWith("gs://") ? Provider.GCP : Provider.AWS;
    }

    /** The bucket's name without what says whose it is. */
    public String bucketName() {
        return bucket.substring("gs://".length());
    }

    /** True for permissions on the bucket and not on its objects. */
    public boolean isOnBucket() {
        return names.isEmpty();
    }
}
