package dev.ullage.model;

import java.util.List;

/**
 * A GCP role as the estate defines it.
 *
 * @param name {@code projects/acme-ml/roles/trainer} or {@code organizations/1/roles/trainer}
 * @param permissions native permissions, sorted
 * @param deleted true for a soft-deleted role, whose bindings grant nothing
 */
public record CustomRole(String name, String title, List<String> permissions, boolean deleted, Source source)
        implements Fact {

    public CustomRole {
        permissions = permissions.stream().sorted().distinct().toList();
    }
}
