package dev.ullage.access.aws;

import dev.ullage.access.NameSet;

/**
 * What policies are asked about.
 *
 * @param action such as {@code s3:GetObject}
 * @param arn of the bucket, role or user
 * @param objects true for the objects of a bucket, false for the resource itself
 */
record AwsRequest(String action, String arn, boolean objects) {

    AwsRequest {
        arn = Arns.inOnePartition(arn);
    }

    static AwsRequest of(AwsPermission permission, AwsTarget target) {
        return new AwsRequest(permission.action(), target.arn(), permission.on().isObjects());
    }

    /** Every name that can be asked about. */
    NameSet everything() {
        return objects ? NameSet.all() : NameSet.itself();
    }
}
