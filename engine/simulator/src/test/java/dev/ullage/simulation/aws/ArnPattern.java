package dev.ullage.simulation.aws;

import java.util.ArrayList;
import java.util.List;

/**
 * A value of {@code ArnLike} and its kin. Each of the six segments is matched by itself, so that no wildcard takes in a
 * colon between two of them; the last is all that is left, with its own colons.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">ARN
 *     condition operators</a>
 */
record ArnPattern(String pattern, PolicyVariables variables) {

    private static final int SEGMENTS = 6;

    Answer matches(String arn) {
        var patterns = segments(pattern, variables.known());
        var values = segments(arn, false);
        if (patterns.size() < SEGMENTS || values.size() < SEGMENTS || !arn.startsWith("arn:")) {
            return Answer.NO;
        }
        var matches = Answer.YES;
        for (int i = 0; i < SEGMENTS; i++) {
            var glob = new Glob();
            boolean resolved = variables.put(patterns.get(i), true, glob);
            matches = matches.and(resolved ? glob.matches(values.get(i)) : Answer.NO);
        }
        return matches;
    }

    /** A variable has a colon in its name, which parts nothing. */
    private static List<String> segments(String text, boolean withVariables) {
        var segments = new ArrayList<String>(SEGMENTS);
        int from = 0;
        for (int i = 0; i < text.length() && segments.size() < SEGMENTS - 1; i++) {
            if (withVariables && text.startsWith("${", i) && text.indexOf('}', i) > 0) {
                i = text.indexOf('}', i);
            } else if (text.charAt(i) == ':') {
                segments.add(text.substring(from, i));
                from = i + 1;
            }
        }
        segments.add(text.substring(from));
        return segments;
    }
}
