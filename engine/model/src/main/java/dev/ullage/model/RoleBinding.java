package dev.ullage.model;

import org.jspecify.annotations.Nullable;

/**
 * One member of one role in one GCP allow policy. A policy's binding of n members becomes n of these.
 *
 * @param resource what the policy is attached to: {@code organizations/1}, {@code folders/2},
 *     {@code projects/acme-ml}, {@code gs://bucket}, {@code gs://bucket/folder/} (a managed folder), a service account's
 *     {@link Principal#id}, or for anything else the Cloud Asset name as it stands
 * @param role {@code roles/storage.objectViewer} or a custom role's full name
 * @param member exactly as the policy has it
 * @param condition null when the binding is unconditional
 * @param version the policy's etag; null where the export leaves it out
 */
public record RoleBinding(
        String resource,
        String role,
        String member,
        @Nullable Condition condition,
        @Nullable String version,
        Source source)
        implements Fact {}
