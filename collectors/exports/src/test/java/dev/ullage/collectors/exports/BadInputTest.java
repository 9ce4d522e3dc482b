package dev.ullage.collectors.exports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ullage.model.Bucket;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.InputFile;
import dev.ullage.model.Topic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {

    private static final byte[] ONE = bytes("{\"thing\":\"one\"}\n");
    private static final ExportLimits SMALL =
            new ExportLimits(4096, 1000, 1000, 200, 5000, 100_000_000, 200, 256L << 20);

    @TempDir
    Path root;

    static Stream<Arguments> broken() throws IOException {
        var zipped = ExportFolderTest.gzip("{\"thing\":\"one\"}\n");
        var blank = ExportFolderTest.gzip("   \n");
        return Stream.of(
                arguments(
                        "cut inside an object",
                        join(ONE, bytes("{\"thing\":\"tw")),
                        "x:2:13: the file ends in the middle of a record; it was cut short, so export it again"),
                arguments(
                        "cut between two elements",
                        bytes("[{\"thing\":\"one\"},"),
                        "x:1:18: the file ends in the middle of a record; it was cut short, so export it again"),
                arguments(
                        "not JSON",
                        join(ONE, bytes("{\"thing\":}")),
                        "x:2:10: not valid JSON at `}`; export the file again, or correct it"),
                arguments(
                        "not a JSON word",
                        join(ONE, bytes("{\"thing\":None}")),
                        "x:2:10: not valid JSON at `None`; export the file again, or correct it"),
                arguments(
                        "a number that JSON does not have",
                        join(ONE, bytes("{\"n\":01}")),
                        "x:2:7: not valid JSON; export the file again, or correct it"),
                arguments(
                        "a key twice",
                        join(ONE, bytes("{\"thing\":\"two\",\n \"thing\":\"three\"}")),
                        "x:3:9: key `thing` stands twice in one object, so its value is not certain; export the file"
                                + " again"),
                arguments(
                        "a key twice, meant for a terminal",
                        join(ONE, bytes("{\"\\u001b[2J\\u202e\":1,\"\\u001b[2J\\u202e\":2}")),
                        "x:2:39: key `?[2J?` stands twice in one object, so its value is not certain; export the file"
                                + " again"),
                arguments(
                        "deep nesting",
                        join(ONE, bytes("[".repeat(5000))),
                        "x:2:202: nested deeper than 200 levels; check where the file comes from"),
                arguments(
                        "deep nesting of objects",
                        join(ONE, bytes("{\"a\":".repeat(5000))),
                        "x:2:1002: nested deeper than 200 levels; check where the file comes from"),
                arguments(
                        "a long text",
                        join(ONE, bytes("{\"thing\":\"" + "x".repeat(1500))),
                        "x:2:1461: a text or number longer than a provider writes; check where the file comes from"),
                arguments(
                        "a long number",
                        join(ONE, bytes("{\"thing\":" + "1".repeat(1500) + "}")),
                        "x:2:1461: a text or number longer than a provider writes; check where the file comes from"),
                arguments(
                        "a record of many bytes",
                        join(ONE, bytes("{\"thing\":[" + (" ".repeat(30) + "1,").repeat(600))),
                        "x:2:1: one record is larger than 4096 bytes; no provider writes such a one, so check where"
                                + " the file comes from"),
                arguments(
                        "a record of many values",
                        join(ONE, bytes("{\"thing\":[" + "{},".repeat(900))),
                        "x:2:1: one record has more than 1000 values; no provider writes such a one, so check where"
                                + " the file comes from"),
                arguments(
                        "Latin-1",
                        join(ONE, "{\"thing\":\"é\"}".getBytes(ISO_8859_1)),
                        "x:2:11: byte 0xE9 is not UTF-8 (perhaps Latin-1 or Windows-1252); save the file as UTF-8"),
                arguments(
                        "an overlong slash",
                        join(ONE, bytes("{\"thing\":\""), new byte[] {(byte) 0xc0, (byte) 0xaf}),
                        "x:2:11: byte 0xC0 is not UTF-8 (perhaps Latin-1 or Windows-1252); save the file as UTF-8"),
                arguments(
                        "half a surrogate pair",
                        join(ONE, bytes("{\"thing\":\""), new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}),
                        "x:2:11: byte 0xED is not UTF-8 (perhaps Latin-1 or Windows-1252); save the file as UTF-8"),
                arguments(
                        "NUL bytes at the end",
                        join(ONE, new byte[1000]),
                        "x:2:1: a NUL byte, so this is not text or was not written to its end; export it again"),
                arguments(
                        "gzip cut short",
                        join(zipped, Arrays.copyOf(blank, blank.length - 9)),
                        "x:3:1: the gzip data ends before its end; the file was cut short, so copy or export it"
                                + " again"),
                arguments(
                        "gzip with a wrong checksum",
                        join(zipped, flipped(blank, blank.length - 6)),
                        "x:3:1: the gzip checksum does not match; copy or export the file again"),
                arguments(
                        "gzip with damaged data",
                        join(zipped, flipped(blank, 10)),
                        "x:2:1: the gzip data is damaged; copy or export the file again"),
                arguments(
                        "gzip with a damaged second header",
                        join(zipped, flipped(blank, 0)),
                        "x:2:1: bytes that are not gzip follow the gzip data; copy or export the file again"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void a_broken_file_is_named_with_place_fact_and_remedy_and_what_stood_before_is_kept(
            String name, byte[] content, String problem) throws IOException {
        Files.write(root.resolve("x"), content);
        Files.write(root.resolve("y"), bytes("{\"thing\":\"other\"}"));

        var result = folder(SMALL).read(root);

        assertThat(result.files()).extracting(InputFile::problem).containsExactly(problem, "");
        assertThat(things(result)).containsExactly("gs://one", "gs://other");
        assertThat(coverage(result)).containsExactly("BUCKETS * PARTIAL " + problem);
    }

    static Stream<Arguments> unusable() throws IOException {
        return Stream.of(
                arguments(
                        "UTF-16 with a mark",
                        "\ufeff{\"thing\":\"one\"}".getBytes(UTF_16LE),
                        "x:1:1: encoded as UTF-16 and not UTF-8; save it as UTF-8 (in PowerShell: `| Out-File"
                                + " -Encoding utf8`)"),
                arguments(
                        "UTF-16 without a mark",
                        "{\"thing\":\"one\"}".getBytes(UTF_16BE),
                        "x:1:1: encoded as UTF-16 and not UTF-8; save it as UTF-8 (in PowerShell: `| Out-File"
                                + " -Encoding utf8`)"),
                arguments(
                        "gzip twice",
                        ExportFolderTest.gzip(new String(ExportFolderTest.gzip("{}"), ISO_8859_1), ISO_8859_1),
                        "x:1:1: gzip data inside gzip data; expand the outer one"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void a_file_that_cannot_be_read_at_all_may_have_held_anything(String name, byte[] content, String problem)
            throws IOException {
        Files.write(root.resolve("x"), content);

        var result = folder(SMALL).read(root);

        assertThat(result.files()).extracting(InputFile::problem).containsExactly(problem);
        assertThat(result.facts()).hasSize(Topic.values().length).allSatisfy(fact -> {
            var coverage = (Coverage) fact;
            assertThat(coverage.scope()).isEqualTo("*");
            assertThat(coverage.status()).isEqualTo(CoverageStatus.PARTIAL);
            assertThat(coverage.reason()).isEqualTo(problem);
        });
    }

    static Stream<Arguments> foreign() {
        return Stream.of(
                arguments(
                        "JSON of another kind",
                        bytes("{\"terraform_version\":\"1.9\",\"serial\":4}"),
                        "x: not recognised: skipped; no export known here has the keys `terraform_version`, `serial`"),
                arguments(
                        "JSON that is no object",
                        bytes("[1,2]"),
                        "x: not recognised: skipped; its first record is no object"),
                arguments(
                        "keys meant for a terminal",
                        bytes("{\"\\u001b[2J" + "k".repeat(100) + "\":1}"),
                        "x: not recognised: skipped; no export known here has the keys `?[2J" + "k".repeat(36) + "…`"),
                arguments(
                        "prose",
                        bytes("dear auditor\n"),
                        "x: not recognised: skipped; it is neither JSON nor a report or message known here"),
                arguments(
                        "a log that begins like an array",
                        bytes("[INFO] exported\n"),
                        "x: not recognised: skipped; it is neither JSON nor a report or message known here"),
                arguments("an empty list", bytes("[ ]"), "x: not recognised: skipped; it is an empty list"),
                arguments("nothing", bytes(""), "x: not recognised: skipped; it is empty"),
                arguments(
                        "an archive",
                        bytes("PK\u0003\u0004"),
                        "x: not recognised: skipped; it is not text; unpack an archive first"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreign")
    void a_file_of_no_known_kind_is_skipped_and_says_nothing_of_coverage(String name, byte[] content, String problem)
            throws IOException {
        Files.write(root.resolve("x"), content);

        var result = folder(SMALL).read(root);

        assertThat(result.files())
                .extracting(InputFile::recognisedAs, InputFile::problem)
                .containsExactly(tuple("", problem));
        assertThat(result.facts()).isEmpty();
    }

    @Test
    void a_record_that_is_not_what_it_claims_does_not_end_its_file() throws IOException {
        Files.write(
                root.resolve("x"), bytes("[{\"thing\":\"one\"},\n  {\"thing\":1},{\"thing\":2},{\"thing\":\"two\"}]"));

        var result = folder(SMALL).read(root);

        assertThat(things(result)).containsExactly("gs://one", "gs://two");
        assertThat(result.files())
                .extracting(InputFile::problem)
                .containsExactly(
                        "x:2:3: a thing needs a name; export it again (at `/1/thing`) (and 1 more in this file)");
        assertThat(coverage(result))
                .containsExactly("BUCKETS * PARTIAL x:2:3: a thing needs a name; export it again (at `/1/thing`)");
    }

    @Test
    void records_of_another_kind_in_a_known_file_are_counted() throws IOException {
        Files.write(root.resolve("x"), bytes("{\"thing\":\"one\"}{\"a\":1}{\"b\":1}"));

        assertThat(folder(SMALL).read(root).files())
                .extracting(InputFile::problem)
                .containsExactly(
                        "x: 2 of its records were not recognised: skipped; no export known here has the keys `a`");
    }

    @Test
    void a_broken_file_of_one_bucket_lowers_the_coverage_of_that_bucket_only() throws IOException {
        Files.createDirectories(root.resolve("acme/one"));
        Files.write(root.resolve("acme/one/things.json"), join(ONE, bytes("{")));

        assertThat(coverage(folder(SMALL).read(root)))
                .allSatisfy(line -> assertThat(line).startsWith("BUCKETS * PARTIAL"));
        assertThat(coverage(new ExportFolder(
                                List.of(new ThingReader(Topic.BUCKET_ACLS)), List.of(), SMALL, ExportProgress.SILENT)
                        .read(root)))
                .allSatisfy(line -> assertThat(line).startsWith("BUCKET_ACLS gs://one PARTIAL"));
    }

    @Test
    void a_file_that_may_not_be_opened_is_denied() throws IOException {
        Files.write(root.resolve("x"), ONE);

        var result = folder(file -> {
                    throw new AccessDeniedException(file.toString());
                })
                .read(root);

        assertThat(result.files())
                .containsExactly(new InputFile(
                        "x",
                        "",
                        0,
                        "x: permission to open it was refused; let the user who runs the audit read it",
                        ""));
        assertThat(result.facts())
                .extracting(fact -> ((Coverage) fact).status())
                .hasSize(Topic.values().length)
                .containsOnly(CoverageStatus.DENIED);
    }

    @Test
    void a_file_that_vanishes_is_partial_and_the_others_are_read() throws IOException {
        Files.write(root.resolve("x"), ONE);
        Files.write(root.resolve("y"), ONE);

        var result = folder(file -> {
                    if (file.endsWith("x")) {
                        throw new NoSuchFileException(file.toString());
                    }
                    return Files.newInputStream(file);
                })
                .read(root);

        assertThat(things(result)).containsExactly("gs://one");
        assertThat(result.files())
                .extracting(InputFile::problem)
                .containsExactly(
                        "x: vanished while the folder was read; run again when nothing writes to the folder", "");
    }

    @Test
    void a_disk_that_fails_in_the_middle_of_a_file_loses_nothing_before() throws IOException {
        Files.write(root.resolve("x"), ONE);

        var result = folder(file -> new SequenceInputStream(new ByteArrayInputStream(ONE), new BrokenDisk()))
                .read(root);

        assertThat(things(result)).containsExactly("gs://one");
        assertThat(result.files())
                .containsExactly(new InputFile(
                        "x", "things", 1, "x:2:1: could not be read further; check the disk and run again", ""));
    }

    @Test
    void a_folder_that_is_none_is_the_only_file_of_the_result() {
        assertThat(folder(SMALL).read(root.resolve("none")).files())
                .extracting(InputFile::problem)
                .containsExactly(".: not a folder; name the folder that holds the export files");
    }

    @Test
    void a_gzip_bomb_is_stopped_soon_and_what_it_said_before_is_kept() throws IOException {
        Files.write(root.resolve("x"), ExportFolderTest.gzip("{\"thing\":\"one\"}\n" + "{}\n".repeat(1_000_000)));

        var result = folder(SMALL).read(root);

        assertThat(things(result)).containsExactly("gs://one");
        assertThat(result.files())
                .extracting(InputFile::problem)
                .containsExactly("x:327681:3: the gzip data expands to more than 200 times its size, as a gzip bomb"
                        + " does; expand it by hand if you trust it");
    }

    @Test
    void gzip_that_is_longer_than_allowed_is_refused() throws IOException {
        Files.write(root.resolve("x"), ExportFolderTest.gzip("{\"thing\":\"one\"}\n".repeat(1000)));

        assertThat(folder(SMALL.withExpandedBytes(15_000)).read(root).files())
                .extracting(InputFile::problem)
                .containsExactly("x:1:1: the gzip data expands to more than 15000 bytes; split the export into"
                        + " smaller files");
    }

    @Test
    void gzip_padded_with_zero_bytes_is_whole() throws IOException {
        Files.write(root.resolve("x"), join(ExportFolderTest.gzip("{\"thing\":\"one\"}"), new byte[512]));

        assertThat(folder(SMALL).read(root).files())
                .extracting(InputFile::problem)
                .containsExactly("");
    }

    @Test
    void facts_beyond_the_memory_set_aside_for_them_are_left_out_and_said_to_be() throws IOException {
        Files.write(root.resolve("x"), bytes("{\"thing\":\"one\"}\n".repeat(20)));
        Files.write(root.resolve("y"), ONE);

        var result = folder(SMALL.withFactChars(2000)).read(root);

        assertThat(things(result)).hasSizeLessThan(20);
        assertThat(result.files())
                .extracting(InputFile::problem)
                .containsExactly(
                        "x: with it the facts fill the 2000 characters set aside for them, so some were left out;"
                                + " audit parts of the estate one at a time",
                        "");
        assertThat(coverage(result)).hasSize(Topic.values().length).allMatch(line -> line.contains(" * PARTIAL x: "));
    }

    private static ExportFolder folder(ExportLimits limits) {
        return new ExportFolder(List.of(new ThingReader()), List.of(), limits, ExportProgress.SILENT);
    }

    private static ExportFolder folder(ExportFolder.Opener opener) {
        return new ExportFolder(List.of(new ThingReader()), List.of(), SMALL, ExportProgress.SILENT, opener);
    }

    private static List<String> things(ExportResult result) {
        return result.facts().stream()
                .filter(Bucket.class::isInstance)
                .map(fact -> ((Bucket) fact).id())
                .toList();
    }

    private static List<String> coverage(ExportResult result) {
        return result.facts().stream()
                .filter(Coverage.class::isInstance)
                .map(Coverage.class::cast)
                .map(fact -> fact.topic() + " " + fact.scope() + " " + fact.status() + " " + fact.reason())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] flipped(byte[] bytes, int at) {
        var copy = bytes.clone();
        copy[at] ^= (byte) 0xff;
        return copy;
    }

    private static final class BrokenDisk extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("Input/output error");
        }
    }
}
