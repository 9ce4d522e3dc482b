package dev.ullage.simulation.gcp;

import java.util.Locale;
import java.util.Optional;

/**
 * Who asks, taken apart.
 *
 * @param text as the case has it
 * @param name an email address, a subject, or nothing for somebody who did not say
 * @param pool the identity pool of a federated identity without its project, otherwise empty
 * @param project number or id of the project that a service account or a workload pool belongs to; empty when the name
 *     does not tell
 * @see <a href="https://docs.cloud.google.com/iam/docs/principal-identifiers">Principal identifiers</a>
 */
record Requester(String text, Kind kind, String name, String pool, String project) {

    enum Kind {
        ANONYMOUS("", false),
        ACCOUNT("iam.googleapis.com/WorkspaceIdentity", false),
        SERVICE_ACCOUNT("iam.googleapis.com/ServiceAccount", false),
        WORKFORCE("iam.googleapis.com/WorkforcePoolIdentity", true),
        WORKLOAD("iam.googleapis.com/WorkloadPoolIdentity", true),
        AGENT("iam.googleapis.com/AgentPoolIdentity", false),
        /** Written in a form that is on no page. */
        OBSCURE("", false);

        /** What {@code principal.type} says of it. */
        final String type;

        final boolean federated;

        Kind(String type, boolean federated) {
            this.type = type;
            this.federated = federated;
        }

        /** A Google account: what groups can hold, and {@code allAuthenticatedUsers} means. */
        boolean google() {
            return this == ACCOUNT || this == SERVICE_ACCOUNT;
        }
    }

    private static final String GKE = ".svc.id.goog";
    private static final String POOLS = "principal://iam.googleapis.com/";

    static Requester parse(String text) {
        if (text.equals("allUsers")) {
            return new Requester(text, Kind.ANONYMOUS, "", "", "");
        }
        if (text.startsWith("user:")) {
            return new Requester(text, Kind.ACCOUNT, text.substring("user:".length()), "", "");
        }
        if (text.startsWith("serviceAccount:")) {
            return serviceAccount(text, text.substring("serviceAccount:".length()));
        }
        if (text.startsWith(POOLS)) {
            return federated(text, text.substring(POOLS.length()));
        }
        if (text.startsWith("principal://agents.")) {
            return new Requester(
                    text, Kind.AGENT, text.substring(text.indexOf('/', "principal://".length()) + 1), "", "");
        }
        return new Requester(text, Kind.OBSCURE, "", "", "");
    }

    private static Requester serviceAccount(String text, String name) {
        int bracket = name.indexOf('[');
        if (bracket >= 0) {
            var inside = name.substring(bracket + 1, name.length() - 1).split("/", 2);
            return new Requester(
                    text, Kind.WORKLOAD, "ns/" + inside[0] + "/sa/" + inside[1], name.substring(0, bracket), "");
        }
        return new Requester(text, Kind.SERVICE_ACCOUNT, name, "", projectOf(name));
    }

    private static Requester federated(String text, String path) {
        var parts = path.split("/", 7);
        if (path.startsWith("locations/global/workforcePools/")) {
            return new Requester(text, Kind.WORKFORCE, path.split("/", 6)[5], parts[3], "");
        }
        return new Requester(text, Kind.WORKLOAD, parts[6].substring(parts[6].indexOf('/') + 1), parts[5], parts[1]);
    }

    /** @see <a href="https://docs.cloud.google.com/iam/docs/service-account-types">Types of service accounts</a> */
    private static String projectOf(String email) {
        var local = email.substring(0, Math.max(email.indexOf('@'), 0));
        var domain = email.substring(email.indexOf('@') + 1);
        if (domain.endsWith(".iam.gserviceaccount.com") && !domain.startsWith("gcp-sa-")) {
            return domain.substring(0, domain.indexOf('.'));
        }
        return switch (domain) {
            case "appspot.gserviceaccount.com", "cloudservices.gserviceaccount.com" -> local;
            case "developer.gserviceaccount.com" -> local.replaceFirst("-compute$", "");
            default -> "";
        };
    }

    /** What {@code principal.subject} says of it. */
    Optional<String> subject() {
        return kind == Kind.ANONYMOUS || kind == Kind.OBSCURE ? Optional.empty() : Optional.of(name);
    }

    /** The same identity, where one of the two may leave out its project, as the GKE form does. */
    Truth is(Requester other) {
        if (kind == Kind.OBSCURE || other.kind == Kind.OBSCURE) {
            return text.equals(other.text) ? Truth.YES : Truth.MAYBE;
        }
        return Truth.of(kind == other.kind
                && name.equals(other.name)
                && pool.equals(other.pool)
                && (project.isEmpty() || other.project.isEmpty() || project.equals(other.project)));
    }

    /**
     * Whether it is a project's. A pool of GKE has the id of its project in its name, besides the number in its path.
     *
     * @see <a href="https://docs.cloud.google.com/kubernetes-engine/docs/concepts/workload-identity">Workload Identity
     *     Federation for GKE</a>
     */
    Truth belongsTo(String word) {
        if (!pool.endsWith(GKE)) {
            return sameProject(project, word);
        }
        var id = pool.substring(0, pool.length() - GKE.length());
        return numeric(word) ? sameProject(project, word) : Truth.of(id.equals(word));
    }

    /** Whether two words mean one project: a number and an id can, and nobody tells. */
    static Truth sameProject(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Truth.MAYBE;
        }
        boolean comparable = numeric(one) == numeric(other);
        return one.equals(other) ? Truth.YES : comparable ? Truth.NO : Truth.MAYBE;
    }

    private static boolean numeric(String word) {
        return word.toLowerCase(Locale.ROOT).chars().allMatch(Character::isDigit);
    }
}
