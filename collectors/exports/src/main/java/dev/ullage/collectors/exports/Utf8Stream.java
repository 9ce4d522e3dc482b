package dev.ullage.collectors.exports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Passes text on while it is valid UTF-8, knows the place it has come to, and bounds how much is read for one record.
 * All good bytes before a bad one are delivered first, so that the records in front of it are not lost.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3629">RFC 3629</a>
 */
final class Utf8Stream extends InputStream {

    private final InputStream in;

    private int line = 1;
    private long offset;
    private long lineStart;
    private long limit = Long.MAX_VALUE;
    private String tooLong = "";

    private int expected;
    private int lowest;
    private int highest;
    private int lead;
    private String failure = "";
    private boolean ended;

    Utf8Stream(InputStream in) {
        this.in = in;
    }

    /** Lets {@code bytes} more be read; past them, reading fails with the sentence. */
    void allow(long bytes, String sentence) {
        limit = offset + bytes;
        tooLong = sentence;
    }

    /** Line up to which the text was delivered, from 1. */
    int line() {
        return line;
    }

    /** Column of the next byte, from 1, counted in bytes. */
    int column() {
        return (int) Math.min(offset - lineStart + 1, Integer.MAX_VALUE);
    }

    /** True when somebody asked for more than there is. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!failure.isEmpty()) {
            throw UnreadableInputException.here(failure);
        }
        if (offset >= limit) {
            throw UnreadableInputException.record(tooLong);
        }
        int count = in.read(bytes, from, (int) Math.min(length, limit - offset));
        if (count < 0) {
            ended = true;
            return -1;
        }
        int good = check(bytes, from, count);
        if (good == 0) {
            throw UnreadableInputException.here(failure);
        }
        return good;
    }

    /** Returns how many bytes may be delivered, and sets {@link #failure} when that is not all. */
    private int check(byte[] bytes, int from, int count) {
        int sequence = from;
        for (int i = from; i < from + count; i++) {
            int b = bytes[i];
            if (expected == 0) {
                sequence = i;
                if (b == '\n') {
                    line++;
                    lineStart = offset + (i - from) + 1;
                } else if (b <= 0 && !begin(b & 0xff)) {
                    return stop(b == 0 ? nul() : foreign(b & 0xff), sequence - from);
                }
            } else if ((b & 0xff) < lowest || (b & 0xff) > highest) {
                return stop(foreign(lead), sequence - from);
            } else {
                expected--;
                lowest = 0x80;
                highest = 0xbf;
            }
        }
        offset += count;
        return count;
    }

    private boolean begin(int b) {
        lead = b;
        lowest = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
        highest = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
        expected = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : 1;
        return b >= 0xc2 && b <= 0xf4;
    }

    private int stop(String sentence, int good) {
        failure = sentence;
        offset += good;
        return good;
    }

    private static String nul() {
        return "a NUL byte, so this is not text or was not written to its end; export it again";
    }

    private static String foreign(int b) {
        return String.format(
                Locale.ROOT, "byte 0x%02X is not UTF-8 (perhaps Latin-1 or Windows-1252); save the file as UTF-8", b);
    }
}
