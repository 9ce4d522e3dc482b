package dev.ullage.collectors.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.model.Fact;
import dev.ullage.model.InputFile;
import dev.ullage.model.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of one line of 200 or 50 MB, made while they are read. As one tree they would not fit the heap of a test. */
class HugeInputTest {

    @TempDir
    Path root;

    @Test
    void an_array_on_one_line_streams() throws IOException {
        var counter = new Counter();

        var problem = read(200, counter, "[", "{\"thing\":\"" + "x".repeat(500) + "\"},", "{}]");

        assertThat(problem).isEmpty();
        assertThat(counter.records).isEqualTo((200 << 20) / 513 + 2);
    }

    @Test
    void one_text_without_an_end_is_refused() throws IOException {
        assertThat(read(50, new Counter(), "{\"thing\":\"", "x", ""))
                .startsWith("x:1:")
                .endsWith(": a text or number longer than a provider writes; check where the file comes from");
    }

    @Test
    void one_record_without_an_end_is_refused() throws IOException {
        assertThat(read(50, new Counter(), "{\"thing\":[", "{},", ""))
                .isEqualTo(
                        "x:1:1: one record has more than 500000 values; no provider writes such a one, so check where"
                                + " the file comes from");
    }

    @Test
    void one_line_that_is_not_json_is_skipped() throws IOException {
        assertThat(read(50, new Counter(), "", "x", ""))
                .isEqualTo("x: not recognised: skipped; it is neither JSON nor a report or message known here");
    }

    private String read(int mebibytes, Counter counter, String head, String part, String tail) throws IOException {
        Files.createFile(root.resolve("x"));
        var result = new ExportFolder(
                        List.of(counter),
                        List.of(),
                        ExportLimits.STANDARD,
                        ExportProgress.SILENT,
                        file -> new Repeated(mebibytes, head, part, tail))
                .read(root);
        return result.files().stream().map(InputFile::problem).findFirst().orElseThrow();
    }

    /** A head, a part again and again up to the size, and a tail. */
    private static final class Repeated extends InputStream {

        private final byte[] head;
        private final byte[] part;
        private final byte[] tail;
        private final long end;
        private long position;

        Repeated(int mebibytes, String head, String part, String tail) {
            this.head = head.getBytes(UTF_8);
            this.part = part.repeat(100_000 / part.length() + 1).getBytes(UTF_8);
            this.tail = tail.getBytes(UTF_8);
            long parts = ((long) mebibytes << 20) / part.length() + 1;
            this.end = this.head.length + parts * part.length();
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (position < head.length) {
                return copy(head, (int) position, bytes, offset, length);
            }
            if (position < end) {
                int from = (int) ((position - head.length) % part.length);
                return copy(part, from, bytes, offset, (int) Math.min(length, end - position));
            }
            int from = (int) (position - end);
            return from == tail.length ? -1 : copy(tail, from, bytes, offset, length);
        }

        private int copy(byte[] source, int from, byte[] bytes, int offset, int length) {
            int count = Math.min(length, source.length - from);
            System.arraycopy(source, from, bytes, offset, count);
            position += count;
            return count;
        }
    }

    /** Knows every record and keeps none. */
    private static final class Counter implements RecordReader {

        private long records;

        @Override
        public String recognisedAs() {
            return "anything";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of(Topic.BUCKETS);
        }

        @Override
        public boolean recognises(ExportRecord record) {
            return true;
        }

        @Override
        public void read(ExportRecord record, Consumer<Fact> facts) {
            records++;
        }
    }
}
