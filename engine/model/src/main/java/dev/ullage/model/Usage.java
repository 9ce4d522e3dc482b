package dev.ullage.model;

import java.time.Instant;

/**
 * Requests of one principal with one permission below one prefix, counted from audit logs.
 *
 * @param principal {@link Principal#id} of the one on whose authority the request ran: the role of a session, the
 *     service account that was impersonated; {@code allUsers} or {@code *} for an anonymous request
 * @param permission native, such as {@code storage.objects.get} or {@code s3:GetObject}
 * @param bucket {@link Bucket#id}
 * @param prefix object-name prefix up to and including a slash; empty for the whole bucket
 * @param count number of requests, at least 1
 * @param source the first record in the order of the files
 */
public record Usage(
        Provider provider,
        String principal,
        String permission,
        String bucket,
        String prefix,
        Outcome outcome,
        long count,
        Instant first,
        Instant last,
        Source source)
        implements Fact {}
