package dev.ullage.collectors.exports;

/** Words of the input as they may stand in a sentence for the user. */
final class Words {

    private static final int LENGTH = 40;

    private Words() {}

    /** At most 40 characters, none of which moves a cursor or turns the text around. */
    static String brief(String words) {
        int end = words.offsetByCodePoints(0, Math.min(LENGTH, words.codePointCount(0, words.length())));
        return words.substring(0, end).replaceAll("\\p{C}", "?") + (end < words.length() ? "…" : "");
    }
}
