package dev.ullage.collectors.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.InputFile;
import dev.ullage.model.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {

    private static final ExportLimits SMALL =
            new ExportLimits(4096, 1000, 1000, 200, 5000, 100_000_000, 200, 256L << 20);

    @TempDir
    Path root;

    @Test
    void a_text_is_known_by_its_first_line_that_is_not_blank_and_read_from_its_beginning() throws IOException {
        write("x", "\r\n\n# report\r\nb1\nb2\n");

        assertThat(read().facts())
                .extracting(fact -> ((Coverage) fact).scope() + " " + fact.source())
                .containsExactly("b1 x:4", "b2 x:5");
        assertThat(read().files())
                .extracting(file -> file.recognisedAs() + " " + file.facts() + file.problem())
                .containsExactly("reports 2");
    }

    @Test
    void an_empty_file_belongs_to_the_reader_that_knows_what_silence_means_there() throws IOException {
        write("silent/x", "");
        write("other/x", "");

        assertThat(read().files())
                .extracting(InputFile::path, InputFile::recognisedAs)
                .containsExactly(tuple("other/x", ""), tuple("silent/x", "reports"));
    }

    @Test
    void a_line_that_is_not_what_it_should_be_is_named() throws IOException {
        write("x", "# report\nb1\nbad\nb2\n");

        assertThat(problems()).containsExactly("x:3:1: a name is missing; export it again");
        assertThat(read().facts())
                .extracting(fact -> ((Coverage) fact).scope() + " " + ((Coverage) fact).status())
                .containsExactly("b1 COMPLETE", "* PARTIAL");
    }

    @Test
    void a_text_that_is_not_utf_8_is_named_and_what_stood_before_is_kept() throws IOException {
        var bytes = "# report\nb1\nb2\n?\n".getBytes(UTF_8);
        bytes[bytes.length - 2] = (byte) 0xe9;
        Files.write(root.resolve("x"), bytes);

        assertThat(problems())
                .containsExactly(
                        "x:4:1: byte 0xE9 is not UTF-8 (perhaps Latin-1 or Windows-1252); save the file as UTF-8");
        assertThat(read().facts()).extracting(fact -> ((Coverage) fact).scope()).contains("b1", "b2");
    }

    @Test
    void a_failure_that_a_library_wraps_is_the_same_failure() throws IOException {
        write("x", "# wrapping report\n" + "b".repeat(6000));

        assertThat(problems()).containsExactly("x:2:4983: larger than 5000 bytes and not JSON; split it");
    }

    private List<String> problems() {
        return read().files().stream().map(InputFile::problem).toList();
    }

    private ExportResult read() {
        return new ExportFolder(List.of(), List.of(new ReportReader()), SMALL, ExportProgress.SILENT).read(root);
    }

    private void write(String name, String content) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** A made-up report: a title, and then one name a line. */
    private static final class ReportReader implements TextReader {

        @Override
        public String recognisedAs() {
            return "reports";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of(Topic.CREDENTIALS);
        }

        @Override
        public boolean recognises(String firstLine, List<String> folders) {
            return firstLine.endsWith("report") || (firstLine.isEmpty() && folders.contains("silent"));
        }

        @Override
        public void read(ExportText text, Consumer<Fact> facts) throws IOException, MalformedRecordException {
            var lines = new BufferedReader(text.content());
            boolean wrapping = false;
            int number = 0;
            try {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    wrapping = wrapping || line.startsWith("# wrapping");
                    if (line.equals("bad")) {
                        throw new MalformedRecordException(number, "a name is missing; export it again");
                    }
                    if (!line.isBlank() && !line.startsWith("#")) {
                        facts.accept(
                                new Coverage(Topic.CREDENTIALS, line, CoverageStatus.COMPLETE, "", text.line(number)));
                    }
                }
            } catch (IOException e) {
                if (wrapping) {
                    throw new UncheckedIOException(e);
                }
                throw e;
            }
        }
    }
}
