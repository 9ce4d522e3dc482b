package dev.ullage.model;

/**
 * A GCP IAM condition.
 *
 * @param title the provider's title, possibly empty
 * @param expression CEL text as stored by the provider
 */
public record Condition(String title, String expression) {}
