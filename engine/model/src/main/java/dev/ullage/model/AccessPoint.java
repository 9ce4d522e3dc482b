package dev.ullage.model;

import org.jspecify.annotations.Nullable;

/**
 * An S3 access point: another address of a bucket, with a policy and a public access block of its own.
 *
 * @param id its ARN
 * @param account that owns it, which need not be the bucket's
 * @param bucket {@link Bucket#id}
 * @param networkOrigin {@code Internet} or {@code VPC}, as S3 says
 * @param vpc from which all requests have to come; null for an origin of {@code Internet}, or where it was not read
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_AccessPoint.html">AccessPoint</a>
 */
public record AccessPoint(
        String id,
        String account,
        String bucket,
        String networkOrigin,
        @Nullable String vpc,
        Source source) implements Fact {}
