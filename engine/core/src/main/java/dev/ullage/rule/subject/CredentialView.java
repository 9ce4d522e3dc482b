package dev.ullage.rule.subject;

import dev.ullage.model.Answer;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A credential's public facts as rules see them; never the secret. */
@Means("the credential")
public record CredentialView(
        @Means("the cloud that accepts it") Provider provider,
        @Means("what sort of credential it is") CredentialKind kind,

        @Means(value = "its id", example = "AKIAIOSFODNN7EXAMPLE")
        String id,

        @Means(value = "when it was made or last rotated", example = "as_of - credential.created > days(90)") @Nullable
        Instant created,

        @Means(value = "whether it is accepted today", note = "Neither disabled nor expired")
        Answer active,

        @Means(
                value = "whether it stays good until somebody ends it",
                note = "Keys are; passwords and the provider's own keys are not")
        boolean longLived,

        @Means("whether the provider reports that it was never used")
        Answer neverUsed,

        @Means(
                value = "when it was last used",
                note = "Absent also when it never was: ask `never_used` first",
                example = "as_of - credential.last_used > days(45)")
        @Nullable
        Instant lastUsed)
        implements View {}
