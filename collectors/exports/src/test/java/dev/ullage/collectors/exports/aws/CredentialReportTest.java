package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Answer;
import dev.ullage.model.Credential;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialReportTest {

    private static final String HEADER = "user,arn,user_creation_time,password_enabled,password_last_used,"
            + "password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
            + "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
            + "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,"
            + "cert_2_active,cert_2_last_rotated\n";
    private static final String ROOT = "<root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00+00:00,"
            + "not_supported,2026-01-01T00:00:00+00:00,not_supported,not_supported,true,";
    private static final String NO_KEYS = "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n";
    private static final String NO_SECOND_KEY = ",N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n";
    private static final String BOB = "arn:aws:iam::111122223333:user/bob";

    private Exports exports;

    @BeforeEach
    void in(@TempDir Path folder) {
        exports = new Exports(folder);
    }

    private Exports report(String... rows) {
        return exports.file("aws/report.csv", HEADER + String.join("", rows));
    }

    private static String bob(String password, String key) {
        return "bob," + BOB + ",2023-01-01T00:00:00+00:00," + password + ",N/A,false," + key;
    }

    @Test
    void a_password_that_was_used_says_when() {
        report(bob("true,2026-10-01T08:00:00+00:00,2025-01-01T00:00:00+00:00", NO_KEYS));

        assertThat(exports.fact(Credential.class))
                .isEqualTo(new Credential(
                        Provider.AWS,
                        CredentialKind.PASSWORD,
                        BOB + "#password",
                        BOB,
                        Instant.parse("2025-01-01T00:00:00Z"),
                        null,
                        Answer.YES,
                        Answer.YES,
                        Instant.parse("2026-10-01T08:00:00Z"),
                        new Source("aws/report.csv", 2, "")));
    }

    @Test
    void no_information_of_a_password_means_never_since_tracking_began() {
        report(bob("true,no_information,2025-01-01T00:00:00+00:00", NO_KEYS));

        assertThat(exports.fact(Credential.class).used()).isEqualTo(Answer.NO);
    }

    @Test
    void a_user_without_a_password_or_key_has_no_credential() {
        report(bob("false,N/A,N/A", NO_KEYS));

        assertThat(exports.facts(Credential.class)).isEmpty();
        assertThat(exports.coverage(Topic.CREDENTIALS, "111122223333")).isEqualTo("COMPLETE");
    }

    @Test
    void a_key_of_which_the_last_use_is_not_applicable_was_never_used() {
        report(bob("false,N/A,N/A", "true,2024-05-06T07:08:09+00:00,N/A" + NO_SECOND_KEY));

        var key = exports.fact(Credential.class);
        assertThat(key.id()).isEqualTo(BOB + "#access_key_1");
        assertThat(key.kind()).isEqualTo(CredentialKind.ACCESS_KEY);
        assertThat(key.created()).isEqualTo("2024-05-06T07:08:09Z");
        assertThat(key.active()).isEqualTo(Answer.YES);
        assertThat(key.used()).isEqualTo(Answer.NO);
    }

    @Test
    void a_use_that_is_not_supported_is_not_known() {
        report(bob("false,N/A,N/A", "true,2024-05-06T07:08:09+00:00,not_supported" + NO_SECOND_KEY));

        assertThat(exports.fact(Credential.class).used()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void a_key_that_is_switched_off_is_still_a_key() {
        report(bob("false,N/A,N/A", "false,2024-05-06T07:08:09+00:00,2025-01-02T03:04:05+00:00" + NO_SECOND_KEY));

        assertThat(exports.fact(Credential.class).active()).isEqualTo(Answer.NO);
    }

    @Test
    void an_active_root_key_is_a_root_access_key() {
        report(ROOT + "true,2021-01-01T00:00:00+00:00,N/A" + NO_SECOND_KEY);

        assertThat(exports.fact(Credential.class).kind()).isEqualTo(CredentialKind.ROOT_ACCESS_KEY);
        assertThat(exports.fact(Credential.class).principal()).isEqualTo("arn:aws:iam::111122223333:root");
    }

    @Test
    void the_root_user_without_an_active_key_has_no_credential() {
        report(ROOT + "false,2021-01-01T00:00:00+00:00,N/A" + NO_SECOND_KEY);

        assertThat(exports.facts(Credential.class)).isEmpty();
    }

    @Test
    void a_name_with_a_comma_is_quoted() {
        report("\"bob,by\",arn:aws:iam::111122223333:user/bob-by,2023-01-01T00:00:00+00:00,true,N/A,N/A,N/A,false,"
                + NO_KEYS);

        assertThat(exports.fact(Credential.class).principal()).isEqualTo("arn:aws:iam::111122223333:user/bob-by");
    }

    @Test
    void the_printed_output_with_the_report_in_base64_is_the_same() {
        var csv = HEADER + bob("true,no_information,2025-01-01T00:00:00+00:00", NO_KEYS);
        exports.file(
                "report.json",
                "{\"Content\": \"" + Base64.getEncoder().encodeToString(csv.getBytes(StandardCharsets.UTF_8))
                        + "\", \"ReportFormat\": \"text/csv\", \"GeneratedTime\": \"2026-11-20T00:00:00+00:00\"}");

        assertThat(exports.fact(Credential.class).id()).isEqualTo(BOB + "#password");
    }

    @Test
    void a_report_that_breaks_off_inside_a_row_is_not_complete() {
        report("bob," + BOB + ",2023-01");

        assertThat(exports.problem("aws/report.csv"))
                .isEqualTo("aws/report.csv:2:1: has 3 values, which are not as many as the first line names; export it"
                        + " again");
        assertThat(exports.coverage(Topic.CREDENTIALS, "111122223333")).doesNotContain("COMPLETE");
    }

    @Test
    void a_missing_column_is_named() {
        exports.file("report.csv", "user,arn,user_creation_time\nx,y,z\n");

        assertThat(exports.problem("report.csv"))
                .startsWith("report.csv:1:1: column `password_enabled` is not there exactly once");
    }

    @Test
    void a_time_that_is_none_is_named() {
        report(bob("true,yesterday,N/A", NO_KEYS));

        assertThat(exports.problem("aws/report.csv")).startsWith("aws/report.csv:2:1: column `password_last_used` is");
    }

    @Test
    void a_quotation_mark_out_of_place_is_told() {
        report("\"bob\"x," + BOB + "\n");

        assertThat(exports.problem("aws/report.csv")).contains("a quotation mark is out of place");
    }
}
