package dev.ullage.model;

import org.jspecify.annotations.Nullable;

/**
 * Where the grants of S3 Access Grants of one account and region are kept. Its resource policy, which opens it to other
 * accounts, is a {@link PolicyAttachment}.
 *
 * @param id its ARN, such as {@code arn:aws:s3:eu-central-1:111122223333:access-grants/default}
 * @param identityCenter ARN of the IAM Identity Center instance whose users and groups it knows; null for none
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetAccessGrantsInstance.html">GetAccessGrantsInstance</a>
 */
public record AccessGrantsInstance(String id, @Nullable String identityCenter, Source source) implements Fact {}
