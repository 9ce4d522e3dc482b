package dev.ullage.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The characters of a file, and its lines to show beside a problem. */
final class SourceText {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** How much of a line is shown before and after the place concerned. */
    private static final int BEFORE = 60;

    private static final int AFTER = 40;

    /** Why a text is not read at all. */
    record Refusal(YamlPosition position, String fact, String remedy) {}

    private final String text;
    private final @Nullable Refusal refusal;

    private SourceText(String text, @Nullable Refusal refusal) {
        this.text = text;
        this.refusal = refusal;
    }

    /** The text as far as it is UTF-8. */
    static SourceText decode(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        try {
            var text = decoder.decode(in).toString();
            return new SourceText(text, forbidden(text));
        } catch (CharacterCodingException e) {
            // The buffer stands where decoding stopped: what is before it is valid.
            var text = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
            return new SourceText(
                    text, new Refusal(end(text), "the file is not UTF-8 text from here on", "save it as UTF-8"));
        }
    }

    private static @Nullable Refusal forbidden(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var c = text.codePointAt(i);
            if (!Characters.isAllowed(c) && !(i == 0 && c == 0xFEFF)) {
                return new Refusal(
                        end(text.substring(0, i)), "the invisible character " + Characters.name(c), "delete it");
            }
        }
        return null;
    }

    /** The place after the last character. */
    private static YamlPosition end(String text) {
        var lines = LINE_BREAK.split(text, -1);
        var last = lines[lines.length - 1];
        return new YamlPosition(lines.length, 1 + last.codePointCount(0, last.length()));
    }

    /** Why the text is not read at all, if so. */
    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public String toString() {
        return text;
    }

    private int[] line(int number) {
        return text.lines()
                .skip(Math.max(0, number - 1L))
                .findFirst()
                .orElse("")
                .codePoints()
                .toArray();
    }

    /** The character at a place; empty at the end of a line. */
    String characterAt(YamlPosition position) {
        var line = line(position.line());
        return position.column() > line.length ? "" : Character.toString(line[position.column() - 1]);
    }

    /** The part of a line around a place, and below it a caret; empty when the text has no such place. */
    String excerpt(YamlPosition position) {
        var codePoints = line(position.line());
        if (position.line() == 0 || codePoints.length == 0) {
            return "";
        }
        var at = Math.min(position.column() - 1, codePoints.length);
        var from = Math.max(0, at - BEFORE);
        var to = Math.min(codePoints.length, at + AFTER);
        var shown = new StringBuilder(from > 0 ? "…" : "");
        for (int i = from; i < to; i++) {
            // One column each, whatever it is, so that the caret stands below the right one.
            shown.appendCodePoint(codePoints[i] == '\t' || !Characters.isAllowed(codePoints[i]) ? ' ' : codePoints[i]);
        }
        var indent = at - from + (from > 0 ? 1 : 0);
        return shown + (to < codePoints.length ? "…" : "") + "\n" + " ".repeat(indent) + "^";
    }

    /**
     * Where the character after {@code offset} code points of a scalar's text was written. Blanks are skipped on both sides, because
     * folding changes them; where an escape makes the two sides differ, it is where the scalar begins.
     */
    YamlPosition positionIn(YamlScalar scalar, int offset) {
        var quoted = !scalar.plain() && !scalar.block();
        var at = indexOf(scalar.position()) + (quoted ? 1 : 0);
        if (scalar.block()) {
            var header = LINE_BREAK.matcher(text);
            at = header.find(at) ? header.end() : text.length();
        }
        var found = at;
        for (var c : scalar.text().codePoints().limit(offset + 1L).toArray()) {
            if (isBlank(c)) {
                continue;
            }
            while (at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            if (at == text.length() || text.codePointAt(at) != c) {
                return scalar.position();
            }
            found = at;
            at += quoted && text.startsWith("''", at) ? 2 : Character.charCount(c);
        }
        return end(text.substring(0, found));
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private int indexOf(YamlPosition position) {
        var breaks = LINE_BREAK.matcher(text);
        var lineStart = 0;
        for (int line = 1; line < position.line() && breaks.find(); line++) {
            lineStart = breaks.end();
        }
        return text.offsetByCodePoints(lineStart, position.column() - 1);
    }
}
