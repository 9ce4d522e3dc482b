package dev.ullage.model;

/**
 * Says that a policy document applies to a target.
 *
 * @param target ARN of a user, group or role; {@code s3://bucket}; {@link AccessPoint#id};
 *     {@link AccessGrantsInstance#id}; or a {@link Container#id}
 * @param policy {@link PolicyDocument#id}; the document itself may be missing from the input
 */
public record PolicyAttachment(String target, String policy, AttachmentKind kind, Source source) implements Fact {}
