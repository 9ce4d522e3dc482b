package dev.ullage.collectors.exports.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ullage.model.Answer;
import dev.ullage.model.Credential;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.Principal;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HMAC keys, and the last use of service-account keys. */
class CredentialReadersTest {

    private static final String ACCOUNT = "t@p.iam.gserviceaccount.com";

    @TempDir
    Path root;

    @Test
    void an_hmac_key_is_a_credential_of_its_service_account() {
        var folder = new GcpFolder(root).file("hmac.json", """
                        [{"accessId":"GOOG1E","kind":"storage#hmacKeyMetadata","projectId":"p","serviceAccountEmail":"t@p.iam.gserviceaccount.com",
                          "state":"INACTIVE","timeCreated":"2025-12-01T11:24:09.613000+00:00"}]
                        """);

        assertThat(folder.all(Credential.class))
                .containsExactly(new Credential(
                        Provider.GCP,
                        CredentialKind.HMAC_KEY,
                        "GOOG1E",
                        "serviceAccount:" + ACCOUNT,
                        Instant.parse("2025-12-01T11:24:09.613Z"),
                        null,
                        Answer.NO,
                        Answer.UNKNOWN,
                        null,
                        new Source("hmac.json", 1, "/0")));
    }

    @Test
    void a_reported_use_and_a_reported_lack_of_use_reach_the_key_and_the_account() {
        var folder = new GcpFolder(root)
                .file("activity.json", """
                        {"activities":[
                        {"fullResourceName":"//iam.googleapis.com/projects/p/serviceAccounts/%1$s/keys/k1","activityType":"serviceAccountKeyLastAuthentication",
                         "activity":{"lastAuthenticatedTime":"2026-10-01T07:00:00Z"}},
                        {"fullResourceName":"//iam.googleapis.com/projects/p/serviceAccounts/%1$s/keys/k2","activityType":"serviceAccountKeyLastAuthentication",
                         "activity":{}},
                        {"fullResourceName":"//iam.googleapis.com/projects/p/serviceAccounts/%1$s","activityType":"serviceAccountLastAuthentication",
                         "activity":{"lastAuthenticatedTime":"2026-10-01T07:00:00Z"}}]}
                        """.formatted(ACCOUNT))
                .file("keys.json", key("k1") + key("k2") + key("k3") + account());

        assertThat(folder.all(Credential.class))
                .extracting(Credential::used, Credential::lastUsed)
                .containsExactly(
                        tuple(Answer.YES, Instant.parse("2026-10-01T07:00:00Z")),
                        tuple(Answer.NO, null),
                        tuple(Answer.UNKNOWN, null));
        assertThat(folder.all(Principal.class))
                .extracting(Principal::lastActive)
                .containsExactly(Instant.parse("2026-10-01T07:00:00Z"));
    }

    private static String account() {
        return "{\"name\":\"//iam.googleapis.com/projects/p/serviceAccounts/1\",\"asset_type\":\"iam.googleapis.com/ServiceAccount\","
                + "\"resource\":{\"data\":{\"email\":\"" + ACCOUNT + "\",\"projectId\":\"p\",\"uniqueId\":\"1\"}}}";
    }

    private static String key(String id) {
        return "{\"name\":\"//iam.googleapis.com/projects/p/serviceAccounts/1/keys/" + id
                + "\",\"asset_type\":\"iam.googleapis.com/ServiceAccountKey\",\"resource\":{\"data\":{\"keyType\":\"USER_MANAGED\","
                + "\"name\":\"projects/p/serviceAccounts/" + ACCOUNT + "/keys/" + id + "\"}}}";
    }
}
