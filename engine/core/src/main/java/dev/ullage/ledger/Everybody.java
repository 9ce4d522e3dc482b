package dev.ullage.ledger;

import dev.ullage.access.aws.AwsAcls;
import java.util.Set;

/** Principals that stand for everyone, or for everyone with an account at the provider. */
public final class Everybody {

    private static final Set<String> IDS =
            Set.of("allUsers", "allAuthenticatedUsers", "*", AwsAcls.ALL_USERS, AwsAcls.AUTHENTICATED_USERS);

    private Everybody() {}

    /** True when the id, or ACL grantee, means everyone. */
    public static boolean includes(String principal) {
        return IDS.contains(principal);
    }
}
