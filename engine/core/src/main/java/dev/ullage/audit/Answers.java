package dev.ullage.audit;

import dev.ullage.analysis.Evidence;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.Verdict;
import dev.ullage.estate.Waiver;
import dev.ullage.rule.Judgement;
import dev.ullage.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one rule, gathered into findings. Several answers about the same principal and resource, such as one
 * for each permission class, are one finding.
 */
final class Answers {

    /** A finding in the making. */
    private static final class Draft {

        private final Question question;
        private final Verdict verdict;
        private final Set<String> messages = new TreeSet<>();
        private final Set<Evidence> evidence = new LinkedHashSet<>();
        private final Set<String> missing = new TreeSet<>();

        Draft(Question question, Verdict verdict) {
            this.question = question;
            this.verdict = verdict;
        }
    }

    private final Rule rule;
    private final List<String> controls;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Integer> judged = new LinkedHashMap<>();

    Answers(Rule rule, List<String> controls) {
        this.rule = rule;
        this.controls = List.copyOf(controls);
    }

    void add(Question question, Judgement judgement) {
        judged.merge(question.scope(), 1, Integer::sum);
        if (judgement instanceof Judgement.Fails fails) {
            var draft = draft(question, Verdict.FAIL);
            draft.messages.add(fails.message());
            draft.evidence.addAll(question.evidence());
        } else if (judgement instanceof Judgement.Unknown unknown) {
            var draft = draft(question, Verdict.UNKNOWN);
            draft.missing.addAll(question.open().isEmpty() ? unknown.missing() : question.open());
            draft.evidence.addAll(question.evidence());
        }
    }

    private Draft draft(Question question, Verdict verdict) {
        return drafts.computeIfAbsent(fingerprint(question, verdict), fingerprint -> new Draft(question, verdict));
    }

    private String fingerprint(Question question, Verdict verdict) {
        // What failed and what could not be decided about the same thing are two findings.
        return Fingerprints.of(
                rule.id(),
                verdict == Verdict.UNKNOWN ? "unknown" : "",
                Objects.requireNonNullElse(question.principal(), ""),
                question.resource());
    }

    /** Subjects that were asked about in a scope. */
    int judged(String scope) {
        return judged.getOrDefault(scope, 0);
    }

    /** Scopes in which anything was asked. */
    Set<String> scopes() {
        return judged.keySet();
    }

    /** The findings, each with the waiver in force, if there is one. */
    List<Finding> findings(Waivers waivers) {
        var findings = new ArrayList<Finding>();
        drafts.forEach((fingerprint, draft) -> {
            var question = draft.question;
            var evidence = new ArrayList<Evidence>();
            var messages = new ArrayList<>(draft.messages);
            messages.stream().skip(1).forEach(message -> evidence.add(new Evidence("also: " + message, null)));
            evidence.addAll(draft.evidence);
            findings.add(new Finding(
                    fingerprint,
                    rule.id(),
                    rule.title(),
                    rule.severity(),
                    draft.verdict,
                    question.scope(),
                    question.principal(),
                    question.resource(),
                    draft.verdict == Verdict.FAIL
                            ? messages.get(0)
                            : "cannot tell: " + String.join("; ", draft.missing),
                    evidence,
                    List.copyOf(draft.missing),
                    controls,
                    rule.fix(),
                    question.anchor() == null ? rule.source() : question.anchor(),
                    waiver(draft, waivers)));
        });
        return findings;
    }

    /** That something was not read is a finding too: nobody can say what it holds. */
    Finding unread(Auditor.Gap gap, String scope) {
        return new Finding(
                Fingerprints.of(rule.id(), "unread", gap.place(), gap.reason()),
                rule.id(),
                rule.title(),
                rule.severity(),
                Verdict.UNKNOWN,
                scope,
                null,
                gap.place(),
                "cannot tell: " + gap.reason(),
                List.of(),
                List.of(gap.reason()),
                controls,
                rule.fix(),
                rule.source(),
                null);
    }

    private @Nullable Waiver waiver(Draft draft, Waivers waivers) {
        return draft.verdict == Verdict.FAIL
                ? waivers.covering(rule.id(), draft.question.principal(), draft.question.resource())
                : null;
    }
}
