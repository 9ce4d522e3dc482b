package dev.ullage.collectors.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a CloudTrail event of S3 was about.
 *
 * @param bucket {@link dev.ullage.model.Bucket#id}
 * @param key object name, or for a listing the prefix that was asked for; empty for the bucket itself
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-understanding-s3-entries.html">
 *     CloudTrail log file entries for Amazon S3</a>
 */
record S3Event(String bucket, String key) {

    private static final String BEFORE_BUCKET = ":s3:::";

    /**
     * The bucket and object of a request: as CloudTrail lists the resources that were touched, or where it lists none as
     * the request names them. A copy touches two objects, of which the request names the one that is written. Null when
     * the request was about no bucket.
     */
    static @Nullable S3Event of(JsonNode event, boolean copy) {
        var listed = copy ? null : listed(event.path("resources"));
        var parameters = event.path("requestParameters");
        var name = parameters.path("bucketName").asText();
        if (listed == null && !Buckets.isName(name)) {
            return copy ? listed(event.path("resources")) : null;
        }
        var bucket = listed == null ? Buckets.id(name) : listed.bucket;
        return listed != null && !listed.key.isEmpty() ? listed : new S3Event(bucket, keyOrPrefix(parameters));
    }

    /** The object that a copy was made from; null when the event does not say it. */
    static @Nullable S3Event copySource(JsonNode event) {
        var source = event.path("requestParameters").path("x-amz-copy-source").asText();
        var path = source.startsWith("/") ? source.substring(1) : source;
        var version = path.lastIndexOf("?versionId=");
        var object = version < 0 ? path : path.substring(0, version);
        var slash = object.indexOf('/');
        return slash > 0 && Buckets.isName(object.substring(0, slash))
                ? new S3Event(Buckets.id(object.substring(0, slash)), object.substring(slash + 1))
                : null;
    }

    private static @Nullable S3Event listed(JsonNode resources) {
        S3Event bucket = null;
        for (var resource : resources) {
            var found =
                    inArn(resource.path("ARN").asText(resource.path("ARNPrefix").asText()));
            if (found != null && !found.key.isEmpty()) {
                return found;
            }
            bucket = bucket == null ? found : bucket;
        }
        return bucket;
    }

    private static @Nullable S3Event inArn(String arn) {
        var start = arn.indexOf(BEFORE_BUCKET);
        if (start < 0) {
            return null;
        }
        var path = arn.substring(start + BEFORE_BUCKET.length());
        var slash = path.indexOf('/');
        var bucket = slash < 0 ? path : path.substring(0, slash);
        return Buckets.isName(bucket)
                ? new S3Event(Buckets.id(bucket), slash < 0 ? "" : path.substring(slash + 1))
                : null;
    }

    private static String keyOrPrefix(JsonNode parameters) {
        var key = parameters.path("key").asText();
        return key.isEmpty() ? parameters.path("prefix").asText() : key;
    }
}
