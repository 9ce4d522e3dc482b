package dev.ullage.simulation.aws;

import java.util.List;

/**
 * {@code Action}, and what {@code NotAction} leaves out. Upper and lower case are the same, {@code *} and {@code ?} are
 * wildcards anywhere, and there are no variables.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html">NotAction</a>
 */
record ActionElement(List<String> patterns) {

    Answer covers(String action) {
        for (var pattern : patterns) {
            if (new Glob().addPattern(pattern).ignoringCase().matches(action) == Answer.YES) {
                return Answer.YES;
            }
        }
        return Answer.NO;
    }
}
