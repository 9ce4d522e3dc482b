package dev.ullage.model;

/**
 * How much of a topic was read in a scope. A read that was denied is a fact, not a log line: without it, silence would
 * look like compliance. Where no coverage is recorded for a topic and scope, nothing was read.
 *
 * @param scope {@link Container#id}, {@link Bucket#id}, a group's {@link Principal#id}, or {@code *}; a container covers what lies
 *     below it, and {@code *} is everything
 * @param reason why it is not complete, in one sentence; empty when complete
 */
public record Coverage(Topic topic, String scope, CoverageStatus status, String reason, Source source)
        implements Fact {}
