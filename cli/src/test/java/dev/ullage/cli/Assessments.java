package dev.ullage.cli;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.RuleOutcome;
import dev.ullage.analysis.Verdict;
import dev.ullage.estate.Waiver;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.InputFile;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import dev.ullage.rule.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assessments to judge exit codes by. */
final class Assessments {

    static final Snapshot NOTHING_READ = Snapshot.of(List.of());

    private static final Source RULE = new Source("rules/catalog/privilege-creep/creep/rule.yaml", 7, "");

    private Assessments() {}

    static Assessment clean() {
        return of(List.of(), List.of(outcome(Verdict.PASS, List.of())));
    }

    static Assessment withFinding(Severity severity) {
        return of(List.of(finding(severity, Verdict.FAIL, null)), List.of(outcome(Verdict.FAIL, List.of())));
    }

    static Assessment withWaivedFinding(Severity severity) {
        return of(List.of(finding(severity, Verdict.FAIL, waiver())), List.of(outcome(Verdict.PASS, List.of())));
    }

    static Assessment unanswered() {
        return of(
                List.of(finding(Severity.CRITICAL, Verdict.UNKNOWN, null)),
                List.of(outcome(Verdict.UNKNOWN, List.of("object-acls of gs://acme-models were not read"))));
    }

    static Assessment failingAndUnanswered() {
        return of(
                List.of(finding(Severity.HIGH, Verdict.FAIL, null)),
                List.of(outcome(Verdict.FAIL, List.of("object-acls of gs://acme-models were not read"))));
    }

    static Assessment withGapThatNoRuleNeeds() {
        var gap = new Coverage(
                Topic.FEDERATION,
                "projects/acme-ml",
                CoverageStatus.PARTIAL,
                "gcp/iam.json:3: the file ends in a string",
                new Source("gcp/iam.json", 0, ""));
        return of(List.of(), List.of(outcome(Verdict.PASS, List.of())), List.of(), List.of(gap));
    }

    /** Three that were recognised, and one that is no export. */
    static Assessment withFiles() {
        var files = List.of(
                new InputFile("a.json", "CloudTrail records", 1, "", "0".repeat(64)),
                new InputFile("b.csv", "credential report", 1, "", "0".repeat(64)),
                new InputFile("c.json", "CloudTrail records", 3, "", "0".repeat(64)),
                new InputFile("notes.txt", "", 0, "notes.txt: not recognised: skipped; it is no JSON", "0".repeat(64)));
        return of(List.of(), List.of(outcome(Verdict.PASS, List.of())), files, List.of());
    }

    private static Assessment of(List<Finding> findings, List<RuleOutcome> outcomes) {
        return of(findings, outcomes, List.of(), List.of());
    }

    private static Assessment of(
            List<Finding> findings, List<RuleOutcome> outcomes, List<InputFile> inputs, List<Coverage> coverage) {
        return new Assessment(
                "acme",
                Instant.parse("2026-11-20T02:00:00Z"),
                "ullage test",
                inputs,
                coverage,
                List.of(),
                outcomes,
                List.of(),
                List.of(),
                List.of(),
                findings,
                List.of(),
                List.of());
    }

    private static RuleOutcome outcome(Verdict verdict, List<String> gaps) {
        return new RuleOutcome("creep", "privilege-creep", "projects/acme-ml", verdict, 1, 0, 0, gaps);
    }

    private static Finding finding(Severity severity, Verdict verdict, @Nullable Waiver waiver) {
        return new Finding(
                "0".repeat(64),
                "creep",
                "Access that nobody declared and nobody uses",
                severity,
                verdict,
                "projects/acme-ml",
                "user:ana@acme.example",
                "gs://acme-models",
                "gs://acme-models is deletable by user:ana@acme.example",
                List.of(),
                List.of(),
                List.of(),
                "Remove the grant.",
                RULE,
                waiver);
    }

    private static Waiver waiver() {
        return new Waiver(
                "creep",
                null,
                "gs://acme-models",
                "ml-platform@acme.example",
                "security@acme.example",
                "migration until new year",
                LocalDate.parse("2026-11-01"),
                LocalDate.parse("2026-12-31"),
                new Source("waivers/creep.yaml", 1, ""));
    }
}
