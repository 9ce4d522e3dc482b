package dev.ullage.reports;

import dev.ullage.analysis.Finding;
import dev.ullage.analysis.Verdict;
import dev.ullage.estate.Waiver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding as it is read: what is so, who and what, what proves it, what to do.
 *
 * @param marks its severity, and before it that it is unknown where it is
 * @param who empty when the finding is about a resource alone
 * @param evidence what is read at once
 * @param moreEvidence what is folded away
 * @param hiddenEvidence how much more only the JSON has
 */
record FindingCard(
        List<Mark> marks,
        String message,
        String title,
        String rule,
        String who,
        String what,
        String scope,
        List<SourcedText> evidence,
        List<SourcedText> moreEvidence,
        int hiddenEvidence,
        List<String> missing,
        String fix,
        List<String> controls,
        String fingerprint,
        @Nullable Acceptance acceptance) {

    private static final int READ_AT_ONCE = 3;
    private static final int MOST_EVIDENCE = 12;
    private static final int MOST_MISSING = 8;
    private static final int MOST_CONTROLS = 12;
    private static final int LONGEST_NAME = 240;

    /** The waiver that covers it. */
    record Acceptance(String owner, String approver, String reason, String created, String expires, String source) {

        static Acceptance of(Waiver waiver) {
            return new Acceptance(
                    waiver.owner(),
                    waiver.approver(),
                    ForeignText.prose(waiver.reason()),
                    waiver.created().toString(),
                    waiver.expires().toString(),
                    waiver.source().toString());
        }
    }

    static FindingCard of(Finding finding) {
        var evidence = finding.evidence().stream().map(SourcedText::of).toList();
        var principal = finding.principal();
        var waiver = finding.waiver();
        return new FindingCard(
                marks(finding),
                ForeignText.prose(finding.message()),
                finding.title(),
                finding.rule(),
                principal == null ? "" : ForeignText.shortened(principal, LONGEST_NAME),
                ForeignText.shortened(finding.resource(), LONGEST_NAME),
                finding.scope(),
                evidence.stream().limit(READ_AT_ONCE).toList(),
                evidence.stream().limit(MOST_EVIDENCE).skip(READ_AT_ONCE).toList(),
                Math.max(evidence.size() - MOST_EVIDENCE, 0),
                finding.missing().stream()
                        .limit(MOST_MISSING)
                        .map(ForeignText::prose)
                        .toList(),
                ForeignText.prose(finding.fix()),
                finding.controls().stream().limit(MOST_CONTROLS).toList(),
                finding.fingerprint(),
                waiver == null ? null : Acceptance.of(waiver));
    }

    /** The first mark's tone is the card's. */
    String tone() {
        return marks.get(0).tone();
    }

    private static List<Mark> marks(Finding finding) {
        var severity = Mark.of(finding.severity());
        return finding.verdict() == Verdict.UNKNOWN ? List.of(Mark.of(Verdict.UNKNOWN), severity) : List.of(severity);
    }
}
