package dev.ullage.reports;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.ControlOutcome;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.LedgerRow;
import dev.ullage.analysis.RuleOutcome;
import dev.ullage.analysis.UllageFigure;
import dev.ullage.estate.Waiver;
import dev.ullage.model.Coverage;
import dev.ullage.model.InputFile;
import dev.ullage.rule.Rule;
import java.util.Comparator;
import java.util.List;

/** The one order in which every report tells things, so that it does not hang on the order of the input. */
final class Ordered {

    private static final Comparator<InputFile> INPUTS =
            comparing(InputFile::path).thenComparing(InputFile::recognisedAs).thenComparing(InputFile::sha256);

    private static final Comparator<Coverage> COVERAGE = comparing(Coverage::topic)
            .thenComparing(Coverage::scope)
            .thenComparing(Coverage::status)
            .thenComparing(Coverage::reason)
            .thenComparing(Coverage::source);

    private static final Comparator<RuleOutcome> OUTCOMES =
            comparing(RuleOutcome::rule).thenComparing(RuleOutcome::scope).thenComparing(RuleOutcome::topic);

    private static final Comparator<ControlOutcome> CONTROLS = comparing(
                    (ControlOutcome outcome) -> outcome.control().framework())
            .thenComparing(outcome -> outcome.control().id(), Ordered::byNumbers);

    private static final Comparator<LedgerRow> LEDGER = comparing(LedgerRow::principal)
            .thenComparing(LedgerRow::place)
            .thenComparing(LedgerRow::permissionClass)
            .thenComparing(LedgerRow::permission)
            .thenComparing(LedgerRow::container)
            .thenComparing(LedgerRow::witness);

    private static final Comparator<Finding> FINDINGS = comparing(Finding::verdict)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::resource)
            .thenComparing(Finding::principal, nullsFirst(naturalOrder()))
            .thenComparing(Finding::fingerprint)
            .thenComparing(Finding::message);

    private static final Comparator<Waiver> WAIVERS =
            comparing(Waiver::expires).thenComparing(Waiver::rule).thenComparing(Waiver::source);

    private static final String DIGITS_BEGIN_OR_END = "(?<=[^0-9])(?=[0-9])|(?<=[0-9])(?=[^0-9])";

    /** Of two numbers without leading zeros the longer is the larger; text stands before numbers. */
    private static final Comparator<String> PARTS = comparing((String part) -> part.matches("[0-9]+"))
            .thenComparing(part ->
                    part.matches("[0-9]+") ? part.replaceFirst("^0+", "").length() : 0)
            .thenComparing(naturalOrder());

    private Ordered() {}

    /** The same assessment with every list sorted; findings stand worst first. */
    static Assessment of(Assessment assessment) {
        return new Assessment(
                assessment.estate(),
                assessment.asOf(),
                assessment.tool(),
                sorted(assessment.inputs(), INPUTS),
                sorted(assessment.coverage(), COVERAGE),
                sorted(assessment.rules(), comparing(Rule::id)),
                sorted(assessment.outcomes(), OUTCOMES),
                sorted(assessment.controls(), CONTROLS),
                sorted(assessment.ledger(), LEDGER),
                sorted(assessment.ullage(), comparing(UllageFigure::principal)),
                sorted(assessment.findings(), FINDINGS),
                sorted(assessment.unusedWaivers(), WAIVERS),
                sorted(assessment.limits(), naturalOrder()));
    }

    private static <T> List<T> sorted(List<T> list, Comparator<? super T> order) {
        return list.stream().sorted(order).toList();
    }

    /** A.5.9 before A.5.18: runs of digits compare as numbers of any length. */
    private static int byNumbers(String one, String other) {
        var ones = one.split(DIGITS_BEGIN_OR_END, -1);
        var others = other.split(DIGITS_BEGIN_OR_END, -1);
        for (int i = 0; i < Math.min(ones.length, others.length); i++) {
            int order = PARTS.compare(ones[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ones.length, others.length);
    }
}
