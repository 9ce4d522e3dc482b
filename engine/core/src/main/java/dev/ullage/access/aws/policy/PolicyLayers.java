package dev.ullage.access.aws.policy;

import dev.ullage.model.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policies that bear on requests of one caller to one resource.
 *
 * @param identity of the caller and its groups
 * @param boundary permissions boundary; null for none
 * @param session session policies; null for none
 * @param resource of the resource: a bucket policy, a role's trust policy
 * @param serviceControl of the caller's account, one list a level; empty for an account of no organisation
 * @param resourceControl of the resource's account, one list a level
 * @param isClosedToOthers whether Block Public Access keeps callers of other accounts out, services of AWS excepted
 */
public record PolicyLayers(
        List<CompiledPolicy> identity,
        @Nullable List<CompiledPolicy> boundary,
        @Nullable List<CompiledPolicy> session,
        List<CompiledPolicy> resource,
        List<Level> serviceControl,
        List<Level> resourceControl,
        Answer isClosedToOthers) {

    /**
     * Control policies of one level of an organisation.
     *
     * @param binds whether they bind the account at all; they do not bind an organisation's management account
     */
    public record Level(List<CompiledPolicy> policies, Answer binds) {

        public Level {
            policies = List.copyOf(policies);
        }
    }

    public PolicyLayers {
        identity = List.copyOf(identity);
        boundary = boundary == null ? null : List.copyOf(boundary);
        session = session == null ? null : List.copyOf(session);
        resource = List.copyOf(resource);
        serviceControl = List.copyOf(serviceControl);
        resourceControl = List.copyOf(resourceControl);
    }

    /** The same resource, asked by somebody else. */
    public PolicyLayers with(
            List<CompiledPolicy> otherIdentity,
            @Nullable List<CompiledPolicy> otherBoundary,
            List<Level> otherServiceControl) {
        return new PolicyLayers(
                otherIdentity,
                otherBoundary,
                session,
                resource,
                otherServiceControl,
                resourceControl,
                isClosedToOthers);
    }

    /** True when control policies are there of which it is not known whether they bind. */
    public boolean mayNotBind() {
        return Stream.concat(serviceControl.stream(), resourceControl.stream())
                .anyMatch(level -> level.binds() == Answer.UNKNOWN);
    }

    /** The same, if all control policies bind. */
    public PolicyLayers bound() {
        return new PolicyLayers(
                identity, boundary, session, resource, bound(serviceControl), bound(resourceControl), isClosedToOthers);
    }

    private static List<Level> bound(List<Level> levels) {
        return levels.stream()
                .map(level -> new Level(level.policies(), Answer.YES))
                .toList();
    }
}
