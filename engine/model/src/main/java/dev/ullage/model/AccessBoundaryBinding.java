package dev.ullage.model;

import org.jspecify.annotations.Nullable;

/**
 * Says that a GCP principal access boundary holds for a set of principals.
 *
 * @param name the binding's own name
 * @param boundary {@link AccessBoundary#name}; the boundary itself may be missing from the input
 * @param principalSet full resource name, such as {@code //cloudresourcemanager.googleapis.com/organizations/1}
 * @param condition which of the principals are meant; null for all
 */
public record AccessBoundaryBinding(
        String name,
        String boundary,
        String principalSet,
        @Nullable Condition condition,
        Source source) implements Fact {}
