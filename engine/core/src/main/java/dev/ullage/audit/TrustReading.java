package dev.ullage.audit;

import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.ConditionClause;
import dev.ullage.model.Effect;
import dev.ullage.model.FederationProvider;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Provider;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Source;
import dev.ullage.rule.subject.TrustKind;
import dev.ullage.rule.subject.TrustView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Trusts in identities of somewhere else, in the words that rules use. */
final class TrustReading {

    /** One trust of a role. */
    record RoleTrust(TrustView view, String says, Source source) {}

    /** Values of a subject that leave nobody out. */
    private static final Set<String> ANYBODY = Set.of("*", "repo:*", "project_path:*", "system:serviceaccount:*");

    private final Map<String, PolicyDocument> documents = new HashMap<>();

    TrustReading(Snapshot snapshot) {
        snapshot.all(PolicyDocument.class).forEach(document -> documents.putIfAbsent(document.id(), document));
    }

    TrustView of(FederationProvider provider) {
        var condition = provider.attributeCondition();
        // A pool that trusts another cloud's account is limited to that account.
        boolean restricted = condition != null || provider.issuer().startsWith("aws:");
        return new TrustView(
                Provider.GCP,
                TrustKind.IDENTITY_POOL,
                provider.id(),
                provider.issuer(),
                condition == null ? "" : condition,
                Answer.of(restricted),
                provider.enabled());
    }

    /** Every outside identity that a role's trust policy names; none for an attachment of another kind. */
    List<RoleTrust> ofRole(PolicyAttachment attachment) {
        var document = documents.get(attachment.policy());
        var trusts = new ArrayList<RoleTrust>();
        if (attachment.kind() == AttachmentKind.TRUST && document != null) {
            for (var statement : document.statements()) {
                if (statement.effect() == Effect.ALLOW && statement.problems().isEmpty()) {
                    statement
                            .principals()
                            .forEach((type, ids) ->
                                    ids.forEach(id -> trusts.add(trust(attachment.target(), type, id, statement))));
                }
            }
        }
        return trusts;
    }

    private static RoleTrust trust(String role, String type, String id, PolicyStatement statement) {
        var kind = switch (type) {
            case "Federated" -> id.contains(":saml-provider/") ? TrustKind.SAML_ROLE : TrustKind.OIDC_ROLE;
            case "Service" -> TrustKind.SERVICE_ROLE;
            default -> TrustKind.ACCOUNT_ROLE;
        };
        var subjects =
                statement.conditions().stream().filter(TrustReading::isSubject).toList();
        var values =
                subjects.stream().flatMap(clause -> clause.values().stream()).toList();
        boolean restricted = !values.isEmpty() && values.stream().noneMatch(ANYBODY::contains);
        return new RoleTrust(
                new TrustView(
                        Provider.AWS,
                        kind,
                        role,
                        id,
                        String.join(", ", values),
                        // A service or an account that is named is named; what an issuer vouches for needs a subject.
                        kind == TrustKind.OIDC_ROLE || kind == TrustKind.SAML_ROLE
                                ? Answer.of(restricted)
                                : Answer.of(!id.equals("*") || restricted),
                        Answer.YES),
                "the trust policy of %s lets %s in%s"
                        .formatted(
                                role, id, values.isEmpty() ? " without a subject" : " as " + String.join(", ", values)),
                statement.source());
    }

    private static boolean isSubject(ConditionClause clause) {
        var key = clause.key().toLowerCase(Locale.ROOT);
        return clause.operator().startsWith("String")
                && !clause.operator().contains("Not")
                && (key.endsWith(":sub") || key.equals("saml:sub") || key.equals("sts:externalid"));
    }
}
