package dev.ullage.model;

import java.util.ArrayList;
import java.util.List;

/**
 * An AWS policy document in force (of a managed policy, the default version).
 *
 * @param id a managed policy's ARN; {@code <principal ARN>#inline/<name>}; {@code <role ARN>#trust};
 *     {@code s3://bucket#policy}, {@code <access point ARN>#policy}; an SCP's or RCP's id ({@code p-…})
 * @param name what the provider calls it
 * @param version of the policy language, {@code 2008-10-17} where the document says none; in that one <code>${…}</code> is
 *     plain text and no policy variable
 * @param problems what could not be read in it, one sentence each, those of its statements included
 */
public record PolicyDocument(
        String id, String name, String version, List<PolicyStatement> statements, List<String> problems, Source source)
        implements Fact {

    /** The version of the policy language that has policy variables. */
    public static final String CURRENT_VERSION = "2012-10-17";

    /** The version of a document that says none. */
    public static final String OLD_VERSION = "2008-10-17";

    public PolicyDocument {
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }

    /** Those problems that are not of one statement: because of them the document may say anything. */
    public List<String> problemsOfTheWhole() {
        var left = new ArrayList<>(problems);
        statements.forEach(statement -> left.removeAll(statement.problems()));
        return List.copyOf(left);
    }
}
