package dev.ullage.access.aws.policy;

import dev.ullage.access.aws.Arns;
import dev.ullage.model.Answer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param arn of a user, a role, a session or an account's root; {@code *} for nobody in particular; the name of a service
 *     such as {@code ec2.amazonaws.com}, or the ARN or name of an identity provider
 * @param account that it belongs to; empty when it belongs to none
 * @param isAnySession true for a role or account of which it is asked what some session or principal of it can do; false
 *     where one is meant, whose name may not be known
 * @param canonicalIds by which S3 knows its account; null when not known
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principals</a>
 */
public record Caller(
        String arn,
        Kind kind,
        String account,
        boolean isAnySession,
        @Nullable Set<String> canonicalIds) {

    /** What sort of caller; they differ in which policies speak for them. */
    public enum Kind {
        USER,
        /** A session of a role; its own name is not known. */
        ROLE,
        /** A session of a role, by its own ARN. */
        SESSION,
        /** A session that a user got for somebody with GetFederationToken. */
        FEDERATED_USER,
        ROOT,
        ANONYMOUS,
        /** A service of AWS. */
        SERVICE,
        /** Somebody for whom an identity provider vouches, who has no credentials of AWS yet. */
        FEDERATED,
        /** An S3 account by its canonical id. */
        CANONICAL;

        /** True for those who have policies of their own. */
        boolean hasIdentity() {
            return this == USER || isRole() || this == FEDERATED_USER || this == ROOT;
        }

        boolean isRole() {
            return this == ROLE || this == SESSION;
        }
    }

    public Caller {
        canonicalIds = canonicalIds == null ? null : Set.copyOf(canonicalIds);
    }

    /** One request's caller; nothing is known but its name. */
    public static Caller of(String principal) {
        var kind = kind(principal);
        var account = kind.hasIdentity() ? Arns.account(principal).orElse("") : "";
        var arn = kind == Kind.ROOT ? Arns.root(account) : principal;
        return new Caller(arn, kind, account, false, null);
    }

    /** Somebody of an estate, of whom it is asked what they can do at all. */
    public static Caller anySession(String principal, Set<String> canonicalIds) {
        var caller = of(principal);
        return new Caller(caller.arn, caller.kind, caller.account, true, canonicalIds);
    }

    private static Kind kind(String principal) {
        if (principal.equals("*")) {
            return Kind.ANONYMOUS;
        }
        if (principal.startsWith("canonical:")) {
            return Kind.CANONICAL;
        }
        if (Arns.isAccount(principal)) {
            return Kind.ROOT;
        }
        if (Arns.isRole(principal)) {
            return Kind.ROLE;
        }
        if (principal.contains(":assumed-role/")) {
            return Kind.SESSION;
        }
        if (principal.contains(":federated-user/")) {
            return Kind.FEDERATED_USER;
        }
        if (principal.startsWith("arn:")) {
            return principal.contains(":user/") && Arns.account(principal).isPresent() ? Kind.USER : Kind.FEDERATED;
        }
        return principal.endsWith(".amazonaws.com") && !principal.startsWith("cognito-identity.")
                ? Kind.SERVICE
                : Kind.FEDERATED;
    }

    /**
     * Whether it is a role that AWS made for one of its services, which control policies leave alone. The ARN of a session
     * leaves out the path that tells, but not the name that all of them have.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">Service-linked
     *     roles</a>
     */
    Answer isServiceLinked() {
        if (kind == Kind.SESSION) {
            return arn.contains(":assumed-role/AWSServiceRoleFor") ? Answer.UNKNOWN : Answer.NO;
        }
        return Answer.of(kind == Kind.ROLE && arn.contains(":role/aws-service-role/"));
    }
}
