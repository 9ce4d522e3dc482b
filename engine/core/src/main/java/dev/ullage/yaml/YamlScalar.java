package dev.ullage.yaml;

/**
 * A text, number, truth value or nothing, as written.
 *
 * @param text after unquoting, unescaping and folding
 * @param plain true when it was written without quotes and not as a block, and so may stand for more than a text
 * @param block true for a block ({@code |} or {@code >}), whose text begins on a later line
 */
public record YamlScalar(String text, boolean plain, boolean block, YamlPosition position) implements YamlNode {

    /** True when nothing was written, or {@code null} or {@code ~}. */
    public boolean isNull() {
        return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }
}
