package dev.ullage.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A credential's public facts; never the secret.
 *
 * @param id the provider's id, such as an access key id or a service-account key's full name
 * @param principal {@link Principal#id} of the one it acts as
 * @param created when made or last rotated; null when not read
 * @param expires null when it does not expire or that was not read
 * @param active {@code NO} when disabled
 * @param used {@code YES} when the provider reports a use, {@code NO} when it reports that there was none since it
 *     began to track, {@code UNKNOWN} when it says nothing
 * @param lastUsed the reported last use; null unless {@code used} is {@code YES}
 */
public record Credential(
        Provider provider,
        CredentialKind kind,
        String id,
        String principal,
        @Nullable Instant created,
        @Nullable Instant expires,
        Answer active,
        Answer used,
        @Nullable Instant lastUsed,
        Source source)
        implements Fact {}
