package dev.ullage.collectors.exports.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.Answer;
import dev.ullage.model.Credential;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.CustomRole;
import dev.ullage.model.Fact;
import dev.ullage.model.Principal;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import java.time.Instant;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Service accounts, their keys and custom roles.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts.keys">Keys</a>
 */
final class IdentityFacts {

    private static final Pattern KEY_NAME = Pattern.compile("projects/[^/]+/serviceAccounts/([^/]+)/keys/([^/]+)");

    /** Keys without an end carry the last second of the year 9999. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final GcpEstate estate;

    IdentityFacts(GcpEstate estate) {
        this.estate = estate;
    }

    void account(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        var data = asset.data();
        var email = JsonFields.required(data, asset.dataAt(), "email");
        var project = JsonFields.required(data, asset.dataAt(), "projectId");
        var title = JsonFields.text(data, "displayName");
        var enabled = Answer.of(!data.path("disabled").asBoolean());
        var source = asset.source().inside(asset.dataAt());
        var uniqueId = JsonFields.text(data, "uniqueId");
        estate.serviceAccount(uniqueId, email);
        estate.later(
                () -> new Principal(
                        Provider.GCP,
                        "serviceAccount:" + email,
                        PrincipalKind.SERVICE_ACCOUNT,
                        "projects/" + project,
                        title.isEmpty() ? email : title,
                        enabled,
                        null,
                        lastActive(email, uniqueId),
                        null,
                        new TreeMap<>(),
                        source),
                facts);
    }

    void key(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        var data = asset.data();
        var name = JsonFields.required(data, asset.dataAt(), "name");
        var parts = KEY_NAME.matcher(name);
        if (!parts.matches()) {
            throw new MalformedRecordException(
                    asset.dataAt() + "/name", "`name` is not that of a service account's key; export it again");
        }
        var account = parts.group(1);
        var id = parts.group(2);
        var kind = JsonFields.required(data, asset.dataAt(), "keyType").equals("SYSTEM_MANAGED")
                ? CredentialKind.SYSTEM_MANAGED_KEY
                : CredentialKind.USER_MANAGED_KEY;
        var created = JsonFields.time(data, asset.dataAt(), "validAfterTime");
        var expires = expiry(data, asset.dataAt());
        var active = Answer.of(!data.path("disabled").asBoolean());
        var source = asset.source().inside(asset.dataAt());
        estate.later(
                () -> {
                    var use = estate.lastUse(id);
                    return new Credential(
                            Provider.GCP,
                            kind,
                            name,
                            "serviceAccount:" + estate.email(account),
                            created,
                            expires,
                            active,
                            use == null ? Answer.UNKNOWN : Answer.of(use.when() != null),
                            use == null ? null : use.when(),
                            source);
                },
                facts);
    }

    void role(Asset asset, Consumer<Fact> facts) throws MalformedRecordException {
        var data = asset.data();
        facts.accept(new CustomRole(
                JsonFields.required(data, asset.dataAt(), "name"),
                JsonFields.text(data, "title"),
                JsonFields.texts(data.path("includedPermissions"), asset.dataAt() + "/includedPermissions"),
                data.path("deleted").asBoolean(),
                asset.source().inside(asset.dataAt())));
    }

    private @Nullable Instant lastActive(String email, String uniqueId) {
        var use = estate.lastUse(email);
        if (use == null) {
            use = estate.lastUse(uniqueId);
        }
        return use == null ? null : use.when();
    }

    private static @Nullable Instant expiry(JsonNode data, String pointer) throws MalformedRecordException {
        var time = JsonFields.time(data, pointer, "validBeforeTime");
        return time == null || time.isAfter(NEVER) ? null : time;
    }
}
