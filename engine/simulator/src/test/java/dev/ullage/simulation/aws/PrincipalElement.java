package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The {@code Principal} of a statement: whom it is about.
 *
 * <p>A user, a session and a federated user are named by their own ARN. A role's ARN names every session of it, and
 * since a role's name is unique in its account, the name is enough to know a session by, whose ARN leaves the path out.
 * An account, by its number or as {@code arn:aws:iam::NUMBER:root}, stands for everybody in it. {@code *} is everybody,
 * with or without an account. A unique id is what is left of a principal that was deleted, and names nobody.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
final class PrincipalElement {

    private final JsonNode element;

    PrincipalElement(JsonNode element) {
        this.element = element;
    }

    static boolean isWellFormed(JsonNode element) {
        if (element.isTextual()) {
            return element.asText().equals("*");
        }
        for (var entry : element.properties()) {
            boolean known = switch (entry.getKey()) {
                case "AWS", "Service", "Federated", "CanonicalUser" -> true;
                default -> false;
            };
            if (!known || !Texts.are(entry.getValue())) {
                return false;
            }
        }
        return element.isObject() && !element.isEmpty();
    }

    Naming names(Caller caller) {
        if (element.isTextual()) {
            return Naming.direct(Answer.YES);
        }
        var naming = Naming.NONE;
        for (var entry : element.properties()) {
            for (var value : Texts.of(entry.getValue())) {
                naming = naming.or(names(entry.getKey(), value, caller));
            }
        }
        return naming;
    }

    private static Naming names(String type, String value, Caller caller) {
        return switch (type) {
            case "AWS" -> namesAws(value, caller);
            case "Service" ->
                Naming.direct(Answer.of(caller.kind() == Caller.Kind.SERVICE && value.equals(caller.arn())));
            // It is an account by another number, which the case does not tell.
            case "CanonicalUser" -> caller.hasAccount() ? Naming.account(Answer.PERHAPS) : Naming.NONE;
            default -> Naming.NONE;
        };
    }

    private static Naming namesAws(String value, Caller caller) {
        if (value.equals("*") || value.equals(caller.arn()) && caller.kind() != Caller.Kind.ROLE) {
            return Naming.direct(Answer.YES);
        }
        if (value.equals(caller.account()) || value.equals("arn:aws:iam::" + caller.account() + ":root")) {
            return caller.kind() == Caller.Kind.ROOT ? Naming.direct(Answer.YES) : Naming.account(Answer.YES);
        }
        return switch (caller.kind()) {
            case ROLE -> namesRole(value, caller);
            case ROLE_SESSION -> Naming.role(Answer.of(isRoleOf(value, caller)));
            case FEDERATED_USER -> Naming.role(mayHaveFederated(value, caller));
            default -> Naming.NONE;
        };
    }

    /** Of a caller that is some session of a role, an ARN of one session of it tells nothing for sure. */
    private static Naming namesRole(String value, Caller caller) {
        if (value.equals(caller.arn())) {
            return Naming.role(Answer.YES);
        }
        return isSessionOf(value, caller) ? Naming.direct(Answer.PERHAPS) : Naming.NONE;
    }

    static boolean isRoleOf(String value, Caller caller) {
        return value.startsWith("arn:aws:iam::" + caller.account() + ":role/") && value.endsWith("/" + caller.name());
    }

    static boolean isSessionOf(String value, Caller caller) {
        return value.startsWith("arn:aws:sts::" + caller.account() + ":assumed-role/" + caller.name() + "/");
    }

    /**
     * What is allowed to a user is allowed to those whom the user federated, within boundary and session policy. Who
     * that was, the ARN of the session does not tell.
     */
    private static Answer mayHaveFederated(String value, Caller caller) {
        return value.startsWith("arn:aws:iam::" + caller.account() + ":user/") ? Answer.PERHAPS : Answer.NO;
    }
}
