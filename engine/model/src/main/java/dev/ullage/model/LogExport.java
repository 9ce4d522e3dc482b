package dev.ullage.model;

import java.time.Instant;

/**
 * The operator's statement that the input holds all log records of a kind, for a scope and an interval. Log files alone
 * cannot say what was left out.
 *
 * @param scope {@link Container#id}; it covers everything below
 * @param from inclusive
 * @param to exclusive
 */
public record LogExport(Provider provider, String scope, LogKind kind, Instant from, Instant to, Source source)
        implements Fact {}
