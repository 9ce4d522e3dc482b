package dev.ullage.analysis;

import dev.ullage.estate.Waiver;
import dev.ullage.model.Coverage;
import dev.ullage.model.InputFile;
import dev.ullage.rule.Rule;
import java.time.Instant;
import java.util.List;

/**
 * Everything that an audit says, sorted, and a pure function of what it was given.
 *
 * @param asOf the time that the facts describe
 * @param tool name and version of the program
 * @param outcomes by rule, then scope
 * @param findings worst first: verdict, severity, rule, resource, principal
 * @param unusedWaivers waivers that are expired, not yet in force, or match nothing
 * @param limits what the assessment does not show, one sentence each
 */
public record Assessment(
        String estate,
        Instant asOf,
        String tool,
        List<InputFile> inputs,
        List<Coverage> coverage,
        List<Rule> rules,
        List<RuleOutcome> outcomes,
        List<ControlOutcome> controls,
        List<LedgerRow> ledger,
        List<UllageFigure> ullage,
        List<Finding> findings,
        List<Waiver> unusedWaivers,
        List<String> limits) {

    public Assessment {
        inputs = List.copyOf(inputs);
        coverage = List.copyOf(coverage);
        rules = List.copyOf(rules);
        outcomes = List.copyOf(outcomes);
        controls = List.copyOf(controls);
        ledger = List.copyOf(ledger);
        ullage = List.copyOf(ullage);
        findings = List.copyOf(findings);
        unusedWaivers = List.copyOf(unusedWaivers);
        limits = List.copyOf(limits);
    }
}
