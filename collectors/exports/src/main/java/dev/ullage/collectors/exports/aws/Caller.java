package dev.ullage.collectors.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * On whose authority a logged request ran. Only what CloudTrail itself asserts about the credentials is looked at; what the
 * caller chose, such as the name of a session or the user agent, decides nothing.
 *
 * @param principal id of the principal: the role of a session, {@code *} for nobody in particular, {@code service:<name>}
 *     for a service acting for itself
 * @param uniqueId unique id of the user or role where the event has no better name for it, as in the logs of another
 *     account; else empty
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">
 *     CloudTrail userIdentity element</a>
 */
record Caller(String principal, String uniqueId) implements Comparable<Caller> {

    private static final Comparator<Caller> ORDER =
            Comparator.comparing(Caller::principal).thenComparing(Caller::uniqueId);
    private static final Set<String> ANONYMOUS = Set.of("anonymous", "ANONYMOUS_PRINCIPAL");
    private static final Pattern SESSION =
            Pattern.compile("arn:([a-z-]+):sts::(\\d{12}):assumed-role/([^/]+)/.*", Pattern.DOTALL);
    private static final Pattern UNIQUE_ID = Pattern.compile("(A(?:ROA|IDA)[A-Z0-9]{4,124})(?::.*)?", Pattern.DOTALL);

    /** The caller of an event, from its {@code userIdentity}; null when the event does not say it. */
    static @Nullable Caller of(JsonNode identity) {
        var type = identity.path("type").asText();
        if (type.equals("AWSService")) {
            var service = identity.path("invokedBy").asText();
            return service.isEmpty() ? null : certain("service:" + service);
        }
        var account = identity.path("accountId").asText();
        if (type.equals("AWSAccount") && ANONYMOUS.contains(account)) {
            return certain("*");
        }
        var issuer = identity.path("sessionContext")
                .path("sessionIssuer")
                .path("arn")
                .asText();
        if (!issuer.isEmpty()) {
            return certain(issuer);
        }
        var uniqueId = uniqueId(identity.path("principalId").asText());
        var arn = identity.path("arn").asText();
        if (!arn.isEmpty()) {
            return ofArn(arn, uniqueId);
        }
        var isWholeAccount = type.equals("AWSAccount") || type.equals("Root");
        return isWholeAccount && Hierarchy.isAccount(account)
                ? new Caller("arn:aws:iam::" + account + ":root", uniqueId)
                : null;
    }

    /** The ARN of a session names its role without the role's path. */
    private static Caller ofArn(String arn, String uniqueId) {
        var session = SESSION.matcher(arn);
        return session.matches()
                ? new Caller(
                        "arn:" + session.group(1) + ":iam::" + session.group(2) + ":role/" + session.group(3), uniqueId)
                : certain(arn);
    }

    private static Caller certain(String principal) {
        return new Caller(principal, "");
    }

    private static String uniqueId(String principalId) {
        var matcher = UNIQUE_ID.matcher(principalId);
        return matcher.matches() ? matcher.group(1) : "";
    }

    @Override
    public int compareTo(Caller other) {
        return ORDER.compare(this, other);
    }
}
