package dev.ullage.yaml;

/** Which characters a file may hold, and how the others are shown. */
final class Characters {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Characters() {}

    /**
     * True for a character that a reviewer can see, or that only breaks lines or indents. Direction overrides and other
     * invisible characters let a file say something else than it shows; the two joiners stay, because scripts and emoji
     * need them.
     */
    static boolean isAllowed(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            return true;
        }
        if ((codePoint & 0xFFFE) == 0xFFFE) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    /** The text with every character that {@link #isAllowed} refuses, and every line break, as {@code U+001B}. */
    static String visible(String text) {
        if (text.codePoints().allMatch(c -> isAllowed(c) && c >= ' ')) {
            return text;
        }
        var visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isAllowed(c) && c >= ' ') {
                visible.appendCodePoint(c);
            } else {
                visible.append(name(c));
            }
        });
        return visible.toString();
    }

    /** {@code U+001B} and the like. */
    static String name(int codePoint) {
        return String.format(java.util.Locale.ROOT, "U+%04X", codePoint);
    }
}
