package dev.ullage.question;

import dev.ullage.access.Decision;

/** How the providers would answer single requests in an estate. */
public interface Decisions {

    /**
     * Decides one request.
     *
     * @param principal its id, as the provider writes it in policies
     * @param permission native, such as {@code s3:GetObject}
     * @param object an object as {@code gs://bucket/name} or {@code s3://bucket/name}; a bucket, principal or project by
     *     its id
     */
    Decision decide(String principal, String permission, String object);
}
