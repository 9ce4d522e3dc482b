package dev.ullage.rule.subject;

import dev.ullage.model.Answer;
import dev.ullage.model.Provider;
import org.jspecify.annotations.Nullable;

/** A trust in identities of somewhere else, as rules see it. */
@Means("the trust in identities of somewhere else")
public record TrustView(
        @Means("the cloud that trusts") Provider provider,
        @Means("in which way an outside identity is let in") TrustKind kind,

        @Means(
                value = "which pool's provider or which role it is of",
                example = "arn:aws:iam::111122223333:role/deployer")
        String id,

        @Means(value = "who vouches for the outside identity", example = "https://token.actions.githubusercontent.com")
        @Nullable
        String issuer,

        @Means(
                value = "which condition an outside identity must meet",
                note = "In the provider's words; empty for none",
                example = "repo:acme/models:ref:refs/heads/main")
        String subject,

        @Means(
                value = "whether only named outside identities are let in",
                note = "Instead of all whom the issuer vouches for")
        Answer subjectRestricted,

        @Means(value = "whether it is in force", note = "Neither disabled nor deleted")
        Answer enabled)
        implements View {

    public TrustView {
        issuer = issuer == null || issuer.isEmpty() ? null : issuer;
    }
}
