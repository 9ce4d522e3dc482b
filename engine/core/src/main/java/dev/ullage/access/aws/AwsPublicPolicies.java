package dev.ullage.access.aws;

import dev.ullage.model.Answer;
import dev.ullage.model.ConditionClause;
import dev.ullage.model.PolicyStatement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which policies Block Public Access calls public. Conditions may keep one from being so.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The
 *     meaning of public</a>
 */
final class AwsPublicPolicies {

    private static final Set<String> POSITIVE = Set.of("stringequals", "stringlike", "arnequals", "arnlike");

    /** An account is enough: the names of its access points may be left open. */
    private static final Pattern FIXED_ACCOUNT = Pattern.compile("\\d{12}|arn:[^:]*:s3:[^:]*:\\d{12}:accesspoint/.*");

    private AwsPublicPolicies() {}

    static Answer isPublic(List<AwsPolicies.Applied> policy) {
        var answer = AwsOutsiders.isReadInFull(policy) ? Answer.NO : Answer.UNKNOWN;
        var forEverybody = policy.stream()
                .flatMap(applied -> applied.policy().statements().stream())
                .filter(statement -> !statement.denies())
                .filter(statement -> AwsPrincipals.ids(statement.statement()).anyMatch(AwsPrincipals.EVERYBODY::equals))
                .filter(statement -> !isForAccessPointsOfAccounts(statement.statement()))
                .toList();
        for (var statement : forEverybody) {
            answer = answer.or(Answer.of(statement.conditions(EstateContext.anybody()) == Answer.YES)
                    .or(Answer.UNKNOWN));
        }
        return answer;
    }

    /** True for what is delegated to access points of accounts that are named, which makes no bucket public. */
    static boolean isForAccessPointsOfAccounts(PolicyStatement statement) {
        return statement.conditions().stream().anyMatch(AwsPublicPolicies::fixesAccount);
    }

    private static boolean fixesAccount(ConditionClause clause) {
        var key = clause.key().toLowerCase(Locale.ROOT);
        return (key.equals("s3:dataaccesspointaccount") || key.equals("s3:dataaccesspointarn"))
                && POSITIVE.contains(clause.operator().toLowerCase(Locale.ROOT))
                && clause.values().stream()
                        .allMatch(value -> FIXED_ACCOUNT.matcher(value).matches());
    }
}
