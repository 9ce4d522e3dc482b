package dev.ullage.reports;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.RuleOutcome;
import dev.ullage.analysis.Verdict;
import dev.ullage.reports.TerminalText.Ink;
import dev.ullage.rule.Severity;
import java.util.Map;
import java.util.TreeMap;

/** What a terminal shows after an audit: the counts, the worst, and what could not be answered. */
public final class SummaryTable {

    private static final int WORST_SHOWN = 10;
    private static final int GAPS_SHOWN = 10;
    private static final int GAP = 2;
    private static final int SEVERITY = 8;
    private static final int NUMBER = 8;
    private static final int INDENT = 2;

    private SummaryTable() {}

    /**
     * Lines of at most {@code width} columns (40 if it is less), each ended by a line feed; without {@code colour} there
     * is no escape sequence in it.
     */
    public static String render(Assessment assessment, int width, boolean colour) {
        return new Drawing(Ordered.of(assessment), new TerminalText(width, colour), new StringBuilder()).draw();
    }

    /** One summary being drawn. */
    private record Drawing(Assessment assessment, TerminalText terminal, StringBuilder out) {

        String draw() {
            header();
            topics();
            worst();
            unanswered();
            ledger();
            return out.toString();
        }

        private void header() {
            var glance = Glance.of(assessment);
            line(terminal.inked(
                    TerminalText.fitted(
                            assessment.tool() + " · " + assessment.estate() + " · as of "
                                    + Numbers.minute(assessment.asOf()),
                            terminal.width()),
                    Ink.BOLD));
            paragraph(String.join(
                    ", ",
                    Numbers.of(glance.files(), "file"),
                    Numbers.of(glance.rules(), "rule"),
                    glance.identities() == 1 ? "1 identity" : Numbers.grouped(glance.identities()) + " identities",
                    Numbers.of(glance.places(), "place")));
        }

        private void topics() {
            var byTopic = assessment.outcomes().stream()
                    .collect(
                            groupingBy(RuleOutcome::topic, TreeMap::new, groupingBy(RuleOutcome::verdict, counting())));
            heading("Rules by topic, in outcomes of a rule in a project or account");
            line(terminal.inked(topic("", "pass", "fail", "unknown", "n/a"), Ink.DIM));
            byTopic.forEach((topic, counts) -> line(topic(topic, counts)));
            if (byTopic.isEmpty()) {
                line("no rule was asked");
            }
        }

        private String topic(String topic, Map<Verdict, Long> counts) {
            return TerminalText.cell(topic, topicWidth())
                    + count(counts, Verdict.PASS, Ink.GREEN)
                    + count(counts, Verdict.FAIL, Ink.RED)
                    + count(counts, Verdict.UNKNOWN, Ink.YELLOW)
                    + count(counts, Verdict.NOT_APPLICABLE, Ink.DIM);
        }

        private String topic(String topic, String... heads) {
            var line = new StringBuilder(TerminalText.cell(topic, topicWidth()));
            for (var head : heads) {
                line.append(right(head));
            }
            return line.toString();
        }

        private int topicWidth() {
            return Math.min(terminal.width() - 4 * NUMBER, 28);
        }

        private String count(Map<Verdict, Long> counts, Verdict verdict, Ink ink) {
            long count = counts.getOrDefault(verdict, 0L);
            var text = right(Numbers.grouped(count));
            return count == 0 ? terminal.inked(text, Ink.DIM) : terminal.inked(text, ink);
        }

        private static String right(String text) {
            return " ".repeat(Math.max(NUMBER - text.length(), 1)) + text;
        }

        private void worst() {
            var open =
                    assessment.findings().stream().filter(FindingList::isOpen).toList();
            long accepted = assessment.findings().stream()
                    .filter(FindingList::isAccepted)
                    .count();
            var waived = accepted == 0 ? "" : ", and " + Numbers.grouped(accepted) + " accepted by waivers";
            if (open.isEmpty()) {
                heading("No open findings" + waived);
                return;
            }
            int shown = Math.min(open.size(), WORST_SHOWN);
            heading("Worst findings: " + shown + " of " + Numbers.grouped(open.size()) + " open" + waived);
            var worst = open.subList(0, shown);
            int longest = worst.stream()
                    .mapToInt(finding -> ForeignText.columns(ForeignText.visible(finding.rule())))
                    .max()
                    .orElse(0);
            worst.forEach(finding -> line(finding(finding, longest)));
        }

        private String finding(Finding finding, int longestRule) {
            int rest = terminal.width() - SEVERITY - 3 * GAP;
            int rule = Math.min(rest * 2 / 5, longestRule);
            int who = (rest - rule) / 2;
            var principal = finding.principal();
            var severity = TerminalText.cell(finding.severity().word(), SEVERITY);
            return String.join(
                            " ".repeat(GAP),
                            terminal.inked(severity, ink(finding.severity())),
                            TerminalText.cell(finding.rule(), rule),
                            principal == null ? TerminalText.cell("-", who) : TerminalText.principal(principal, who),
                            TerminalText.fitted(finding.resource(), rest - rule - who))
                    .stripTrailing();
        }

        private void unanswered() {
            var gaps = GapList.of(assessment.outcomes()).lines();
            if (gaps.isEmpty()) {
                heading("Every rule could answer everywhere");
                return;
            }
            heading("Not answered, and never counted as a pass");
            for (var gap : gaps.subList(0, Math.min(gaps.size(), GAPS_SHOWN))) {
                var more = gap.otherScopes() == 0 ? "" : " and " + gap.otherScopes() + " more";
                var scopes = " (" + String.join(", ", gap.scopes()) + more + ")";
                paragraph("? " + gap.rule() + ": " + gap.reason() + scopes);
            }
            if (gaps.size() > GAPS_SHOWN) {
                line("and " + Numbers.grouped(gaps.size() - GAPS_SHOWN) + " more");
            }
        }

        private void ledger() {
            heading("Ledger: " + Numbers.of(assessment.ledger().size(), "row"));
            if (!assessment.ledger().isEmpty()) {
                paragraph(LedgerCounts.of(assessment.ledger()).inWords());
            }
            var whole = Numbers.whole(assessment.estate(), assessment.ullage());
            paragraph(
                    whole.granted() == 0
                            ? "Ullage: nothing is granted"
                            : "Ullage: at least " + Numbers.atLeast(whole) + " % and at most " + Numbers.atMost(whole)
                                    + " % of " + Numbers.of(whole.granted(), "granted row")
                                    + " are neither declared nor used");
        }

        private static Ink ink(Severity severity) {
            return switch (severity) {
                case CRITICAL -> Ink.MAGENTA;
                case HIGH -> Ink.RED;
                case MEDIUM -> Ink.YELLOW;
                case LOW -> Ink.BLUE;
            };
        }

        private void heading(String text) {
            out.append('\n');
            terminal.wrapped(text, 0).forEach(one -> line(terminal.inked(one, Ink.BOLD)));
        }

        private void paragraph(String text) {
            terminal.wrapped(text, INDENT).forEach(this::line);
        }

        private void line(String text) {
            out.append(text).append('\n');
        }
    }
}
