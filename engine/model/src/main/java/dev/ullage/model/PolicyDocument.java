package dev.ullage.model;

import java.util.List;

/**
 * An AWS policy document in force (of a managed policy, the default version).
 *
 * @param id a managed policy's ARN; {@code <principal ARN>#inline/<name>}; {@code <role ARN>#trust};
 *     {@code s3://bucket#policy}; an SCP's or RCP's id ({@code p-…})
 * @param name what the provider calls it
 * @param problems what could not be read in it, one sentence each; a document with problems may allow or deny more
 *     than its statements say
 */
public record PolicyDocument(
        String id, String name, List<PolicyStatement> statements, List<String> problems, Source source)
        implements Fact {

    public PolicyDocument {
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }
}
