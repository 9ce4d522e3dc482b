package dev.ullage.access.aws.policy;

import dev.ullage.access.aws.Arns;
import dev.ullage.access.aws.policy.Caller.Kind;
import dev.ullage.model.Answer;
import dev.ullage.model.PolicyStatement;
import org.jspecify.annotations.Nullable;

/**
 * The Principal or NotPrincipal of a statement.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal
 *     element</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal
 *     element</a>
 */
final class PrincipalElement {

    /**
     * One principal, with what of its text has to be looked at for every request.
     *
     * @param account the account that it stands for as a whole; null where it does not
     * @param isSession true for what may be a session of a role
     */
    private record Named(String type, String id, @Nullable String account, boolean isSession) {

        static Named of(String type, String id) {
            return new Named(
                    type, id, Arns.isAccount(id) ? Arns.account(id).orElse(null) : null, id.contains(":assumed-role/"));
        }

        boolean isEverybody() {
            return id.equals("*");
        }
    }

    private final Named[] principals;
    private final boolean isNegated;
    /** In an identity policy there is none, and its principal is the one that carries it. */
    private final boolean isAbsent;
    /** Everybody and nothing else, as in most statements of bucket policies. */
    private final boolean isEverybody;

    PrincipalElement(PolicyStatement statement) {
        this.isNegated = !statement.notPrincipals().isEmpty();
        var byType = isNegated ? statement.notPrincipals() : statement.principals();
        this.principals = byType.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(id -> Named.of(entry.getKey(), id)))
                .toArray(Named[]::new);
        this.isAbsent = byType.isEmpty();
        this.isEverybody = principals.length == 1 && principals[0].type.equals("AWS") && principals[0].isEverybody();
    }

    /** How an Allow means a caller. Old bucket policies may allow with NotPrincipal, and so everybody else. */
    Mention allows(Caller caller) {
        if (isAbsent) {
            return Mention.DIRECT;
        }
        var mention = mention(caller);
        if (!isNegated) {
            return mention;
        }
        boolean isNamed = mention.direct() == Answer.YES || mention.named() == Answer.YES;
        if (isNamed || caller.kind() == Kind.ROOT && mention.account() == Answer.YES) {
            return Mention.NONE;
        }
        // Whether an account takes its users out with it, no page says.
        return mention.any() == Answer.NO ? Mention.DIRECT : Mention.PERHAPS_DIRECT;
    }

    /** Whether an Allow means a caller by a name or as one of a session, and not only as everybody or by its account. */
    Answer singlesOut(Caller caller) {
        if (isAbsent || isNegated) {
            return Answer.NO;
        }
        var answer = Answer.NO;
        for (var principal : principals) {
            if (!principal.isEverybody()) {
                var mention = mention(principal, caller);
                answer = answer.or(mention.direct()).or(mention.named());
            }
        }
        return answer;
    }

    /**
     * Whether a Deny means a caller. NotPrincipal has to spare the caller's account, and of a session the role as well, to
     * spare the caller; it never spares one with a permissions boundary.
     */
    Answer denies(Caller caller, boolean hasBoundary) {
        if (isAbsent) {
            return Answer.YES;
        }
        var mention = mention(caller);
        if (!isNegated) {
            // Who may choose the session avoids a denial of single ones.
            return caller.isAnySession() && caller.kind() == Kind.ROLE
                    ? mention.named().or(mention.account()).or(Answer.of(mention.direct() == Answer.YES))
                    : mention.any();
        }
        if (mention.any() == Answer.NO || hasBoundary) {
            return Answer.YES;
        }
        return isSurelySpared(caller, mention) ? Answer.NO : Answer.UNKNOWN;
    }

    private static boolean isSurelySpared(Caller caller, Mention mention) {
        if (!caller.kind().hasIdentity()) {
            return mention.any() == Answer.YES;
        }
        boolean isAccountSpared = mention.account() == Answer.YES;
        return switch (caller.kind()) {
            case ROOT -> isAccountSpared;
            case SESSION -> isAccountSpared && mention.named() == Answer.YES && mention.direct() == Answer.YES;
            case FEDERATED_USER -> isAccountSpared && mention.direct() == Answer.YES;
            case USER -> isAccountSpared && mention.named() == Answer.YES;
            default -> false;
        };
    }

    private Mention mention(Caller caller) {
        if (isEverybody) {
            return Mention.DIRECT;
        }
        if (principals.length == 1) {
            return mention(principals[0], caller);
        }
        var mention = Mention.NONE;
        for (var principal : principals) {
            mention = mention.or(mention(principal, caller));
        }
        return mention;
    }

    private static Mention mention(Named principal, Caller caller) {
        return switch (principal.type) {
            case "AWS" -> byArn(principal, caller);
            case "CanonicalUser" -> byCanonicalId(principal.id, caller);
            default -> principal.id.equals(caller.arn()) ? Mention.DIRECT : Mention.NONE;
        };
    }

    private static Mention byArn(Named principal, Caller caller) {
        var id = principal.id;
        if (principal.isEverybody()) {
            return Mention.DIRECT;
        }
        if (principal.account != null) {
            return principal.account.equals(caller.account()) && caller.kind().hasIdentity()
                    ? Mention.ACCOUNT
                    : Mention.NONE;
        }
        return switch (caller.kind()) {
            case USER -> id.equals(caller.arn()) ? Mention.NAMED : Mention.NONE;
            case ROLE ->
                id.equals(caller.arn())
                        ? Mention.NAMED
                        : principal.isSession && Arns.isSessionOf(id, caller.arn())
                                ? Mention.PERHAPS_DIRECT
                                : Mention.NONE;
            case SESSION ->
                id.equals(caller.arn())
                        ? Mention.DIRECT
                        : Arns.isSessionOf(caller.arn(), id) ? Mention.NAMED : Mention.NONE;
            case FEDERATED_USER -> federated(id, caller);
            // A principal of AWS's own, such as a distribution's access identity.
            default -> id.equals(caller.arn()) ? Mention.DIRECT : Mention.NONE;
        };
    }

    /** Which user got the session is not in its ARN. */
    private static Mention federated(String id, Caller caller) {
        if (id.equals(caller.arn())) {
            return Mention.DIRECT;
        }
        boolean mayBeItsUser = id.contains(":user/") && Arns.account(id).equals(Arns.account(caller.account()));
        return mayBeItsUser ? Mention.PERHAPS_NAMED : Mention.NONE;
    }

    private static Mention byCanonicalId(String id, Caller caller) {
        if (caller.kind() == Kind.CANONICAL) {
            return caller.arn().equals("canonical:" + id) ? Mention.DIRECT : Mention.NONE;
        }
        if (!caller.kind().hasIdentity()) {
            return Mention.NONE;
        }
        var own = caller.canonicalIds();
        if (own == null) {
            return Mention.PERHAPS_ACCOUNT;
        }
        return own.contains(id) ? Mention.ACCOUNT : Mention.NONE;
    }
}
