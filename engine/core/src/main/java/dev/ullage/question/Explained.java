package dev.ullage.question;

import dev.ullage.access.Decision;

/**
 * One request and how the provider would answer it.
 *
 * @param permission native
 * @param object object, bucket, principal or project
 */
public record Explained(String principal, String permission, String object, Decision decision) {}
