package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code NotPrincipal} of a statement: whom it is not about.
 *
 * <p>In a denial a caller is spared for sure only with all that contains it: a user with its account, a session with
 * its role and its account. Where one of them is not listed, the service decides which of them it asks first, so nobody
 * knows. Nor does anybody where the account is listed and the caller is not: an account can be listed, says the page,
 * and not whom that spares but its root user. Whoever has a permissions boundary is never spared.
 *
 * <p>The page says now that it is not supported in an allowance; older policies have it, and to these it means
 * everybody else, those without an account included. Whether a listed account takes its users out, no page says.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions
 *     boundaries</a>
 */
final class NotPrincipalElement {

    private final List<String> listed = new ArrayList<>();

    NotPrincipalElement(JsonNode element) {
        for (var entry : element.properties()) {
            listed.addAll(Texts.of(entry.getValue()));
        }
    }

    Answer denies(Caller caller, boolean bounded) {
        if (bounded && caller.hasIdentityPolicies()) {
            return Answer.YES;
        }
        return spares(caller).not();
    }

    private Answer spares(Caller caller) {
        return switch (caller.kind()) {
            case ANONYMOUS -> Answer.NO;
            case SERVICE -> Answer.of(listed.contains(caller.arn()));
            case ROOT -> Answer.of(listsAccount(caller));
            case USER -> spares(listed.contains(caller.arn()), false, caller);
            case FEDERATED_USER -> spares(listed.contains(caller.arn()), listsUserOf(caller), caller);
            case ROLE -> spares(false, listed.contains(caller.arn()) || listsSession(caller), caller);
            case ROLE_SESSION -> {
                boolean itself = listed.contains(caller.arn());
                yield spares(itself && listsRole(caller), itself || listsRole(caller), caller);
            }
        };
    }

    /**
     * @param named with all that it is but its account
     * @param mayBeNamed with a part of that, or under a name that the case does not tell
     */
    private Answer spares(boolean named, boolean mayBeNamed, Caller caller) {
        if (named && listsAccount(caller)) {
            return Answer.YES;
        }
        return named || mayBeNamed || listsAccount(caller) ? Answer.PERHAPS : Answer.NO;
    }

    Answer allows(Caller caller) {
        return switch (caller.kind()) {
            case ANONYMOUS -> Answer.YES;
            case SERVICE -> Answer.of(!listed.contains(caller.arn()));
            case ROOT -> Answer.of(!listsAccount(caller));
            case USER -> allows(listed.contains(caller.arn()), listsAccount(caller));
            case ROLE_SESSION -> allows(listed.contains(caller.arn()) || listsRole(caller), listsAccount(caller));
            case ROLE -> allows(listed.contains(caller.arn()), listsAccount(caller) || listsSession(caller));
            case FEDERATED_USER -> allows(listed.contains(caller.arn()), listsAccount(caller) || listsUserOf(caller));
        };
    }

    private static Answer allows(boolean named, boolean mayBeNamed) {
        return named ? Answer.NO : mayBeNamed ? Answer.PERHAPS : Answer.YES;
    }

    private boolean listsAccount(Caller caller) {
        return listed.contains(caller.account()) || listed.contains("arn:aws:iam::" + caller.account() + ":root");
    }

    private boolean listsRole(Caller caller) {
        return listed.stream().anyMatch(value -> PrincipalElement.isRoleOf(value, caller));
    }

    private boolean listsSession(Caller caller) {
        return listed.stream().anyMatch(value -> PrincipalElement.isSessionOf(value, caller));
    }

    private boolean listsUserOf(Caller caller) {
        return listed.stream().anyMatch(value -> value.startsWith("arn:aws:iam::" + caller.account() + ":user/"));
    }
}
