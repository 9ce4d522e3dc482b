package dev.ullage.reports;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.RuleOutcome;
import dev.ullage.analysis.Verdict;
import dev.ullage.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that the run says about itself: a question without an answer, or what is not in the file. It is never a
 * result, for a result would read as a failure and silence as a pass.
 *
 * @param rule the rule that could not answer; null when it is about the file
 * @param source where to look; null when there is no one place
 */
record SarifNotice(
        Kind kind,
        String text,
        @Nullable String rule,
        @Nullable Source source) {

    /** Kinds in the order in which the driver lists them. */
    enum Kind {
        UNANSWERED(
                "unanswered",
                "QuestionUnanswered",
                "A question could not be answered because a fact is missing.",
                "Read what is named as missing and audit again."),
        LEFT_OUT(
                "left-out",
                "ResultsLeftOut",
                "The file would be larger than GitHub accepts, so that some of it was left out.",
                "Look at findings.json, which has all.");

        private final String id;
        private final String title;
        private final String says;
        private final String remedy;

        Kind(String id, String title, String says, String remedy) {
            this.id = id;
            this.title = title;
            this.says = says;
            this.remedy = remedy;
        }

        String id() {
            return id;
        }

        /** A name without spaces, as SARIF wants it. */
        String title() {
            return title;
        }

        String says() {
            return says;
        }

        String remedy() {
            return remedy;
        }
    }

    /** Names what was left out first, then what was not answered, most severe first. */
    static List<SarifNotice> of(Assessment assessment, int resultsLeftOut, int most) {
        var unanswered = Stream.concat(
                        assessment.findings().stream()
                                .filter(finding -> finding.verdict() == Verdict.UNKNOWN)
                                .map(SarifNotice::of),
                        withoutFinding(assessment).map(SarifNotice::of))
                .toList();
        var notices = new ArrayList<SarifNotice>();
        if (resultsLeftOut > 0) {
            notices.add(leftOut(Numbers.of(resultsLeftOut, "less severe result")));
        }
        if (unanswered.size() > most) {
            notices.add(leftOut(Numbers.of(unanswered.size() - most, "unanswered question")));
        }
        unanswered.stream().limit(most).forEach(notices::add);
        return notices;
    }

    /** Outcomes that are unknown as a whole, with no subject that a finding could name. */
    private static Stream<RuleOutcome> withoutFinding(Assessment assessment) {
        var named = assessment.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.UNKNOWN)
                .map(finding -> List.of(finding.rule(), finding.scope()))
                .collect(Collectors.toSet());
        return assessment.outcomes().stream()
                .filter(FindingList::isUnanswered)
                .filter(outcome -> !named.contains(List.of(outcome.rule(), outcome.scope())));
    }

    private static SarifNotice of(Finding finding) {
        var missing = finding.missing().isEmpty() ? "" : ": missing " + String.join("; ", finding.missing());
        return new SarifNotice(
                Kind.UNANSWERED, ForeignText.prose(finding.message() + missing), finding.rule(), finding.anchor());
    }

    private static SarifNotice of(RuleOutcome outcome) {
        var why = ForeignText.prose(String.join("; ", outcome.gaps()));
        return new SarifNotice(
                Kind.UNANSWERED,
                "could not answer in full for " + outcome.scope() + (why.isEmpty() ? "" : ": " + why),
                outcome.rule(),
                null);
    }

    private static SarifNotice leftOut(String what) {
        return new SarifNotice(
                Kind.LEFT_OUT,
                what + " left out to stay within the limits of GitHub; findings.json has all",
                null,
                null);
    }
}
