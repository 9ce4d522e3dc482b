package dev.ullage.collectors.exports;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Expands a gzip file of one or many members. Unlike the JDK's own stream it objects to a damaged second member, which
 * that one takes for the end of the file, and it stops a bomb while it is small.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
final class GzipStream extends InputStream {

    static final int MAGIC_1 = 0x1f;
    static final int MAGIC_2 = 0x8b;

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;
    private static final long GRACE = 1 << 20;

    private final InputStream packed;
    private final ExportLimits limits;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[64 * 1024];

    private int position;
    private int filled;
    private long packedBytes;
    private long expandedBytes;
    private boolean inMember;
    private boolean ended;

    GzipStream(InputStream packed, ExportLimits limits) {
        this.packed = packed;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (!inMember && !startMember()) {
                ended = true;
                break;
            }
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                crc.update(bytes, offset, count);
                expandedBytes += count;
                refuseBomb();
                return count;
            }
        }
        return -1;
    }

    /** Frees the inflater's native memory; the packed stream belongs to the caller. */
    @Override
    public void close() {
        inflater.end();
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(bytes, offset, length);
            if (count > 0) {
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsInput()) {
                require(fill());
                inflater.setInput(buffer, position, filled - position);
                position = filled;
            }
            return 0;
        } catch (DataFormatException e) {
            throw UnreadableInputException.here("the gzip data is damaged; copy or export the file again");
        }
    }

    private boolean startMember() throws IOException {
        int first = next();
        if (first < 0) {
            return false;
        }
        if (first == 0 && packedBytes > 1) {
            skipPadding();
            return false;
        }
        if (first != MAGIC_1 || required() != MAGIC_2 || required() != 8) {
            throw UnreadableInputException.here(
                    "bytes that are not gzip follow the gzip data; copy or export the file again");
        }
        int flags = required();
        if ((flags & RESERVED) != 0) {
            throw UnreadableInputException.here("the gzip header is damaged; copy or export the file again");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(required() | required() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, position, filled - position);
        position = filled;
        crc.reset();
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        position = filled - inflater.getRemaining();
        long expected = littleEndian();
        long size = littleEndian();
        if (expected != crc.getValue() || size != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw UnreadableInputException.here("the gzip checksum does not match; copy or export the file again");
        }
        inMember = false;
    }

    /** Tapes and some object stores pad with zero bytes; anything else behind them is an accident. */
    private void skipPadding() throws IOException {
        for (int b = next(); b >= 0; b = next()) {
            if (b != 0) {
                throw UnreadableInputException.here(
                        "bytes that are not gzip follow the gzip data; copy or export the file again");
            }
        }
    }

    private void refuseBomb() throws UnreadableInputException {
        if (expandedBytes > limits.expandedBytes()) {
            throw UnreadableInputException.here("the gzip data expands to more than " + limits.expandedBytes()
                    + " bytes; split the export into smaller files");
        }
        if (expandedBytes > GRACE && expandedBytes / limits.expansionRatio() > packedBytes) {
            throw UnreadableInputException.here("the gzip data expands to more than " + limits.expansionRatio()
                    + " times its size, as a gzip bomb does; expand it by hand if you trust it");
        }
    }

    private long littleEndian() throws IOException {
        return required() | (long) required() << 8 | (long) required() << 16 | (long) required() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            required();
        }
    }

    private void skipText() throws IOException {
        while (required() != 0) {
            // The name and the comment are the packer's words and decide nothing.
        }
    }

    private int required() throws IOException {
        int b = next();
        require(b >= 0);
        return b;
    }

    private static void require(boolean more) throws UnreadableInputException {
        if (!more) {
            throw UnreadableInputException.here(
                    "the gzip data ends before its end; the file was cut short, so copy or export it again");
        }
    }

    private int next() throws IOException {
        if (position == filled && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        int count = packed.read(buffer, 0, buffer.length);
        if (count <= 0) {
            return false;
        }
        position = 0;
        filled = count;
        packedBytes += count;
        return true;
    }
}
