package dev.ullage.cel.iam;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code extract()} takes out of a text: what stands between the first prefix and the first suffix after it.
 *
 * @param prefix empty when the template begins with the part to take
 * @param suffix empty when the template ends with the part to take
 * @see <a href="https://cloud.google.com/iam/docs/conditions-attribute-reference#extract">Extract values from attributes</a>
 */
public record ExtractionTemplate(String prefix, String suffix) {

    private static final Pattern FORM = Pattern.compile("([^{}]*)\\{[A-Za-z0-9_]+\\}([^{}]*)", Pattern.DOTALL);

    /** Reads a template such as <code>projects/{project}/</code>; empty for a text of another form. */
    static Optional<ExtractionTemplate> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches() ? Optional.of(new ExtractionTemplate(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** The template, with a name of our own for the part. */
    String text() {
        return prefix + "{part}" + suffix;
    }

    /** What it takes out; the empty text when the prefix or the suffix is not there. */
    public String extract(String text) {
        int at = text.indexOf(prefix);
        if (at < 0) {
            return "";
        }
        int begin = at + prefix.length();
        int end = suffix.isEmpty() ? text.length() : text.indexOf(suffix, begin);
        return end < 0 ? "" : text.substring(begin, end);
    }
}
