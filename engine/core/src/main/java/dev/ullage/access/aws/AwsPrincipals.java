package dev.ullage.access.aws;

import dev.ullage.model.Answer;
import dev.ullage.model.PolicyStatement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the Principal element of a statement means somebody.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal
 *     element</a>
 */
final class AwsPrincipals {

    /** Everybody, with and without an account. */
    static final String EVERYBODY = "*";

    private AwsPrincipals() {}

    /** A way in which a statement means a principal. */
    enum Match {
        /** Named itself. */
        EXACT,
        /** Everybody. */
        PUBLIC,
        /** Named by one session of a role, whose name whoever assumes the role may choose. */
        SESSION,
        /** Named by its account, which leaves the choice to that account. */
        ACCOUNT
    }

    /** The id under which an entitlement is given to a principal of a statement. */
    static String idOf(String type, String principal) {
        return switch (type) {
            case "Service" -> "service:" + principal;
            case "CanonicalUser" -> "canonical:" + principal;
            case "AWS" -> Arns.isAccount(principal) ? Arns.root(principal) : principal;
            default -> principal;
        };
    }

    /** Ids of the principals that a statement names; everybody for one that names whom it does not mean. */
    static Stream<String> ids(PolicyStatement statement) {
        return statement.notPrincipals().isEmpty() ? ids(statement.principals()) : Stream.of(EVERYBODY);
    }

    private static Stream<String> ids(Map<String, List<String>> principals) {
        return principals.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(id -> idOf(entry.getKey(), id)));
    }

    /**
     * The ways in which a statement means a principal, none when it does not. Old bucket policies may allow with
     * NotPrincipal, and so everybody else.
     */
    static Set<Match> matches(PolicyStatement statement, String principal) {
        if (statement.notPrincipals().isEmpty()) {
            return matches(statement.principals(), principal);
        }
        return matches(statement.notPrincipals(), principal).isEmpty() ? EnumSet.of(Match.PUBLIC) : Set.of();
    }

    private static Set<Match> matches(Map<String, List<String>> principals, String principal) {
        var matches = EnumSet.noneOf(Match.class);
        ids(principals).forEach(id -> {
            if (id.equals(principal)) {
                matches.add(Match.EXACT);
            } else if (id.equals(EVERYBODY)) {
                matches.add(Match.PUBLIC);
            } else if (Arns.isSessionOf(id, principal)) {
                matches.add(Match.SESSION);
            } else if (Arns.isAccount(id) && Arns.isOfAccount(principal, id)) {
                matches.add(Match.ACCOUNT);
            }
        });
        return matches;
    }

    /** Whether a statement allows a principal without its account having to agree. */
    static Answer allowsDirectly(PolicyStatement statement, String principal) {
        var matches = matches(statement, principal);
        if (matches.contains(Match.EXACT) || matches.contains(Match.PUBLIC)) {
            return Answer.YES;
        }
        return matches.contains(Match.SESSION) ? Answer.UNKNOWN : Answer.NO;
    }

    /** Whether a statement allows whomever the principal's account allows. */
    static Answer allowsByAccount(PolicyStatement statement, String principal) {
        return Answer.of(matches(statement, principal).contains(Match.ACCOUNT));
    }

    /**
     * Whether a Deny statement means the principal. One that names single sessions is avoided by another session.
     * NotPrincipal has to spare the principal's account, and a role's session, to spare the principal; it never spares
     * one with a permissions boundary.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">
     *     NotPrincipal element</a>
     */
    static Answer denies(PolicyStatement statement, String principal, boolean hasBoundary) {
        if (statement.notPrincipals().isEmpty()) {
            var matches = EnumSet.noneOf(Match.class);
            matches.addAll(matches(statement.principals(), principal));
            matches.remove(Match.SESSION);
            return Answer.of(statement.principals().isEmpty() || !matches.isEmpty());
        }
        var spared = matches(statement.notPrincipals(), principal);
        if (spared.isEmpty() || hasBoundary) {
            return Answer.YES;
        }
        boolean spareAccountToo = spared.contains(Match.ACCOUNT) || !Arns.isOfSomeAccount(principal);
        boolean surely = spared.contains(Match.EXACT) && spareAccountToo && !Arns.isRole(principal);
        return surely ? Answer.NO : Answer.UNKNOWN;
    }
}
