package dev.ullage.collectors.exports.aws;

import dev.ullage.model.Answer;
import dev.ullage.model.Credential;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one file says of one access key.
 *
 * @param id the key's own id, or where the file has none, the user's ARN with the place of the key in the report
 * @param user ARN
 * @param created cut to seconds; null when the file does not say it
 */
record AccessKey(
        CredentialKind kind,
        String id,
        String user,
        @Nullable Instant created,
        Answer active,
        LastUse lastUse,
        Source source) {

    AccessKey {
        created = created == null ? null : created.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The same key with what another file adds. */
    AccessKey with(AccessKey other) {
        return new AccessKey(
                kind,
                id,
                user,
                created == null ? other.created : created,
                active == Answer.UNKNOWN ? other.active : active,
                lastUse.or(other.lastUse),
                source);
    }

    /** The same key with what another file says of its use. */
    AccessKey used(LastUse other) {
        return new AccessKey(kind, id, user, created, active, lastUse.or(other), source);
    }

    /** As a fact. */
    Credential credential() {
        return new Credential(
                Provider.AWS, kind, id, user, created, null, active, lastUse.used(), lastUse.at(), source);
    }
}
