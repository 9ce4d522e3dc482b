package dev.ullage.access.gcp;

import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import java.util.List;

/**
 * Whether a member means a principal.
 *
 * @param path how it does, closest to the principal first; empty when it names the principal or everybody
 * @param missing what would have to be known; empty unless the answer is {@code UNKNOWN}
 */
record Match(Answer answer, List<Step> path, List<String> missing) {

    static final Match YES = new Match(Answer.YES, List.of(), List.of());
    static final Match NO = new Match(Answer.NO, List.of(), List.of());

    Match {
        path = List.copyOf(path);
        missing = List.copyOf(missing);
    }

    static Match of(boolean truth) {
        return truth ? YES : NO;
    }

    static Match unknown(String missing) {
        return new Match(Answer.UNKNOWN, List.of(), List.of(missing));
    }
}
