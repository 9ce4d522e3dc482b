package dev.ullage.access.aws.policy;

import java.util.List;
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
 */
public record PolicyLayers(
        List<CompiledPolicy> identity,
        @Nullable List<CompiledPolicy> boundary,
        @Nullable List<CompiledPolicy> session,
        List<CompiledPolicy> resource,
        List<List<CompiledPolicy>> serviceControl,
        List<List<CompiledPolicy>> resourceControl) {

    public PolicyLayers {
        identity = List.copyOf(identity);
        boundary = boundary == null ? null : List.copyOf(boundary);
        session = session == null ? null : List.copyOf(session);
        resource = List.copyOf(resource);
        serviceControl = serviceControl.stream().map(List::copyOf).toList();
        resourceControl = resourceControl.stream().map(List::copyOf).toList();
    }
}
