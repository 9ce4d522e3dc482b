package dev.ullage.collectors.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ullage.model.Bucket;
import dev.ullage.model.Fact;
import dev.ullage.model.InputFile;
import dev.ullage.model.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTest {

    @TempDir
    Path root;

    @Test
    void each_line_of_ndjson_is_a_record_with_its_line() throws IOException {
        write("a.json", "{\"thing\":\"one\"}\n\n{\"thing\":\"two\"}\n");

        assertThat(places()).containsExactly("gs://one a.json:1", "gs://two a.json:3");
    }

    @Test
    void each_element_of_an_array_is_a_record_with_its_line_and_pointer() throws IOException {
        write("a.json", "[\n {\"thing\":\"one\"},\n {\"thing\":\"two\"}\n]\n");

        assertThat(places()).containsExactly("gs://one a.json:2#/0", "gs://two a.json:3#/1");
    }

    @Test
    void the_elements_of_an_envelope_are_records_whatever_stands_around_them() throws IOException {
        write("a.json", "{\"page\":{\"n\":1},\"things\":[{\"thing\":\"one\"},\n{\"thing\":\"two\"}],\"next\":null}");

        assertThat(places()).containsExactly("gs://one a.json:1#/things/0", "gs://two a.json:2#/things/1");
    }

    @Test
    void what_is_left_of_an_envelope_comes_last_with_its_arrays_emptied() throws IOException {
        write("a.json", "{\"page\":1,\"things\":[{\"thing\":\"one\"}],\"next\":\"x\"}");
        var seen = new ArrayList<String>();

        folder(new Listening(seen)).read(root);

        assertThat(seen)
                .containsExactly("things {\"thing\":\"one\"}", "null {\"page\":1,\"things\":[],\"next\":\"x\"}");
    }

    @Test
    void a_document_written_over_many_lines_is_one_record() throws IOException {
        write("a.json", "\n{\n  \"thing\": \"one\"\n}\n");

        assertThat(places()).containsExactly("gs://one a.json:2");
    }

    @Test
    void gzip_is_known_by_its_first_bytes_and_may_have_many_members() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(gzip("{\"thing\":\"one\"}\n"));
        bytes.write(gzip("{\"thing\":\"two\"}\n"));
        Files.write(root.resolve("a.json"), bytes.toByteArray());

        assertThat(places()).containsExactly("gs://one a.json:1", "gs://two a.json:2");
    }

    @Test
    void a_byte_order_mark_of_utf_8_is_passed_over() throws IOException {
        write("a.json", "\ufeff{\"thing\":\"ö\"}");

        assertThat(places()).containsExactly("gs://ö a.json:1");
    }

    @Test
    void files_are_read_in_the_order_of_their_paths() throws IOException {
        write("b/a.json", "{\"thing\":\"three\"}");
        write("a/z.json", "{\"thing\":\"two\"}");
        write("a.json", "{\"thing\":\"one\"}");

        assertThat(places()).containsExactly("gs://one a.json:1", "gs://two a/z.json:1", "gs://three b/a.json:1");
    }

    @Test
    void what_is_no_export_is_not_looked_at() throws IOException {
        for (var name : List.of(
                ".hidden",
                ".git/x",
                "README.md",
                "gcp/notes.md",
                "estate.yaml",
                "intents/a.yaml",
                "waivers/a.yaml",
                "out/findings.json")) {
            write(name, "{\"thing\":\"no\"}");
        }

        assertThat(folder(new ThingReader()).read(root)).isEqualTo(new ExportResult(List.of(), List.of()));
    }

    @Test
    void a_file_is_reported_with_its_kind_its_facts_and_the_digest_of_its_bytes() throws IOException {
        write("a.json", "{\"thing\":\"one\"}\n{\"thing\":\"two\"}\n");

        assertThat(folder(new ThingReader()).read(root).files())
                .containsExactly(new InputFile(
                        "a.json", "things", 2, "", "bcc0cdfe36a208e34a5f8ab1c75f4e1f470f3d73fbbe9e4928632886a94e444e"));
    }

    @Test
    void a_link_within_the_folder_to_a_hidden_file_is_followed_and_one_out_of_it_is_not(@TempDir Path elsewhere)
            throws IOException {
        write("..data/a.json", "{\"thing\":\"one\"}");
        Files.writeString(elsewhere.resolve("b.json"), "{\"thing\":\"secret\"}");
        Files.createSymbolicLink(root.resolve("a.json"), Path.of("..data/a.json"));
        Files.createSymbolicLink(root.resolve("b.json"), elsewhere.resolve("b.json"));
        Files.createSymbolicLink(root.resolve("c"), elsewhere);

        var result = folder(new ThingReader()).read(root);

        assertThat(result.facts()).extracting(fact -> ((Bucket) fact).id()).containsExactly("gs://one");
        assertThat(result.files())
                .extracting(InputFile::path, InputFile::problem)
                .containsExactly(
                        tuple("a.json", ""),
                        tuple(
                                "b.json",
                                "b.json: a link out of the folder or to another folder: not followed; put the file"
                                        + " itself here"),
                        tuple(
                                "c",
                                "c: a link out of the folder or to another folder: not followed; put the file itself"
                                        + " here"));
    }

    @Test
    void a_pipe_is_not_opened() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
        new ProcessBuilder("/usr/bin/mkfifo", root.resolve("x").toString())
                .start()
                .waitFor();

        assertThat(folder(new ThingReader()).read(root).files())
                .extracting(InputFile::problem)
                .containsExactly("x: not a regular file: skipped");
    }

    @Test
    void progress_is_told_from_nothing_to_everything() throws IOException {
        write("a.json", "{\"thing\":\"one\"}");
        write("b.json", "{}");
        var told = new ArrayList<String>();

        new ExportFolder(
                        List.of(),
                        List.of(),
                        ExportLimits.STANDARD,
                        (f, fs, b, bs) -> told.add(f + "/" + fs + " " + b + "/" + bs))
                .read(root);

        assertThat(told).containsExactly("0/2 0/17", "1/2 15/17", "2/2 17/17");
    }

    private List<String> places() {
        var result = folder(new ThingReader()).read(root);
        assertThat(result.files()).extracting(InputFile::problem).containsOnly("");
        return result.facts().stream()
                .map(fact -> ((Bucket) fact).id() + " " + fact.source())
                .toList();
    }

    private static ExportFolder folder(RecordReader reader) {
        return new ExportFolder(List.of(reader), List.of(), ExportLimits.STANDARD, ExportProgress.SILENT);
    }

    private void write(String name, String content) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    static byte[] gzip(String content) throws IOException {
        return gzip(content, UTF_8);
    }

    static byte[] gzip(String content, Charset charset) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content.getBytes(charset));
        }
        return bytes.toByteArray();
    }

    /** Writes down what it is given. */
    private record Listening(List<String> seen) implements RecordReader {

        @Override
        public String recognisedAs() {
            return "anything";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of();
        }

        @Override
        public Set<String> envelopes() {
            return Set.of("things");
        }

        @Override
        public boolean recognises(ExportRecord record) {
            return true;
        }

        @Override
        public void read(ExportRecord record, Consumer<Fact> facts) {
            seen.add(record.envelope() + " " + record.value());
        }
    }
}
