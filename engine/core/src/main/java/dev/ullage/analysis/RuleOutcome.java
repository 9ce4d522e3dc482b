package dev.ullage.analysis;

import java.util.List;

/**
 * What one rule says of one scope.
 *
 * @param scope project or account
 * @param judged subjects that were asked about
 * @param failed subjects that it objects to and no waiver covers
 * @param waived subjects that it objects to and a waiver covers
 * @param gaps why it could not answer for some or all, one sentence each
 */
public record RuleOutcome(
        String rule,
        String topic,
        String scope,
        Verdict verdict,
        int judged,
        int failed,
        int waived,
        List<String> gaps) {

    public RuleOutcome {
        gaps = List.copyOf(gaps);
    }
}
