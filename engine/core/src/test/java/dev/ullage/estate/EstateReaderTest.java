package dev.ullage.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.LogExport;
import dev.ullage.model.LogKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstateReaderTest {

    private static final String INTENT = """
            workload: scoring
            principals: [serviceAccount:scorer@acme-ml.iam.gserviceaccount.com, arn:aws:iam::111122223333:role/scorer]
            intent: serve
            reads: [gs://acme-models/, s3://acme-models/prod/model.tflite]
            environment: prod
            owner: ml@acme.example
            reviewBy: 2027-03-31
            """;

    @TempDir
    Path root;

    @Test
    void an_intent_is_what_its_file_says() throws IOException {
        write("intents/scoring.yaml", "# what it is for\n" + INTENT);

        assertThat(EstateReader.read(root).orElseThrow().intents())
                .containsExactly(new Intent(
                        "scoring",
                        List.of(
                                "serviceAccount:scorer@acme-ml.iam.gserviceaccount.com",
                                "arn:aws:iam::111122223333:role/scorer"),
                        IntentKind.SERVE,
                        List.of("gs://acme-models/", "s3://acme-models/prod/model.tflite"),
                        List.of(),
                        "prod",
                        "ml@acme.example",
                        LocalDate.of(2027, 3, 31),
                        false,
                        new Source("intents/scoring.yaml", 2, "")));
    }

    @Test
    void an_emergency_identity_needs_no_place() throws IOException {
        write("intents/a.yaml", INTENT.replaceAll("reads: .*", "breakGlass: true"));

        assertThat(EstateReader.read(root).orElseThrow().intents().get(0).breakGlass())
                .isTrue();
    }

    @Test
    void a_waiver_is_what_its_file_says() throws IOException {
        write("waivers/a.yaml", """
                rule: bucket-public
                resource: gs://acme-demo
                owner: ml@acme.example
                approver: security@acme.example
                reason: >-
                  Published
                  on purpose.
                created: 2026-06-01
                expires: 2027-06-01
                """);

        assertThat(EstateReader.read(root).orElseThrow().waivers())
                .containsExactly(new Waiver(
                        "bucket-public",
                        null,
                        "gs://acme-demo",
                        "ml@acme.example",
                        "security@acme.example",
                        "Published on purpose.",
                        LocalDate.of(2026, 6, 1),
                        LocalDate.of(2027, 6, 1),
                        new Source("waivers/a.yaml", 1, "")));
    }

    @Test
    void an_estate_is_what_its_file_says() throws IOException {
        write("estate.yaml", """
                estate: acme
                asOf: 2026-11-20T02:00:00Z
                intentsComplete: true
                internalDomains: [acme.example]
                internalAccounts: [012345678901]
                usageWindowDays: 45
                logs:
                  - {provider: aws, scope: o-abc123, kind: admin, from: 2026-08-01T00:00:00Z, to: 2026-11-20T00:00:00Z}
                """);

        assertThat(EstateReader.read(root).orElseThrow())
                .isEqualTo(new Estate(
                        "acme",
                        Instant.parse("2026-11-20T02:00:00Z"),
                        true,
                        List.of("acme.example"),
                        List.of("012345678901"),
                        List.of(new LogExport(
                                Provider.AWS,
                                "o-abc123",
                                LogKind.ADMIN,
                                Instant.parse("2026-08-01T00:00:00Z"),
                                Instant.parse("2026-11-20T00:00:00Z"),
                                new Source("estate.yaml", 8, ""))),
                        45,
                        List.of(),
                        List.of()));
    }

    @Test
    void a_folder_that_declares_nothing_is_an_undeclared_estate_of_its_name() throws IOException {
        Files.createDirectory(root.resolve("acme"));

        assertThat(EstateReader.read(root.resolve("acme")).orElseThrow()).isEqualTo(Estate.undeclared("acme"));
    }

    @Test
    void an_estate_that_states_only_its_name_has_the_usual_values() throws IOException {
        write("estate.yaml", "estate: acme");

        assertThat(EstateReader.read(root).orElseThrow()).isEqualTo(Estate.undeclared("acme"));
    }

    @Test
    void a_folder_that_is_not_there_is_a_problem() {
        assertThat(problems(root.resolve("acme")))
                .containsExactly(root.resolve("acme") + ": there is no such folder; correct the path");
    }

    @Test
    void intents_are_sorted_by_workload_whatever_their_files_are_called() throws IOException {
        write("intents/1.yaml", INTENT.replace("scoring", "b"));
        write("intents/2 of 2.yaml", INTENT.replace("scoring", "a"));

        assertThat(EstateReader.read(root).orElseThrow().intents())
                .extracting(Intent::workload)
                .containsExactly("a", "b");
    }

    @Test
    void one_principal_may_run_two_workloads() throws IOException {
        write("intents/a.yaml", INTENT);
        write("intents/b.yaml", INTENT.replace("scoring", "canary"));

        assertThat(EstateReader.read(root).orElseThrow().intents()).hasSize(2);
    }

    @Test
    void notes_and_hidden_files_beside_the_intents_are_not_read() throws IOException {
        write("intents/README.md", "not: [an intent");
        write("intents/.draft.yaml", "not: [an intent");
        write("intents/a.yaml~", "not: [an intent");

        assertThat(EstateReader.read(root).orElseThrow().intents()).isEmpty();
    }

    @Test
    void a_link_out_of_the_folder_is_refused_and_none_of_it_is_shown() throws IOException {
        write("outside/secret.yaml", "password hunter2\nx: y");
        write("estate/intents/README.md", "");
        Files.createSymbolicLink(root.resolve("estate/intents/a.yaml"), root.resolve("outside/secret.yaml"));

        var problems = EstateReader.read(root.resolve("estate")).problems();

        assertThat(problems)
                .extracting(YamlProblem::toString)
                .containsExactly("intents/a.yaml: the file is a link out of the folder; put the file itself here");
        assertThat(problems.get(0).excerpt()).isEmpty();
    }

    @Test
    void a_link_inside_the_folder_is_followed_as_mounted_configuration_needs() throws IOException {
        write("intents/..data/a.yaml", INTENT);
        Files.createSymbolicLink(root.resolve("intents/a.yaml"), Path.of("..data", "a.yaml"));

        assertThat(EstateReader.read(root).orElseThrow().intents()).hasSize(1);
    }

    @Test
    void a_link_to_nothing_is_a_problem() throws IOException {
        write("intents/README.md", "");
        Files.createSymbolicLink(root.resolve("intents/a.yaml"), Path.of("gone.yaml"));

        assertThat(problems(root))
                .containsExactly("intents/a.yaml: the file cannot be read; check that it is there and readable");
    }

    @Test
    void a_file_name_cannot_write_to_the_terminal() throws IOException {
        write("intents/a\u001b[2J\n.yaml", "workload: [");

        assertThat(problems(root).get(0)).startsWith("intents/aU+001B[2JU+000A.yaml:1:12: ");
    }

    private void write(String name, String content) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), content);
    }

    private static List<String> problems(Path folder) {
        return EstateReader.read(folder).problems().stream()
                .map(YamlProblem::toString)
                .toList();
    }
}
