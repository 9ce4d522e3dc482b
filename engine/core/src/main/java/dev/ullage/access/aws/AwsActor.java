package dev.ullage.access.aws;

import dev.ullage.model.Effect;
import dev.ullage.model.Principal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A user or role with the documents that apply to it, looked up once. */
final class AwsActor {

    private final Principal principal;
    private final String account;
    private final List<AwsPolicies.Applied> identity;
    private final List<AwsPolicies.Applied> boundary;
    private final Map<String, Boolean> allowsOrUnknown = new TreeMap<>();

    AwsActor(Principal principal, AwsPolicies policies) {
        this.principal = principal;
        this.account = Arns.account(principal.id()).orElse("");
        this.identity = policies.identity(principal.id());
        this.boundary = policies.boundary(principal);
    }

    Principal principal() {
        return principal;
    }

    String id() {
        return principal.id();
    }

    String account() {
        return account;
    }

    boolean hasBoundary() {
        return !boundary.isEmpty();
    }

    /** A quick look that rules most actors out before any name is compared. */
    boolean mayAllow(String action) {
        return allowsOrUnknown.computeIfAbsent(
                action, key -> identity.stream().anyMatch(applied -> allows(applied, key)));
    }

    private static boolean allows(AwsPolicies.Applied applied, String action) {
        var document = applied.document();
        return document == null
                || !document.problems().isEmpty()
                || document.statements().stream()
                        .anyMatch(statement ->
                                statement.effect() == Effect.ALLOW && AwsStatements.covers(statement, action));
    }

    AwsLayer identity(AwsRequest request) {
        return AwsLayer.of(identity, request);
    }

    AwsLayer boundary(AwsRequest request) {
        return hasBoundary() ? AwsLayer.of(boundary, request) : AwsLayer.ALLOWS_ALL;
    }
}
