package dev.ullage.reports;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.RuleOutcome;
import dev.ullage.analysis.Verdict;
import dev.ullage.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The findings, worst first. The worst are shown in full; every rule is shown with its counts.
 *
 * @param open findings that nobody accepted
 * @param accepted findings that a waiver covers
 * @param unanswered subjects that could not be judged
 */
record FindingList(List<RuleLine> rules, Cards open, Cards accepted, Cards unanswered) {

    static final int MOST_OPEN = 200;
    static final int MOST_OTHER = 100;

    private static final List<Verdict> WORST_FIRST =
            List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS, Verdict.NOT_APPLICABLE);

    /** The first cards of a kind and how many there are in all. */
    record Cards(List<FindingCard> shown, int all) {

        static Cards of(List<Finding> findings, Predicate<Finding> kind, int most) {
            var shown = findings.stream()
                    .filter(kind)
                    .limit(most)
                    .map(FindingCard::of)
                    .toList();
            return new Cards(shown, (int) findings.stream().filter(kind).count());
        }

        int hidden() {
            return all - shown.size();
        }
    }

    /**
     * One rule over all scopes.
     *
     * @param verdict worst over its scopes
     * @param unanswered scopes in which it could not answer for all
     */
    record RuleLine(
            String id,
            String topic,
            String title,
            Mark severity,
            Mark verdict,
            int judged,
            int failed,
            int waived,
            int unanswered) {}

    static FindingList of(Assessment assessment) {
        var findings = assessment.findings();
        return new FindingList(
                rules(assessment),
                Cards.of(findings, FindingList::isOpen, MOST_OPEN),
                Cards.of(findings, FindingList::isAccepted, MOST_OTHER),
                Cards.of(findings, finding -> finding.verdict() == Verdict.UNKNOWN, MOST_OTHER));
    }

    static boolean isOpen(Finding finding) {
        return finding.verdict() == Verdict.FAIL && finding.waiver() == null;
    }

    static boolean isAccepted(Finding finding) {
        return finding.verdict() == Verdict.FAIL && finding.waiver() != null;
    }

    /** True when a part of the question is open, even if the rest is a failure. */
    static boolean isUnanswered(RuleOutcome outcome) {
        return outcome.verdict() == Verdict.UNKNOWN || !outcome.gaps().isEmpty();
    }

    private static List<RuleLine> rules(Assessment assessment) {
        Map<String, List<RuleOutcome>> outcomes = assessment.outcomes().stream().collect(groupingBy(RuleOutcome::rule));
        return assessment.rules().stream()
                .sorted(comparingInt(
                                (Rule rule) -> WORST_FIRST.indexOf(worst(outcomes.getOrDefault(rule.id(), List.of()))))
                        .thenComparing(Rule::severity)
                        .thenComparing(Rule::id))
                .map(rule -> line(rule, outcomes.getOrDefault(rule.id(), List.of())))
                .toList();
    }

    private static RuleLine line(Rule rule, List<RuleOutcome> outcomes) {
        return new RuleLine(
                rule.id(),
                rule.topic(),
                rule.title(),
                Mark.of(rule.severity()),
                Mark.of(worst(outcomes)),
                outcomes.stream().mapToInt(RuleOutcome::judged).sum(),
                outcomes.stream().mapToInt(RuleOutcome::failed).sum(),
                outcomes.stream().mapToInt(RuleOutcome::waived).sum(),
                (int) outcomes.stream().filter(FindingList::isUnanswered).count());
    }

    private static Verdict worst(List<RuleOutcome> outcomes) {
        return WORST_FIRST.stream()
                .filter(verdict -> outcomes.stream().anyMatch(outcome -> outcome.verdict() == verdict))
                .findFirst()
                .orElse(Verdict.NOT_APPLICABLE);
    }
}
