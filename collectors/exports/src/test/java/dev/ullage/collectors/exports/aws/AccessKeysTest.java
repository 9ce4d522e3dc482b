package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Answer;
import dev.ullage.model.Coverage;
import dev.ullage.model.Credential;
import dev.ullage.model.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessKeysTest {

    private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,"
            + "password_last_changed,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date\n";
    private static final String CI = "arn:aws:iam::111122223333:user/robots/ci";
    private static final String CI_ROW = "ci," + CI + ",2023-01-01T00:00:00+00:00,false,N/A,N/A,";
    private static final String FIRST = "AKIAEXAMPLEFIRST0001";
    private static final String SECOND = "AKIAEXAMPLESECOND002";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private AccessKeysTest report(String keys) {
        exports.file("aws/111122223333/credential-report.csv", HEADER + CI_ROW + keys + "\n");
        return this;
    }

    private AccessKeysTest list(String... keys) {
        exports.file("aws/111122223333/keys/ci.json", "{\"AccessKeyMetadata\": [" + String.join(",", keys) + "]}");
        return this;
    }

    private static String key(String id, String created) {
        return "{\"UserName\": \"ci\", \"AccessKeyId\": \"" + id + "\", \"Status\": \"Active\", \"CreateDate\": \""
                + created + "\"}";
    }

    @Test
    void a_key_that_is_in_report_and_list_is_given_once_with_its_own_id_and_the_reports_use() {
        report("true,2024-05-06T07:08:09+00:00,2026-11-01T00:00:00+00:00,false,N/A,N/A")
                .list(key(FIRST, "2024-05-06T07:08:09+00:00"));

        var key = exports.fact(Credential.class);
        assertThat(key.id()).isEqualTo(FIRST);
        assertThat(key.principal()).isEqualTo(CI);
        assertThat(key.lastUsed()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(key.source().file()).isEqualTo("aws/111122223333/keys/ci.json");
    }

    @Test
    void two_keys_are_matched_by_their_creation() {
        report("true,2025-05-06T07:08:09+00:00,N/A,true,2024-01-01T00:00:00+00:00,2026-11-01T00:00:00+00:00")
                .list(key(FIRST, "2024-01-01T00:00:00Z"), key(SECOND, "2025-05-06T07:08:09Z"));

        assertThat(exports.facts(Credential.class))
                .extracting(Credential::id, Credential::used)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(FIRST, Answer.YES),
                        org.assertj.core.groups.Tuple.tuple(SECOND, Answer.NO));
    }

    @Test
    void a_key_with_another_creation_is_not_given_the_use_of_the_one_in_the_report() {
        report("true,2024-05-06T07:08:09+00:00,2026-11-01T00:00:00+00:00,false,N/A,N/A")
                .list(key(FIRST, "2026-11-15T00:00:00+00:00"));

        assertThat(exports.fact(Credential.class).id()).isEqualTo(FIRST);
        assertThat(exports.fact(Credential.class).used()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void a_second_key_that_only_the_report_knows_is_given_too() {
        report("true,2024-05-06T07:08:09+00:00,N/A,true,2025-01-01T00:00:00+00:00,N/A")
                .list(key(FIRST, "2024-05-06T07:08:09+00:00"));

        assertThat(exports.facts(Credential.class))
                .extracting(Credential::id)
                .containsExactlyInAnyOrder(FIRST, CI + "#access_key_2");
    }

    @Test
    void the_last_use_joins_the_list_by_the_key_id_in_the_path() {
        list(key(FIRST, "2024-01-01T00:00:00Z"), key(SECOND, "2025-05-06T07:08:09Z"));
        exports.file("aws/111122223333/last-used/" + SECOND + ".json", """
                {"UserName": "ci", "AccessKeyLastUsed":
                  {"LastUsedDate": "2026-11-02T00:00:00+00:00", "ServiceName": "s3", "Region": "us-east-1"}}""");

        assertThat(exports.facts(Credential.class))
                .filteredOn(key -> key.id().equals(SECOND))
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.created()).isEqualTo("2025-05-06T07:08:09Z");
                    assertThat(key.lastUsed()).isEqualTo("2026-11-02T00:00:00Z");
                });
    }

    @Test
    void a_last_use_without_a_date_means_never_since_tracking_began() {
        exports.file(
                "aws/111122223333/x.json",
                "{\"AccessKeyId\": \"" + FIRST + "\", \"UserName\": \"ci\", \"AccessKeyLastUsed\": {\"ServiceName\":"
                        + " \"N/A\", \"Region\": \"N/A\"}}");

        assertThat(exports.fact(Credential.class).used()).isEqualTo(Answer.NO);
        assertThat(exports.fact(Credential.class).active()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void a_last_use_that_names_no_key_belongs_to_the_only_key_of_the_user() {
        list(key(FIRST, "2024-01-01T00:00:00Z"));
        exports.file(
                "aws/111122223333/used.json",
                "{\"UserName\": \"ci\", \"AccessKeyLastUsed\": {\"LastUsedDate\": \"2026-11-02T00:00:00Z\"}}");

        assertThat(exports.fact(Credential.class).used()).isEqualTo(Answer.YES);
    }

    @Test
    void a_last_use_that_could_be_of_two_keys_is_of_none() {
        list(key(FIRST, "2024-01-01T00:00:00Z"), key(SECOND, "2025-05-06T07:08:09Z"));
        exports.file(
                "aws/111122223333/used.json",
                "{\"UserName\": \"ci\", \"AccessKeyLastUsed\": {\"LastUsedDate\": \"2026-11-02T00:00:00Z\"}}");

        assertThat(exports.facts(Credential.class))
                .extracting(Credential::used)
                .containsExactly(Answer.UNKNOWN, Answer.UNKNOWN);
        assertThat(exports.facts(Coverage.class))
                .filteredOn(coverage -> coverage.scope().equals("111122223333"))
                .extracting(Coverage::reason)
                .contains("`aws/111122223333/used.json` does not say which key it describes; put the key's id into the"
                        + " file's name");
    }

    @Test
    void lists_of_keys_alone_do_not_cover_the_account() {
        list(key(FIRST, "2024-01-01T00:00:00Z"));

        assertThat(exports.coverage(Topic.CREDENTIALS, "111122223333"))
                .isEqualTo("PARTIAL not read: `get-credential-report`, which lists every user");
    }

    @Test
    void keys_of_nobody_knows_which_account_are_a_gap() {
        exports.file("keys.json", "{\"AccessKeyMetadata\": [" + key(FIRST, "2024-01-01T00:00:00Z") + "]}");

        assertThat(exports.facts(Credential.class)).isEmpty();
        assertThat(exports.coverage(Topic.CREDENTIALS, "*")).contains("`keys.json` does not say whose account");
    }
}
