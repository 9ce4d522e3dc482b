package dev.ullage.reports;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.LedgerRow;
import dev.ullage.analysis.RuleOutcome;
import dev.ullage.rule.Severity;
import java.util.Arrays;
import java.util.List;

/**
 * The counts that come first.
 *
 * @param severities open findings by severity, worst first
 * @param unanswered rules that could not answer for some or all of what they ask about
 */
record Glance(
        long open,
        List<Count> severities,
        long accepted,
        long unanswered,
        long rules,
        long identities,
        long places,
        long files) {

    /** How many there are of something. */
    record Count(Mark mark, long count) {}

    static Glance of(Assessment assessment) {
        var open = assessment.findings().stream().filter(FindingList::isOpen).toList();
        return new Glance(
                open.size(),
                Arrays.stream(Severity.values())
                        .map(severity -> new Count(Mark.of(severity), count(open, severity)))
                        .toList(),
                assessment.findings().stream().filter(FindingList::isAccepted).count(),
                assessment.outcomes().stream()
                        .filter(FindingList::isUnanswered)
                        .map(RuleOutcome::rule)
                        .distinct()
                        .count(),
                assessment.rules().size(),
                assessment.ledger().stream()
                        .map(LedgerRow::principal)
                        .distinct()
                        .count(),
                assessment.ledger().stream()
                        .map(row -> row.place().resource())
                        .distinct()
                        .count(),
                assessment.inputs().size());
    }

    private static long count(List<Finding> open, Severity severity) {
        return open.stream().filter(finding -> finding.severity() == severity).count();
    }
}
