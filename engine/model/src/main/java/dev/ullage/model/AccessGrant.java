package dev.ullage.model;

/**
 * One grant of S3 Access Grants: who gets credentials for which objects.
 *
 * @param id its ARN
 * @param instance {@link AccessGrantsInstance#id}
 * @param location id of the {@link AccessGrantsLocation} in the instance, such as {@code default}
 * @param granteeType {@code IAM}, {@code DIRECTORY_USER} or {@code DIRECTORY_GROUP}
 * @param grantee ARN of a user or role, or the id in the directory
 * @param permission {@code READ}, {@code WRITE} or {@code READWRITE}
 * @param scope {@code s3://bucket/prefix*}, or one object without the star
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListAccessGrantEntry.html">ListAccessGrantEntry</a>
 */
public record AccessGrant(
        String id,
        String instance,
        String location,
        String granteeType,
        String grantee,
        String permission,
        String scope,
        Source source)
        implements Fact {}
