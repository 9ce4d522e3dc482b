package dev.ullage.simulation.aws;

/**
 * Who asks, read from the case's principal.
 *
 * @param account empty for anonymous callers and services
 * @param name what the caller's policies and sessions go by: of a role the name without its path
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
 */
record Caller(Kind kind, String arn, String account, String name) {

    enum Kind {
        ANONYMOUS,
        SERVICE,
        ROOT,
        USER,
        /** Some session of a role; nobody knows its name. */
        ROLE,
        ROLE_SESSION,
        FEDERATED_USER
    }

    static Caller of(String principal) {
        if (principal.equals("*")) {
            return new Caller(Kind.ANONYMOUS, principal, "", "");
        }
        if (!principal.startsWith("arn:")) {
            return new Caller(Kind.SERVICE, principal, "", principal);
        }
        var parts = principal.split(":", 6);
        var path = parts[5].split("/");
        return switch (path[0]) {
            case "root" -> new Caller(Kind.ROOT, principal, parts[4], "");
            case "user" -> new Caller(Kind.USER, principal, parts[4], path[path.length - 1]);
            case "role" -> new Caller(Kind.ROLE, principal, parts[4], path[path.length - 1]);
            case "assumed-role" -> new Caller(Kind.ROLE_SESSION, principal, parts[4], path[1]);
            case "federated-user" -> new Caller(Kind.FEDERATED_USER, principal, parts[4], path[1]);
            default -> throw new IllegalArgumentException("no form of principal that a case may have: " + principal);
        };
    }

    boolean hasAccount() {
        return !account.isEmpty();
    }

    /** Whether policies can hang on the caller: the root user has none, and what has no account has none. */
    boolean hasIdentityPolicies() {
        return hasAccount() && kind != Kind.ROOT;
    }

    /**
     * Whether the caller came by its credentials in a session that may have been given a policy of its own.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">Session
     *     policies</a>
     */
    boolean isSession() {
        return kind == Kind.ROLE || kind == Kind.ROLE_SESSION || kind == Kind.FEDERATED_USER;
    }

    /**
     * Whether it is a role that belongs to a service of AWS. Its path tells; the ARN of a session leaves the path out,
     * and then only the names that services give tell that it may be one.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html">Service-linked
     *     roles</a>
     */
    Answer isServiceLinked() {
        return switch (kind) {
            case ROLE -> Answer.of(arn.contains(":role/aws-service-role/"));
            case ROLE_SESSION -> name.startsWith("AWSServiceRoleFor") ? Answer.PERHAPS : Answer.NO;
            default -> Answer.NO;
        };
    }
}
