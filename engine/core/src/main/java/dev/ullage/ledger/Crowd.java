package dev.ullage.ledger;

import dev.ullage.access.aws.Arns;
import java.util.List;

/**
 * Principals that stand for many: groups, domains, accounts, everybody. Requests of those who are in them are logged under
 * their own names, so that silence about the crowd proves nothing.
 */
final class Crowd {

    private static final List<String> PREFIXES = List.of(
            "group:",
            "domain:",
            "projectOwner:",
            "projectEditor:",
            "projectViewer:",
            "principalSet:",
            "canonical:",
            "email:");

    private Crowd() {}

    /** True when the id stands for many. */
    static boolean is(String principal) {
        return Everybody.includes(principal)
                || Arns.isAccount(principal)
                || PREFIXES.stream().anyMatch(principal::startsWith);
    }

    /** Whether somebody may be in a crowd other than everybody, as far as their ids tell. */
    static boolean mayInclude(String crowd, String principal) {
        if (Everybody.includes(crowd)) {
            return false;
        }
        if (crowd.startsWith("domain:")) {
            return principal.endsWith("@" + crowd.substring("domain:".length()));
        }
        if (Arns.isAccount(crowd)) {
            return Arns.account(crowd).equals(Arns.account(principal));
        }
        boolean isAws = principal.startsWith("arn:");
        boolean isAwsCrowd = crowd.startsWith("canonical:") || crowd.startsWith("email:");
        return is(crowd) && isAws == isAwsCrowd;
    }
}
