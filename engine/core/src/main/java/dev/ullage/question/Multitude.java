package dev.ullage.question;

import dev.ullage.access.aws.Arns;
import dev.ullage.access.aws.AwsAcls;
import dev.ullage.ledger.Crowd;
import dev.ullage.ledger.Everybody;
import java.util.Map;
import java.util.Set;

/** Says in words what a principal that is many stands for. */
final class Multitude {

    private static final Set<String> SIGNED_IN = Set.of("allAuthenticatedUsers", AwsAcls.AUTHENTICATED_USERS);

    private static final Map<String, String> BY_PREFIX = Map.of(
            "group:", "a group, members not read",
            "domain:", "everybody of a domain",
            "projectOwner:", "whoever is owner of the project",
            "projectEditor:", "whoever is editor of the project",
            "projectViewer:", "whoever is viewer of the project",
            "principalSet:", "a set of federated identities",
            "canonical:", "an account",
            "email:", "an account");

    private Multitude() {}

    /** What it stands for; empty for a single principal. */
    static String of(String principal) {
        if (SIGNED_IN.contains(principal)) {
            return "everybody with an account at the provider";
        }
        if (Everybody.includes(principal)) {
            return "everybody";
        }
        if (Arns.isAccount(principal)) {
            return "an account";
        }
        return BY_PREFIX.getOrDefault(principal.substring(0, principal.indexOf(':') + 1), "");
    }

    /** True for the ids that even an anonymous request matches, whoever makes it. */
    static boolean isAnybody(String principal) {
        return Everybody.includes(principal) && !SIGNED_IN.contains(principal);
    }

    /**
     * Whether somebody may be one of many that are not everybody. A pool's set holds identities of that pool only.
     *
     * @see <a href="https://cloud.google.com/iam/docs/principal-identifiers">Principal identifiers of Google Cloud</a>
     */
    static boolean mayInclude(String many, String principal) {
        if (many.startsWith("principalSet://iam.googleapis.com/") && !principal.startsWith("principal://")) {
            return false;
        }
        return Crowd.is(many) && Crowd.mayInclude(many, principal);
    }
}
