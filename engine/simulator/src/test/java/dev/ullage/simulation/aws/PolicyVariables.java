package dev.ullage.simulation.aws;

/**
 * Puts the request's values in the place of {@code ${key}}. They are there since version {@code 2012-10-17} of the
 * language; before it, and where a policy names no version, {@code ${} is text like any other. A value that is put in
 * is text: a {@code *} in it stands for itself. {@code ${*}}, {@code ${?}} and {@code ${$}} are these three characters.
 *
 * <p>A variable whose key is absent, or has several values, has no value, and what is written with it is equal to
 * nothing and like nothing. {@code ${key, 'text'}} has the text where the key is absent. Of a key with several values
 * the page says only that it cannot be used as a variable: we read that such a one has no value in spite of the text.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables and tags</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</a>
 */
record PolicyVariables(boolean known, RequestContext context) {

    /** Adds the text with its values to the glob; false where a variable has none. */
    boolean put(String text, boolean wildcards, Glob glob) {
        int at = 0;
        while (at < text.length()) {
            int opened = known ? text.indexOf("${", at) : -1;
            int closed = opened < 0 ? -1 : text.indexOf('}', opened);
            if (closed < 0) {
                return putText(text.substring(at), wildcards, glob);
            }
            putText(text.substring(at, opened), wildcards, glob);
            if (!putVariable(text.substring(opened + 2, closed), glob)) {
                return false;
            }
            at = closed + 1;
        }
        return true;
    }

    private static boolean putText(String text, boolean wildcards, Glob glob) {
        if (wildcards) {
            glob.addPattern(text);
        } else {
            glob.addLiteral(text);
        }
        return true;
    }

    private boolean putVariable(String inside, Glob glob) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            glob.addLiteral(inside);
            return true;
        }
        int comma = inside.indexOf(',');
        var key = (comma < 0 ? inside : inside.substring(0, comma)).strip();
        if (context.isUnknown(key)) {
            glob.add(Glob.UNKNOWN_VALUE);
            return true;
        }
        var values = context.valuesOf(key);
        if (values.size() == 1) {
            glob.addLiteral(values.get(0));
            return true;
        }
        if (comma < 0 || !values.isEmpty()) {
            return false;
        }
        glob.addLiteral(unquoted(inside.substring(comma + 1).strip()));
        return true;
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
    }
}
