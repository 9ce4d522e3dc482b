package dev.ullage.synthesis;

import dev.ullage.model.Condition;
import dev.ullage.model.ConditionClause;
import dev.ullage.model.Effect;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A grant in each provider's own terms. */
public final class GrantedFacts {

    private static final Source NOWHERE = new Source("", 0, "");

    private GrantedFacts() {}

    /**
     * The condition that limits a role to a grant's objects; empty where it takes none.
     *
     * @see <a href="https://cloud.google.com/iam/docs/conditions-resource-attributes">Resource attributes</a>
     */
    public static Optional<Condition> condition(BucketGrant grant) {
        if (grant.isOnBucket() || grant.names().stream().anyMatch(Names::isEverything)) {
            return Optional.empty();
        }
        var lead = "projects/_/buckets/" + grant.bucketName() + "/objects/";
        var expression = grant.names().stream()
                .map(names -> names.isPrefix()
                        ? "resource.name.startsWith(" + literal(lead + names.text()) + ")"
                        : "resource.name == " + literal(lead + names.text()))
                .collect(Collectors.joining(" || "));
        return Optional.of(new Condition("declared places", expression));
    }

    /** A text in CEL. */
    private static String literal(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    /** The policy for the AWS principals of a workload; empty where it touches nothing there. */
    public static Optional<PolicyDocument> policy(MinimalGrant minimal) {
        var statements = new ArrayList<PolicyStatement>();
        for (var grant : minimal.grants()) {
            if (grant.provider() == Provider.AWS) {
                statements.add(statement(grant, statements.size()));
            }
        }
        var name = "ullage-" + minimal.intent().workload();
        return statements.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PolicyDocument(name, name, PolicyDocument.CURRENT_VERSION, statements, List.of(), NOWHERE));
    }

    private static PolicyStatement statement(BucketGrant grant, int number) {
        var bucket = "arn:aws:s3:::" + grant.bucketName();
        var resources = grant.isOnBucket()
                ? List.of(bucket)
                : grant.names().stream()
                        .map(names -> bucket + "/" + escaped(names.text()) + (names.isPrefix() ? "*" : ""))
                        .toList();
        return new PolicyStatement(
                "Declared" + number,
                Effect.ALLOW,
                new TreeMap<>(),
                new TreeMap<>(),
                grant.permissions(),
                List.of(),
                resources,
                List.of(),
                List.<ConditionClause>of(),
                List.of(),
                NOWHERE);
    }

    /**
     * A name in which no character is a wildcard or begins a variable.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars">
     *     Special characters</a>
     */
    private static String escaped(String name) {
        return name.codePoints()
                .mapToObj(point -> switch (point) {
                    case '*', '?', '$' -> "${" + Character.toString(point) + "}";
                    default -> Character.toString(point);
                })
                .collect(Collectors.joining());
    }
}
