package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.simulation.gcp.Requester.Kind;

/**
 * Whether the one who asks is among the principals of a deny rule, which have names of their own.
 *
 * @see <a href="https://docs.cloud.google.com/iam/docs/principal-identifiers#deny">Principal identifiers for deny
 *     policies</a>
 */
record DeniedPrincipals(Requester requester, Members members) {

    private static final String ACCOUNT = "principal://goog/subject/";
    private static final String SERVICE_ACCOUNT = "principal://iam.googleapis.com/projects/-/serviceAccounts/";
    private static final String GROUP = "principalSet://goog/group/";
    private static final String CUSTOMER = "principalSet://goog/cloudIdentityCustomerId/";
    private static final String MANAGER = "principalSet://cloudresourcemanager.googleapis.com/";

    Truth containAny(JsonNode principals) {
        var any = Truth.NO;
        for (var principal : principals) {
            any = any.or(contain(principal.asText()));
        }
        return any;
    }

    private Truth contain(String principal) {
        if (principal.equals("principalSet://goog/public:all")) {
            return Truth.YES;
        }
        if (principal.startsWith("deleted:")) {
            return Truth.NO;
        }
        if (principal.startsWith(ACCOUNT)) {
            return members.contain("user:" + principal.substring(ACCOUNT.length()));
        }
        if (principal.startsWith(SERVICE_ACCOUNT)) {
            return members.contain("serviceAccount:" + principal.substring(SERVICE_ACCOUNT.length()));
        }
        if (principal.startsWith(GROUP)) {
            return members.contain("group:" + principal.substring(GROUP.length()));
        }
        if (principal.startsWith(CUSTOMER) && !members.groups().has(principal)) {
            return customer();
        }
        if (principal.startsWith(MANAGER) && principal.endsWith("/type/ServiceAgent")) {
            return Truth.of(requester.kind() == Kind.SERVICE_ACCOUNT || requester.kind() == Kind.OBSCURE)
                    .and(Truth.MAYBE);
        }
        boolean known = principal.startsWith("principal://") || principal.startsWith("principalSet://");
        return known ? members.contain(principal) : Truth.MAYBE;
    }

    /**
     * The identifier means "all of the principals associated with" a customer, and the overview speaks of accounts only.
     * Whether a service account, or an identity of a pool that the customer's organisation has, is associated with it, is
     * on neither page.
     *
     * @see <a href="https://docs.cloud.google.com/iam/docs/reference/rest/v2/policies#DenyRule">DenyRule</a>
     */
    private Truth customer() {
        return Truth.of(requester.kind() != Kind.ANONYMOUS).and(Truth.MAYBE);
    }
}
