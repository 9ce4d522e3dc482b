package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.FederationProvider;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OidcProviderReaderTest {

    private static final String GITHUB = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private void provider(String file) {
        exports.file(file, """
                {"Url": "token.actions.githubusercontent.com", "ClientIDList": ["sts.amazonaws.com"],
                 "ThumbprintList": ["6938fd4d98bab03faadb97b34396831e3780aea1"],
                 "CreateDate": "2024-01-01T00:00:00+00:00", "Tags": []}""");
    }

    private void list(String arns) {
        exports.file("111122223333/list.json", "{\"OpenIDConnectProviderList\": [" + arns + "]}");
    }

    @Test
    void a_provider_gets_its_arn_from_its_account_and_url() {
        provider("aws/111122223333/oidc/github.json");

        var provider = exports.fact(FederationProvider.class);
        assertThat(provider.id()).isEqualTo(GITHUB);
        assertThat(provider.issuer()).isEqualTo("https://token.actions.githubusercontent.com");
        assertThat(provider.audiences()).containsExactly("sts.amazonaws.com");
        assertThat(provider.container()).isEqualTo("111122223333");
    }

    @Test
    void federation_is_covered_when_all_listed_providers_are_read() {
        list("{\"Arn\": \"" + GITHUB + "\"}");
        provider("github.json");

        assertThat(exports.coverage(Topic.FEDERATION, "111122223333")).isEqualTo("COMPLETE");
    }

    @Test
    void an_account_without_providers_is_covered() {
        list("");

        assertThat(exports.coverage(Topic.FEDERATION, "111122223333")).isEqualTo("COMPLETE");
    }

    @Test
    void a_listed_provider_that_was_not_read_is_a_gap() {
        list("{\"Arn\": \"" + GITHUB + "\"}");

        assertThat(exports.coverage(Topic.FEDERATION, "111122223333"))
                .isEqualTo("PARTIAL not read: `get-open-id-connect-provider` of " + GITHUB);
    }

    @Test
    void providers_without_their_list_are_perhaps_not_all() {
        provider("111122223333/github.json");

        assertThat(exports.coverage(Topic.FEDERATION, "111122223333"))
                .isEqualTo("PARTIAL not read: `list-open-id-connect-providers`");
    }

    @Test
    void a_provider_of_nobody_knows_which_account_is_a_gap() {
        provider("github.json");

        assertThat(exports.facts(FederationProvider.class)).isEmpty();
        assertThat(exports.coverage(Topic.FEDERATION, "*")).startsWith("PARTIAL `github.json` does not say");
    }
}
