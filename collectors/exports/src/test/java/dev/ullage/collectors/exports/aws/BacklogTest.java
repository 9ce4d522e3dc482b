package dev.ullage.collectors.exports.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.collectors.exports.ExportFolder;
import dev.ullage.collectors.exports.ExportLimits;
import dev.ullage.collectors.exports.ExportProgress;
import dev.ullage.collectors.exports.ExportResult;
import dev.ullage.model.InputFile;
import dev.ullage.model.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogTest {

    private static final int LIMIT = 10_000;

    @TempDir
    Path folder;

    private ExportResult read(String file, String head, IntFunction<String> part, String tail) throws IOException {
        var content = new StringBuilder(head);
        for (int i = 0; i < 1000; i++) {
            content.append(part.apply(i));
        }
        Files.writeString(folder.resolve(file), content.append(tail));
        var readers = AwsReaders.all(new Backlog(LIMIT));
        return new ExportFolder(readers.records(), readers.texts(), ExportLimits.STANDARD, ExportProgress.SILENT)
                .read(folder);
    }

    private static void assertThatItWasBounded(ExportResult result) {
        assertThat(result.files())
                .extracting(InputFile::problem)
                .singleElement()
                .asString()
                .contains("left out, because what has to be kept");
    }

    @Test
    void answers_that_wait_for_their_bucket_are_bounded() throws IOException {
        var result = read("111122223333", "", i -> "{\"Status\": \"Enabled\"}\n", "");

        assertThatItWasBounded(result);
        assertThat(result.facts()).hasSizeLessThan(LIMIT / 100 + 10).noneMatch(Setting.class::isInstance);
    }

    @Test
    void principals_in_a_log_are_bounded() throws IOException {
        var result = read(
                "log.json",
                "",
                i -> "{\"eventSource\": \"s3.amazonaws.com\", \"eventName\": \"GetObject\", \"eventTime\":"
                        + " \"2026-11-01T00:00:00Z\", \"userIdentity\": {\"arn\": \"arn:aws:iam::111122223333:user/" + i
                        + "\"}, \"requestParameters\": {\"bucketName\": \"acme-models\"}}\n",
                "");

        assertThatItWasBounded(result);
    }

    @Test
    void members_of_groups_are_bounded() throws IOException {
        var result = read(
                "iam.json",
                "{\"UserDetailList\": [{\"UserName\": \"a\", \"Arn\": \"arn:aws:iam::111122223333:user/a\", \"GroupList\": [\"g\"",
                i -> ",\"g" + i + "\"",
                "]}]}");

        assertThatItWasBounded(result);
    }

    @Test
    void buckets_of_objects_are_bounded() throws IOException {
        var result = read(
                "acls.ndjson",
                "",
                i -> "{\"Bucket\": \"b-" + i + "\", \"Key\": \"k\", \"Owner\": {}, \"Grants\": []}\n",
                "");

        assertThatItWasBounded(result);
    }

    @Test
    void errors_are_bounded() throws IOException {
        var result = read(
                "errors.txt",
                "",
                i -> "An error occurred (AccessDenied) when calling the ListBuckets operation: no\n",
                "");

        assertThatItWasBounded(result);
    }

    @Test
    void rows_of_a_credential_report_are_bounded() throws IOException {
        var result = read(
                "report.csv",
                "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
                        + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
                        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date\n",
                i -> "u" + i + ",arn:aws:iam::111122223333:user/u" + i
                        + ",x,false,N/A,N/A,true,N/A,N/A,false,N/A,N/A\n",
                "");

        assertThatItWasBounded(result);
    }
}
