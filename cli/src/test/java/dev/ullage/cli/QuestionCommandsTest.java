package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions on the example estate; what the tables look like is shown by the how-to page. */
final class QuestionCommandsTest {

    @TempDir
    private static Path folder;

    private static Nights nights;

    @BeforeAll
    static void two_nights() throws Exception {
        nights = Nights.in(folder);
    }

    private static int run(CommandRun run, String line) {
        return run.run(line.replace("SUNDAY", nights.sunday().toString())
                .replace("MONDAY", nights.monday().toString())
                .split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "0, who-can delete gs://acme-models --estate SUNDAY",
        "4, who-can read s3://acme-lab-archive --estate SUNDAY",
        "4, who-can read gs://acme-model --estate SUNDAY",
        "2, who-can impersonate gs://acme-models --estate SUNDAY",
        "2, who-can s3:GetObject gs://acme-models --estate SUNDAY",
        "2, who-can read projects/acme-data --estate SUNDAY",
        "4, what-can user:nobody@acme.example --estate SUNDAY",
        "0, explain user:mira@acme.example delete gs://acme-models/x --estate SUNDAY",
        "0, explain user:ines@acme.example delete gs://acme-models/x --estate SUNDAY",
        "4, explain arn:aws:iam::444455556666:role/legacy-batch read s3://acme-lab-archive/x --estate SUNDAY",
        "2, explain user:mira@acme.example delete gs://acme-models/* --estate SUNDAY",
        "2, explain user:mira@acme.example delete gs://acme-models --estate SUNDAY",
        "0, diff SUNDAY SUNDAY",
        "3, diff SUNDAY MONDAY",
        "3, diff SUNDAY MONDAY --fail-on any",
        "4, diff SUNDAY MONDAY --fail-on never",
        "2, diff SUNDAY no-such-folder",
    })
    void the_exit_code_tells_how_the_question_was_answered(int exit, String line) {
        assertThat(run(new CommandRun(), line)).isEqualTo(exit);
    }

    @Test
    void a_snapshot_answers_as_the_exports_do() {
        var ofExports = new CommandRun();
        var ofSnapshot = new CommandRun();
        run(ofExports, "who-can read s3://acme-vision-data --format json --estate " + Acme.FOLDER);
        run(ofSnapshot, "who-can read s3://acme-vision-data --format json --estate SUNDAY");

        assertThat(ofSnapshot.out()).isEqualTo(ofExports.out());
    }

    @Test
    void a_misspelt_bucket_is_answered_with_the_one_that_was_perhaps_meant() {
        var run = new CommandRun();

        run(run, "who-can read gs://acme-model --estate SUNDAY");

        assertThat(run.out()).contains("`gs://acme-model` is not in the input; did you mean `gs://acme-models`?");
    }

    @Test
    void a_permission_on_a_bucket_is_asked_of_the_bucket() {
        var run = new CommandRun();

        run(run, "who-can list gs://acme-models/fraud/* --estate SUNDAY");

        assertThat(run.out()).contains("`list` is a permission on a bucket, so it is asked of gs://acme-models\n");
    }

    @Test
    void a_prefix_is_answered_by_what_of_it_is_reached() {
        var run = new CommandRun();

        run(run, "who-can create s3://acme-vision-data/raw/2026/* --estate SUNDAY");

        assertThat(run.out())
                .contains("arn:aws:iam::111122223333:user/ci-uploader  s3://acme-vision-data/raw/2026/*\n");
    }

    @Test
    void json_names_each_row_on_a_line_of_its_own() {
        var run = new CommandRun();

        run(run, "diff SUNDAY MONDAY --format json");

        assertThat(run.out())
                .startsWith(
                        "{\n  \"format\": \"ullage-diff/1\",\n  \"coverage\": [\n    {\"topic\": \"bucket-policies\"")
                .contains("\n    {\"principal\": \"user:ines@acme.example\", \"standsFor\": \"\", \"class\": \"list\", "
                        + "\"permissions\": [\"storage.objects.list\"], \"place\": \"gs://acme-models\", "
                        + "\"before\": \"no\", \"after\": \"yes\", \"witness\": \"gs://acme-models\"");
    }

    @Test
    void what_was_not_read_the_second_time_is_not_lost() {
        var run = new CommandRun();

        run(run, "diff SUNDAY MONDAY");

        assertThat(run.out().substring(run.out().indexOf("Lost:"))).doesNotContain("acme-vision-checkpoints");
    }

    @Test
    void a_snapshot_that_was_changed_is_refused() throws IOException {
        var changed = folder.resolve("changed");
        Files.createDirectories(changed);
        try (var files = Files.list(nights.sunday())) {
            for (var file : files.toList()) {
                Files.copy(file, changed.resolve(file.getFileName()));
            }
        }
        Files.writeString(changed.resolve("buckets.ndjson"), "");
        var run = new CommandRun();

        var exit = run(run, "who-can read gs://acme-models --estate " + changed);

        assertThat(exit).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains("buckets.ndjson: is not what manifest.json says");
    }
}
