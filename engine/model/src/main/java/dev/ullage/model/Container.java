package dev.ullage.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the resource hierarchy that holds buckets, principals or other nodes.
 *
 * @param id {@code organizations/1}, {@code folders/2}, {@code projects/acme-ml} (project id, not number) on GCP; the
 *     12-digit account, {@code ou-…}, {@code r-…} or {@code o-…} on AWS
 * @param name display name, or the id where there is none
 * @param parent id of the node above; null at the top, or where it was not read
 * @param aliases other ids of the same node, such as {@code projects/123456789} (project number)
 */
public record Container(
        Provider provider,
        String id,
        ContainerKind kind,
        String name,
        @Nullable String parent,
        List<String> aliases,
        Source source)
        implements Fact {

    public Container {
        aliases = List.copyOf(aliases);
    }
}
