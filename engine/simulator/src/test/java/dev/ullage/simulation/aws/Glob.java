package dev.ullage.simulation.aws;

import java.util.Arrays;

/**
 * A pattern as code points, in which a negative number stands for more than itself. It is matched in the plainest way:
 * a run tries every length. That can take exponential time, and the cases are short.
 */
final class Glob {

    /** Any characters, and none. */
    static final int ANY_RUN = -1;
    /** One character, whichever. */
    static final int ANY_ONE = -2;
    /** Any characters but a colon, and none. */
    static final int SEGMENT_RUN = -3;
    /** One character, but no colon. */
    static final int SEGMENT_ONE = -4;
    /** The value of a variable that nobody knows. */
    static final int UNKNOWN_VALUE = -5;

    private int[] codes = new int[32];
    private int length;
    private boolean unknown;
    private boolean ignoresCase;

    Glob add(int code) {
        if (length == codes.length) {
            codes = Arrays.copyOf(codes, 2 * length);
        }
        codes[length++] = code;
        unknown |= code == UNKNOWN_VALUE;
        return this;
    }

    Glob addLiteral(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            add(text.codePointAt(i));
        }
        return this;
    }

    /** The text with its {@code *} and {@code ?} as wildcards. */
    Glob addPattern(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int code = text.codePointAt(i);
            add(code == '*' ? ANY_RUN : code == '?' ? ANY_ONE : code);
        }
        return this;
    }

    Glob ignoringCase() {
        ignoresCase = true;
        return this;
    }

    /** {@code PERHAPS} where some value of the unknown variables makes it match. */
    Answer matches(String text) {
        if (!matches(0, text, 0)) {
            return Answer.NO;
        }
        return unknown ? Answer.PERHAPS : Answer.YES;
    }

    private boolean matches(int at, String text, int from) {
        if (at == length) {
            return from == text.length();
        }
        int code = codes[at];
        if (code == ANY_RUN || code == SEGMENT_RUN || code == UNKNOWN_VALUE) {
            return runMatches(at, text, from);
        }
        if (from == text.length()) {
            return false;
        }
        int actual = text.codePointAt(from);
        return isOne(code, actual) && matches(at + 1, text, from + Character.charCount(actual));
    }

    private boolean runMatches(int at, String text, int from) {
        for (int end = from; end <= text.length(); end++) {
            if (matches(at + 1, text, end)) {
                return true;
            }
            if (codes[at] == SEGMENT_RUN && end < text.length() && text.charAt(end) == ':') {
                return false;
            }
        }
        return false;
    }

    private boolean isOne(int code, int actual) {
        return switch (code) {
            case ANY_ONE -> true;
            case SEGMENT_ONE -> actual != ':';
            default -> code == actual || ignoresCase && lowerCase(code) == lowerCase(actual);
        };
    }

    private static int lowerCase(int code) {
        return Character.toLowerCase(Character.toUpperCase(code));
    }
}
