package dev.ullage.access.aws;

import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.model.ConditionClause;
import dev.ullage.model.PolicyStatement;
import java.util.List;
import java.util.Locale;

/**
 * What one statement is about: whether it speaks of an action, and of which names below a resource.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Policy elements</a>
 */
final class AwsStatements {

    private AwsStatements() {}

    /** True when the statement's Action or NotAction covers the action, whose case carries no meaning. */
    static boolean covers(PolicyStatement statement, String action) {
        return statement.actions().isEmpty()
                ? !statement.notActions().isEmpty() && !matches(statement.notActions(), action)
                : matches(statement.actions(), action);
    }

    private static boolean matches(List<String> patterns, String action) {
        var lower = action.toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(pattern -> NameSet.matches(pattern.toLowerCase(Locale.ROOT), lower));
    }

    /**
     * The names that the statement's Resource or NotResource covers, and after a request for the resource itself the
     * resource. A policy variable may stand for anything, so that its names are possible and not sure.
     */
    static Reach names(PolicyStatement statement, AwsRequest request) {
        var everything = Reach.exactly(request.everything());
        if (!statement.notResources().isEmpty()) {
            return everything.minus(union(statement.notResources(), request));
        }
        // A statement of a trust policy leaves Resource out: it is the role that carries the policy.
        return statement.resources().isEmpty() ? everything : union(statement.resources(), request);
    }

    private static Reach union(List<String> patterns, AwsRequest request) {
        return Reach.union(patterns.stream()
                .map(Arns::inOnePartition)
                .map(pattern -> pattern.contains("${")
                        ? Reach.atMost(names(pattern.replaceAll("\\$\\{[^}]*\\}", "*"), request))
                        : Reach.exactly(names(pattern, request)))
                .toList());
    }

    private static NameSet names(String pattern, AwsRequest request) {
        if (pattern.equals("*")) {
            return request.everything();
        }
        if (!mayMatch(pattern, request.arn())) {
            return NameSet.none();
        }
        if (!request.objects()) {
            return NameSet.matches(pattern, request.arn()) ? NameSet.itself() : NameSet.none();
        }
        var names = NameSet.matching(pattern, request.arn() + "/");
        // No object has the empty name, which a pattern that ends with the slash behind the bucket would mean.
        return NameSet.itself().containsAll(names) ? NameSet.none() : names;
    }

    /** A cheap look at the part before the first wildcard, which rules most patterns out. */
    private static boolean mayMatch(String pattern, String arn) {
        int head = 0;
        while (head < pattern.length() && pattern.charAt(head) != '*' && pattern.charAt(head) != '?') {
            head++;
        }
        return pattern.regionMatches(0, arn, 0, Math.min(head, arn.length()));
    }

    /**
     * True when every condition of an Allow is met by a caller who may choose how to send the request: only transport
     * security is, since "can" asks whether any request succeeds, and the caller can use TLS.
     */
    static boolean isUnconditional(PolicyStatement statement) {
        return statement.conditions().stream().allMatch(AwsStatements::isMetByTls);
    }

    /** True when a caller who uses TLS never meets the conditions. */
    static boolean isAvoidableByTls(PolicyStatement statement) {
        return statement.conditions().stream().anyMatch(clause -> isSecureTransport(clause, "false"));
    }

    private static boolean isMetByTls(ConditionClause clause) {
        return isSecureTransport(clause, "true");
    }

    /** Every request of S3 says whether it came by TLS, so that the form for absent keys means the same. */
    private static boolean isSecureTransport(ConditionClause clause, String value) {
        return (clause.operator().equalsIgnoreCase("Bool") || clause.operator().equalsIgnoreCase("BoolIfExists"))
                && clause.key().equalsIgnoreCase("aws:SecureTransport")
                && !clause.values().isEmpty()
                && clause.values().stream().allMatch(value::equalsIgnoreCase);
    }

    /** The conditions as a person would write them. */
    static String conditions(PolicyStatement statement) {
        return String.join(
                " and ",
                statement.conditions().stream()
                        .map(clause -> "%s %s %s".formatted(clause.key(), clause.operator(), clause.values()))
                        .toList());
    }
}
