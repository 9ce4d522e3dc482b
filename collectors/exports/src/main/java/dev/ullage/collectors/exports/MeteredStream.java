package dev.ullage.collectors.exports;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Digests and counts the bytes of a file as they lie on disk, while somebody reads them. */
final class MeteredStream extends InputStream {

    private final InputStream in;
    private final LongConsumer counted;
    private final MessageDigest digest;

    MeteredStream(InputStream in, LongConsumer counted) {
        this.in = in;
        this.counted = counted;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            digest.update(bytes, offset, count);
            counted.accept(count);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Reads what nobody wanted and returns the digest of the whole file in hexadecimal. */
    String sha256() throws IOException {
        var rest = new byte[64 * 1024];
        while (read(rest, 0, rest.length) >= 0) {
            // The digest is of the whole file, wherever its reader stopped.
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
