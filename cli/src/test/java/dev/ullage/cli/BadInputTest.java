package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.analysis.Finding;
import dev.ullage.analysis.Verdict;
import dev.ullage.collectors.exports.ExportFolder;
import dev.ullage.model.Coverage;
import dev.ullage.model.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that cannot be read is named, its scope is not answered, and the rest of the audit is done. */
class BadInputTest {

    @TempDir
    private Path estate;

    @TempDir
    private Path out;

    private final CommandRun program = new CommandRun(new ExportAuditPipeline());

    @BeforeEach
    void copy() throws IOException {
        Acme.copy(estate, 1);
    }

    static Stream<Arguments> badFiles() throws IOException {
        return Stream.of(
                Arguments.of("truncated.json", text("{\"Records\": [{\"eventVersion\": \"1.11\",")),
                Arguments.of(
                        "utf16.json", "[{\"name\": \"//storage.googleapis.com/b\"}]".getBytes(StandardCharsets.UTF_16)),
                Arguments.of("latin1.json", "{\"user\": \"J\u00f6rg\"}".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("deep.json", text("[".repeat(5000) + "]".repeat(5000))),
                Arguments.of("twice.json", text("{\"Statement\": {\"Effect\": \"Deny\", \"Effect\": \"Allow\"}}")),
                Arguments.of("bomb.json.gz", bomb()),
                Arguments.of("cut.json.gz", cut()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void a_bad_file_leaves_the_audit_unanswered_and_is_named(String name, byte[] content) throws IOException {
        Files.write(estate.resolve("aws").resolve(name), content);

        var code = program.run("audit", estate.toString(), "--out", out.toString(), "--fail-on", "never");

        assertThat(code).isEqualTo(ExitCode.UNANSWERED.code());
        assertThat(program.err()).contains(name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void a_bad_file_loses_nothing_of_the_others(String name, byte[] content) throws IOException {
        var whole = facts(Acme.FOLDER);
        Files.write(estate.resolve("aws").resolve(name), content);

        assertThat(facts(estate)).containsAll(whole);
    }

    @Test
    void a_policy_that_is_not_a_policy_leaves_its_bucket_unanswered() throws Exception {
        var policy = estate.resolve("aws/111122223333/s3/acme-vision-models/get-bucket-policy.json");
        Files.write(policy, text("{\"Policy\": \"{\\\"Statement\\\": 7}\"}"));

        assertThat(Acme.audit(estate).findings())
                .filteredOn(finding -> finding.verdict() == Verdict.UNKNOWN)
                .extracting(Finding::resource)
                .contains("s3://acme-vision-models");
    }

    private static List<Fact> facts(Path folder) {
        return ExportFolder.standard().read(folder).facts().stream()
                .filter(fact -> !(fact instanceof Coverage))
                .toList();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** 64 MB of white space in 64 kB. */
    private static byte[] bomb() throws IOException {
        return gzip(" ".repeat(64 << 20));
    }

    private static byte[] cut() throws IOException {
        var whole = gzip("{\"Records\": []}".repeat(1000));
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
