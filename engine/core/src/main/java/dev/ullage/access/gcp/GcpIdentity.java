package dev.ullage.access.gcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A member of an allow policy or a principal of a request, taken apart. Principals of deny policies are turned into members.
 *
 * @param kind the word before the colon: {@code user serviceAccount group domain principal principalSet deleted}, …
 * @param rest what follows it; empty for a word that stands alone
 * @see <a href="https://cloud.google.com/iam/docs/principal-identifiers">Principal identifiers</a>
 */
record GcpIdentity(String kind, String rest) {

    private static final String EVERYBODY = "principalSet://goog/public:all";
    private static final String SUBJECT = "principal://goog/subject/";
    private static final String GROUP = "principalSet://goog/group/";
    private static final Pattern SERVICE_ACCOUNT =
            Pattern.compile("principal://iam\\.googleapis\\.com/projects/[^/]+/serviceAccounts/(.+)");
    private static final Pattern IN_POOL = Pattern.compile(
            "//iam\\.googleapis\\.com/((?:projects/[^/]+/locations/global/workloadIdentityPools|locations/global/workforcePools)/[^/]+)/(.+)",
            Pattern.DOTALL);
    private static final Pattern KUBERNETES =
            Pattern.compile("([^\\[\\]]+\\.svc\\.id\\.goog)\\[([^/\\[\\]]+)/([^/\\[\\]]+)\\]");
    private static final Pattern OWN_DOMAIN = Pattern.compile("[^@]+@([^@]+)\\.iam\\.gserviceaccount\\.com");
    private static final Pattern APP_ENGINE = Pattern.compile("([^@]+)@appspot\\.gserviceaccount\\.com");
    private static final Pattern COMPUTE = Pattern.compile("(\\d+)-compute@developer\\.gserviceaccount\\.com");

    /**
     * One or many identities of a pool.
     *
     * @param pool such as {@code locations/global/workforcePools/staff}; of Kubernetes workloads, the pool's id alone
     * @param part {@code subject/…}, {@code group/…}, {@code attribute.name/…} or {@code *}
     */
    record InPool(String pool, String part) {

        /** The pool's last name; those of Kubernetes clusters are the same in every spelling of the project. */
        String poolId() {
            return pool.substring(pool.lastIndexOf('/') + 1);
        }

        boolean isKubernetes() {
            return pool.endsWith(".svc.id.goog");
        }

        /**
         * The project that it belongs to, by id or number; by both where a pool of Kubernetes workloads, whose name tells
         * the id, is spelled with the number; nothing for a pool of an organisation.
         *
         * @see <a href="https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity">Workload Identity
         *     Federation for GKE</a>
         */
        List<String> projects() {
            var projects = new ArrayList<String>();
            if (isKubernetes()) {
                var id = poolId();
                projects.add("projects/" + id.substring(0, id.length() - ".svc.id.goog".length()));
            }
            int end = pool.indexOf("/locations/");
            if (end >= 0 && pool.startsWith("projects/")) {
                projects.add(pool.substring(0, end));
            }
            return projects;
        }

        /** The one identity's subject; null for many. */
        @Nullable
        String subject() {
            return part.startsWith("subject/") ? part.substring("subject/".length()) : null;
        }
    }

    static GcpIdentity of(String member) {
        int colon = member.indexOf(':');
        return colon < 0
                ? new GcpIdentity(member, "")
                : new GcpIdentity(member.substring(0, colon), member.substring(colon + 1));
    }

    /** The member that an identifier of a deny policy means. */
    static String ofDenial(String identifier) {
        if (identifier.equals(EVERYBODY)) {
            return "allUsers";
        }
        if (identifier.startsWith(SUBJECT)) {
            return "user:" + identifier.substring(SUBJECT.length());
        }
        if (identifier.startsWith(GROUP)) {
            return "group:" + identifier.substring(GROUP.length());
        }
        var account = SERVICE_ACCOUNT.matcher(identifier);
        return account.matches() ? "serviceAccount:" + account.group(1) : identifier;
    }

    /** True for somebody without an account, or everybody with one. */
    boolean isPublic() {
        return kind.equals("allUsers") || kind.equals("allAuthenticatedUsers");
    }

    /** True for a service account, and not for a workload in Kubernetes in its older spelling. */
    boolean isServiceAccount() {
        return kind.equals("serviceAccount") && !rest.contains("[");
    }

    /** The pool that it belongs to, if it is an identity, or a set of them, of a pool. */
    Optional<InPool> inPool() {
        if (kind.equals("serviceAccount")) {
            var workload = KUBERNETES.matcher(rest);
            return workload.matches()
                    ? Optional.of(new InPool(
                            workload.group(1), "subject/ns/" + workload.group(2) + "/sa/" + workload.group(3)))
                    : Optional.empty();
        }
        var match = IN_POOL.matcher(rest);
        return (kind.equals("principal") || kind.equals("principalSet")) && match.matches()
                ? Optional.of(new InPool(match.group(1), match.group(2)))
                : Optional.empty();
    }

    /** True for agents, whom a trust domain vouches for. */
    boolean isAgent() {
        return rest.startsWith("//agents.");
    }

    /** The project of a service account, by id or number, where its address tells it. */
    Optional<String> project() {
        if (!isServiceAccount()) {
            return Optional.empty();
        }
        for (var form : new Pattern[] {COMPUTE, APP_ENGINE, OWN_DOMAIN}) {
            var match = form.matcher(rest);
            if (match.matches()) {
                return match.group(1).startsWith("gcp-sa-")
                        ? Optional.empty()
                        : Optional.of("projects/" + match.group(1));
            }
        }
        return Optional.empty();
    }

    /** True for an account that a Google service runs as. */
    boolean isServiceAgent() {
        return isServiceAccount()
                && (rest.contains("@gcp-sa-")
                        || rest.startsWith("service-")
                        || rest.endsWith("@cloudservices.gserviceaccount.com"));
    }
}
