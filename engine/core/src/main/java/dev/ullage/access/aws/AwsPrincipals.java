package dev.ullage.access.aws;

import dev.ullage.model.PolicyStatement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whom the principal element of a statement names.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal
 *     element</a>
 */
final class AwsPrincipals {

    /** Everybody, with and without an account. */
    static final String EVERYBODY = "*";

    private static final String SERVICE = "service:";

    private AwsPrincipals() {}

    /** The id under which an entitlement is given to a principal of a statement. */
    private static String idOf(String type, String principal) {
        return switch (type) {
            case "Service" -> SERVICE + principal;
            case "CanonicalUser" -> "canonical:" + principal;
            case "AWS" -> Arns.isAccount(principal) ? Arns.root(principal) : principal;
            default -> principal;
        };
    }

    /** What the policy calls somebody whom we know by an id. */
    static String nameInPolicy(String id) {
        return id.startsWith(SERVICE) ? id.substring(SERVICE.length()) : id;
    }

    /** Ids of the principals that a statement names; everybody for one that names whom it does not mean. */
    static Stream<String> ids(PolicyStatement statement) {
        return statement.notPrincipals().isEmpty() ? ids(statement.principals()) : Stream.of(EVERYBODY);
    }

    private static Stream<String> ids(Map<String, List<String>> principals) {
        return principals.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(id -> idOf(entry.getKey(), id)));
    }
}
