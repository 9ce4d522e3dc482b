package dev.ullage.reports;

import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Text that somebody else chose: names, policies, reasons, file names. What a reader could not see, or could take for
 * something else, is written out as {@code ⟨U+202E⟩}, so that two different names never look the same by a trick of
 * invisible, reordering or look-alike characters. Whole words of another script are left as they are.
 */
final class ForeignText {

    private static final int MARKS_OF_A_LETTER = 2;

    /** Scripts whose letters are mistaken for Latin ones when they stand inside a Latin word. */
    private static final Set<UnicodeScript> LOOK_ALIKE = Set.of(
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE,
            UnicodeScript.COPTIC,
            UnicodeScript.LISU);

    private ForeignText() {}

    /** The text on one line, with everything invisible or misleading written out. Different texts stay different. */
    static String visible(String text) {
        if (isPlain(text)) {
            return text;
        }
        var points = text.codePoints().toArray();
        var foreignInLatin = lookAlikes(points);
        var out = new StringBuilder(points.length + 32);
        int marks = 0;
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            marks = isCombining(point) ? marks + 1 : 0;
            if (foreignInLatin[i] || isHidden(point) || isSpaceOutOfPlace(points, i) || marks > MARKS_OF_A_LETTER) {
                out.append(String.format(Locale.ROOT, "⟨U+%04X⟩", point));
            } else {
                out.appendCodePoint(point);
            }
        }
        return out.toString();
    }

    /** A sentence or paragraph: line breaks and tabs are layout and become single spaces, so that it is one line. */
    static String prose(String text) {
        return text.strip().replaceAll("[ \\t\\r\\n]+", " ");
    }

    /** At most so many characters, the middle left out, where names differ least. */
    static String shortened(String text, int limit) {
        int length = text.codePointCount(0, text.length());
        if (length <= limit) {
            return text;
        }
        int kept = Math.max(limit - 1, 0);
        int head = text.offsetByCodePoints(0, kept - kept / 2);
        int tail = text.offsetByCodePoints(text.length(), -(kept / 2));
        return text.substring(0, head) + "…" + text.substring(tail);
    }

    /**
     * For SARIF's plain text, where square brackets make links.
     *
     * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0, 3.11.6</a>
     */
    static String sarif(String text) {
        return visible(text).replaceAll("[\\\\\\[\\]]", "\\\\$0");
    }

    /** For Markdown: no character begins markup, and nobody is mentioned. */
    static String markdown(String text) {
        var escaped = visible(text)
                .replaceAll("[\\\\`*_{}\\[\\]()<>#!|~&]", "\\\\$0")
                .replaceAll("(?m)^([ \t]*[0-9]*)([-+.=])", "$1\\\\$2");
        return escaped.replaceAll("(?<![\\p{Alnum}])@(?=\\p{Alnum})", "`@`");
    }

    /**
     * A path as a relative URI: every byte that is not unreserved is percent-encoded, and nothing climbs or begins at a
     * root. Empty when nothing is left.
     */
    static String uri(String path) {
        var segments = new ArrayList<String>();
        for (var segment : path.split("/", -1)) {
            if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
                segments.add(percentEncoded(segment));
            }
        }
        return String.join("/", segments);
    }

    /** How many columns of a terminal it takes. */
    static int columns(String text) {
        return text.codePoints().map(ForeignText::columns).sum();
    }

    private static int columns(int point) {
        if (isCombining(point)) {
            return 0;
        }
        return switch (UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> 2;
            default -> point >= 0x1F300 && point <= 0x1FAFF ? 2 : 1;
        };
    }

    private static String percentEncoded(String segment) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(segment));
        var hex = HexFormat.of().withUpperCase();
        var out = new StringBuilder();
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next >= 0 && isUnreserved((char) next)) {
                out.append((char) next);
            } else {
                out.append('%').append(hex.toHexDigits(next));
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(char c) {
        return isAsciiLetter(c) || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    private static boolean isAsciiLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** The usual case, decided quickly: ASCII without controls and without a space that could be overlooked. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static boolean isSpaceOutOfPlace(int[] points, int i) {
        return points[i] == ' ' && (i == 0 || i == points.length - 1 || points[i - 1] == ' ');
    }

    private static boolean isCombining(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isHidden(int point) {
        if (point == ' ') {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> true;
            default -> isBlank(point) || isAsciiInDisguise(point) || isOurMark(point);
        };
    }

    /** Characters that Unicode calls default-ignorable or that are drawn as nothing, beyond the categories above. */
    private static boolean isBlank(int point) {
        return point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || (point >= 0x180B && point <= 0x180F)
                || point == 0x2065
                || point == 0x2800
                || point == 0x3164
                || (point >= 0xFE00 && point <= 0xFE0F)
                || point == 0xFFA0
                || (point >= 0xFFF0 && point <= 0xFFFB)
                || (point & 0xFFFE) == 0xFFFE
                || (point >= 0xE0000 && point <= 0xE0FFF);
    }

    /** Full-width forms and mathematical alphabets, which many programs fold to ASCII. */
    private static boolean isAsciiInDisguise(int point) {
        return (point >= 0xFF01 && point <= 0xFF5E) || (point >= 0x1D400 && point <= 0x1D7FF);
    }

    /** Our own brackets: nobody can write something that looks written out. */
    private static boolean isOurMark(int point) {
        return point == '⟨' || point == '⟩';
    }

    private static boolean[] lookAlikes(int[] points) {
        var found = new boolean[points.length];
        int start = 0;
        while (start < points.length) {
            int end = start;
            while (end < points.length && (Character.isLetterOrDigit(points[end]) || isCombining(points[end]))) {
                end++;
            }
            markLookAlikes(points, start, end, found);
            start = end + 1;
        }
        return found;
    }

    private static void markLookAlikes(int[] points, int start, int end, boolean[] found) {
        boolean latin = false;
        for (int i = start; i < end; i++) {
            latin |= UnicodeScript.of(points[i]) == UnicodeScript.LATIN;
        }
        for (int i = start; latin && i < end; i++) {
            found[i] = LOOK_ALIKE.contains(UnicodeScript.of(points[i]));
        }
    }
}
