package dev.ullage.bench;

import java.util.List;

/** One request; {@code key} is of an object, and unused where the action is on the bucket. */
record Request(Account.Actor actor, Account.Store store, String key, String action) {

    /** Six actions on objects and two on buckets. */
    static final List<String> ACTIONS = List.of(
            "s3:GetObject",
            "s3:PutObject",
            "s3:DeleteObject",
            "s3:GetObjectVersion",
            "s3:GetObjectTagging",
            "s3:AbortMultipartUpload",
            "s3:ListBucket",
            "s3:PutBucketPolicy");

    /** Whether an action is on the bucket and not on its objects. */
    static boolean isOnBucket(String action) {
        return action.contains("Bucket");
    }

    /** The ARN that is asked for. */
    String arn() {
        return isOnBucket(action) ? "arn:aws:s3:::" + store.name() : "arn:aws:s3:::" + store.name() + "/" + key;
    }
}
