package dev.ullage.simulation.aws;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code Resource}, and what {@code NotResource} leaves out. Case matters. The first five segments of an ARN are matched
 * one by one: a wildcard in them does not match a colon, but a {@code *} that ends its segment does. In the rest, which
 * may hold colons of its own, {@code *} matches colons and slashes, and only there are variables.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html">NotResource</a>
 */
record ResourceElement(List<String> patterns, PolicyVariables variables) {

    private static final int PREFIX = 5;

    Answer covers(String resource) {
        var covered = Answer.NO;
        for (var pattern : patterns) {
            covered = covered.or(pattern.equals("*") ? Answer.YES : matches(pattern, resource));
        }
        return covered;
    }

    private Answer matches(String pattern, String resource) {
        var glob = new Glob();
        var segments = segments(pattern);
        for (int i = 0; i < Math.min(PREFIX, segments.size()); i++) {
            addSegment(segments.get(i), glob);
            if (i + 1 < segments.size()) {
                glob.add(':');
            }
        }
        if (segments.size() > PREFIX && !variables.put(segments.get(PREFIX), true, glob)) {
            return Answer.NO;
        }
        return glob.matches(resource);
    }

    private static List<String> segments(String arn) {
        var segments = new ArrayList<String>();
        int from = 0;
        int colon = arn.indexOf(':');
        while (colon >= 0 && segments.size() < PREFIX) {
            segments.add(arn.substring(from, colon));
            from = colon + 1;
            colon = arn.indexOf(':', from);
        }
        segments.add(arn.substring(from));
        return segments;
    }

    private static void addSegment(String segment, Glob glob) {
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '*') {
                glob.add(i + 1 == segment.length() ? Glob.ANY_RUN : Glob.SEGMENT_RUN);
            } else {
                glob.add(c == '?' ? Glob.SEGMENT_ONE : c);
            }
        }
    }
}
