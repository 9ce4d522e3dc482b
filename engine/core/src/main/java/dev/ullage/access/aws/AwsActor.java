package dev.ullage.access.aws;

import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.access.aws.policy.RequestContext;
import dev.ullage.model.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user or role with the policies that apply to it, looked up once. */
final class AwsActor {

    private final Principal principal;
    private final Caller caller;
    private final List<String> names;
    private final RequestContext context;
    private final List<String> unread;
    private final List<AwsPolicies.Applied> identity;
    private final List<AwsPolicies.Applied> boundary;
    private final List<CompiledPolicy> identityPolicies;
    private final @Nullable List<CompiledPolicy> boundaryPolicies;

    /** {@code unread} says why a part of its policies may be missing. */
    AwsActor(Principal principal, Caller caller, RequestContext context, AwsPolicies policies, List<String> unread) {
        this.principal = principal;
        this.caller = caller;
        this.names = ResourceStatements.namesOf(caller);
        this.context = context;
        this.unread = List.copyOf(unread);
        this.identity = policies.identity(principal.id());
        this.boundary = policies.boundary(principal);
        this.identityPolicies = List.of(CompiledPolicy.together(
                identity.stream().map(AwsPolicies.Applied::policy).toList()));
        this.boundaryPolicies = boundary.isEmpty()
                ? null
                : boundary.stream().map(AwsPolicies.Applied::policy).toList();
    }

    private AwsActor(AwsActor actor, RequestContext context) {
        this.principal = actor.principal;
        this.caller = actor.caller;
        this.names = actor.names;
        this.context = context;
        this.unread = actor.unread;
        this.identity = actor.identity;
        this.boundary = actor.boundary;
        this.identityPolicies = actor.identityPolicies;
        this.boundaryPolicies = actor.boundaryPolicies;
    }

    /** The same, of whose requests something else is known. */
    AwsActor asking(RequestContext requests) {
        return new AwsActor(this, requests);
    }

    Principal principal() {
        return principal;
    }

    String id() {
        return principal.id();
    }

    Caller caller() {
        return caller;
    }

    /** The names under which statements that single it out are found. */
    List<String> names() {
        return names;
    }

    RequestContext context() {
        return context;
    }

    List<String> unread() {
        return unread;
    }

    List<AwsPolicies.Applied> identity() {
        return identity;
    }

    List<CompiledPolicy> identityPolicies() {
        return identityPolicies;
    }

    List<AwsPolicies.Applied> boundary() {
        return boundary;
    }

    /** Null when there is none. */
    @Nullable
    List<CompiledPolicy> boundaryPolicies() {
        return boundaryPolicies;
    }
}
