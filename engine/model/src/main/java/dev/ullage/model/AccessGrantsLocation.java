package dev.ullage.model;

/**
 * A place that S3 Access Grants gives credentials for, and the role whose they are.
 *
 * @param instance {@link AccessGrantsInstance#id}
 * @param location id in the instance, such as {@code default}
 * @param scope {@code s3://}, {@code s3://bucket} or {@code s3://bucket/prefix*}
 * @param role ARN of the role that is taken on to make the credentials
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListAccessGrantsLocationsEntry.html">ListAccessGrantsLocationsEntry</a>
 */
public record AccessGrantsLocation(String instance, String location, String scope, String role, Source source)
        implements Fact {}
