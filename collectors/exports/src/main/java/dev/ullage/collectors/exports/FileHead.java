package dev.ullage.collectors.exports;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the first bytes of a file say of the rest. The stream is left where the text begins.
 *
 * @param form what the bytes look like
 * @param firstLine first line that is not blank, for {@link Form#TEXT} only; cut at 64 KiB
 */
record FileHead(Form form, String firstLine) {

    /** What the first bytes look like. */
    enum Form {
        JSON,
        TEXT,
        /** Not text at all, so that nothing below applies to it. */
        BINARY
    }

    private static final int LIMIT = 64 * 1024;

    /** What may follow the bracket of an array; a log line such as {@code [INFO] …} does not go on so. */
    private static final String AFTER_BRACKET = "]{[\"-0123456789tfn";

    /** Looks at a stream of expanded bytes. */
    static FileHead of(BufferedInputStream in) throws IOException {
        in.mark(LIMIT + 1);
        var start = in.readNBytes(4);
        in.reset();
        refuseForeignEncoding(start);
        if (startsWith(start, GzipStream.MAGIC_1, GzipStream.MAGIC_2)) {
            throw UnreadableInputException.here("gzip data inside gzip data; expand the outer one");
        }
        if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'A', 'R', '1')) {
            return new FileHead(Form.BINARY, "");
        }
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            in.skipNBytes(3);
        }
        return look(in);
    }

    private static FileHead look(BufferedInputStream in) throws IOException {
        in.mark(LIMIT + 1);
        var line = new ByteArrayOutputStream();
        boolean array = false;
        for (int b = in.read(), read = 0; b >= 0 && read < LIMIT; b = in.read(), read++) {
            boolean blank = b == ' ' || b == '\t' || b == '\r' || b == '\n';
            boolean first = line.size() == 0;
            if ((first && b == '{') || (array && AFTER_BRACKET.indexOf(b) >= 0)) {
                in.reset();
                return new FileHead(Form.JSON, "");
            }
            array = (first && b == '[') || (array && blank);
            if (b == '\n' && !first && !array) {
                break;
            }
            if (!first || !blank) {
                line.write(b);
            }
        }
        in.reset();
        return array
                ? new FileHead(Form.JSON, "")
                : new FileHead(Form.TEXT, line.toString(StandardCharsets.UTF_8).strip());
    }

    /** JSON and CSV begin with an ASCII character, so a zero byte in the first two gives UTF-16 away without a mark. */
    private static void refuseForeignEncoding(byte[] start) throws UnreadableInputException {
        boolean littleEndian = start.length > 1 && start[0] != 0 && start[1] == 0;
        boolean bigEndian = start.length > 1 && start[0] == 0 && start[1] != 0;
        if (littleEndian || bigEndian || startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff)) {
            throw UnreadableInputException.here("encoded as UTF-16 and not UTF-8; save it as UTF-8"
                    + " (in PowerShell: `| Out-File -Encoding utf8`)");
        }
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
