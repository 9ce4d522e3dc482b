package dev.ullage.access.aws;

import dev.ullage.access.FactIndex;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.ConditionClause;
import dev.ullage.model.Effect;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Topic;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Buckets whose policies leave it to access points who gets in, so that access points which are not in the input may let in
 * anybody.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html#access-points-delegating-control">
 *     Delegating access control to access points</a>
 */
public final class AwsDelegations {

    private static final String LEAD = "s3:dataaccesspoint";
    private static final String NETWORK = "s3:accesspointnetworkorigin";

    private final FactIndex facts;
    private final Map<String, Set<String>> accounts = new HashMap<>();

    /** Looks through the bucket policies of a snapshot. */
    public AwsDelegations(FactIndex facts) {
        this.facts = facts;
        var delegating = new HashMap<String, Set<String>>();
        for (var document : facts.snapshot().all(PolicyDocument.class)) {
            for (var statement : document.statements()) {
                if (statement.effect() == Effect.ALLOW
                        && !statement.principals().isEmpty()) {
                    add(document.id(), statement, delegating);
                }
            }
        }
        if (!delegating.isEmpty()) {
            for (var attachment : facts.snapshot().all(PolicyAttachment.class)) {
                var to = delegating.get(attachment.policy());
                if (to != null && attachment.kind() == AttachmentKind.RESOURCE) {
                    accounts.computeIfAbsent(attachment.target(), bucket -> new TreeSet<>())
                            .addAll(to);
                }
            }
        }
    }

    private static void add(String document, PolicyStatement statement, Map<String, Set<String>> delegating) {
        for (var clause : statement.conditions()) {
            var key = clause.key().toLowerCase(Locale.ROOT);
            if (key.startsWith(LEAD) || key.equals(NETWORK)) {
                delegating.computeIfAbsent(document, id -> new TreeSet<>()).addAll(accounts(clause));
            }
        }
    }

    /** The accounts that are named; an empty text where that may be any. */
    private static Set<String> accounts(ConditionClause clause) {
        var named = new TreeSet<String>();
        clause.values().forEach(value -> named.add(Arns.account(value).orElse("")));
        return named;
    }

    /** True for a statement that is for the access points of certain accounts, so that nobody is let in directly. */
    public static boolean delegates(PolicyStatement statement) {
        return AwsPublicPolicies.isForAccessPointsOfAccounts(statement);
    }

    /** Why a bucket may have access points that let in somebody unseen; empty when there can be none. */
    public Optional<String> gap(String bucket) {
        var named = accounts.get(bucket);
        if (named == null) {
            return Optional.empty();
        }
        return named.stream()
                .map(account -> account.isEmpty() ? facts.containerOf(bucket) : account)
                .flatMap(account -> facts.gap(Topic.ACCESS_POINTS, account).stream())
                .findFirst();
    }
}
