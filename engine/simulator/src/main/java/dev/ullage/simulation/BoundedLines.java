package dev.ullage.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, one at a time, none of which takes more memory than the limit. */
final class BoundedLines {

    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final int longest;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int end;

    BoundedLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * The next line without what ends it; null after the last.
     *
     * @throws LongLineException when it is longer than the limit; the line after it comes next
     */
    byte @Nullable [] next() throws IOException, LongLineException {
        if (!fill()) {
            return null;
        }
        var line = new ByteArrayOutputStream();
        boolean isTooLong = false;
        do {
            int newline = at;
            while (newline < end && chunk[newline] != '\n') {
                newline++;
            }
            isTooLong |= line.size() + newline - at > longest;
            if (!isTooLong) {
                line.write(chunk, at, newline - at);
            }
            at = newline + 1;
            if (newline < end) {
                break;
            }
        } while (fill());
        if (isTooLong) {
            throw new LongLineException();
        }
        return line.toByteArray();
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = Math.max(in.read(chunk), 0);
        return end > 0;
    }
}
