package dev.ullage.simulation.rgw;

import java.util.regex.Pattern;

/** A text with {@code *} for any characters and {@code ?} for one, as AWS reads it and as the gateway does. */
record Wildcards(String pattern) {

    boolean matches(String text) {
        var regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.matches(regex, text);
    }

    boolean isMissedByGateway(String text) {
        return matches(text) && !matchesInGateway(0, text);
    }

    /**
     * A star takes characters up to the first that is the pattern's next one, and keeps to that.
     *
     * @param from where the rest of the pattern begins
     */
    private boolean matchesInGateway(int from, String text) {
        if (from == pattern.length()) {
            return text.isEmpty();
        }
        char next = pattern.charAt(from);
        if (next == '*') {
            int end = from + 1 == pattern.length() ? text.length() : text.indexOf(pattern.charAt(from + 1));
            return end >= 0 && matchesInGateway(from + 1, text.substring(end));
        }
        return !text.isEmpty()
                && (next == '?' || next == text.charAt(0))
                && matchesInGateway(from + 1, text.substring(1));
    }
}
