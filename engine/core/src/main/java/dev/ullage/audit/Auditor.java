package dev.ullage.audit;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsAccess;
import dev.ullage.access.gcp.GcpAccess;
import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.ControlOutcome;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.LedgerRow;
import dev.ullage.analysis.LedgerVerdict;
import dev.ullage.analysis.RuleOutcome;
import dev.ullage.analysis.UllageFigure;
import dev.ullage.analysis.Verdict;
import dev.ullage.estate.Estate;
import dev.ullage.ledger.Ledger;
import dev.ullage.ledger.LogProof;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.Coverage;
import dev.ullage.model.Fact;
import dev.ullage.model.InputFile;
import dev.ullage.model.Provider;
import dev.ullage.model.Snapshot;
import dev.ullage.model.Topic;
import dev.ullage.rule.Control;
import dev.ullage.rule.Judgement;
import dev.ullage.rule.Rule;
import dev.ullage.rule.RuleSet;
import dev.ullage.rule.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns a snapshot, an estate's declarations and rules into an assessment. It is a pure function: the same input in any
 * order gives an equal assessment.
 */
public final class Auditor {

    /** Topics that are read bucket by bucket. */
    private static final Set<Topic> BY_BUCKET =
            EnumSet.of(Topic.BUCKET_POLICIES, Topic.BUCKET_SETTINGS, Topic.BUCKET_ACLS, Topic.OBJECT_ACLS);

    /** Kinds of subject that a document which was not read may hold, so that there is nobody to ask about. */
    private static final Set<Subject> HIDING =
            EnumSet.of(Subject.GRANT, Subject.ACL, Subject.CREDENTIAL, Subject.PRINCIPAL, Subject.TRUST);

    private static final Set<Topic> OF_LISTS = EnumSet.of(Topic.BUCKET_ACLS, Topic.OBJECT_ACLS);

    /** Topics that a provider does not have; on AWS a trust in outside identities is part of a role's policies. */
    private static final Map<Provider, Set<Topic>> ABSENT = Map.of(
            Provider.GCP, EnumSet.of(Topic.BUCKET_POLICIES, Topic.CONTROL_POLICIES),
            Provider.AWS,
                    EnumSet.of(
                            Topic.DENY_POLICIES,
                            Topic.ACCESS_BOUNDARIES,
                            Topic.CUSTOM_ROLES,
                            Topic.FEDERATION,
                            Topic.HMAC_KEYS));

    private static final String NOTHING_READ = "no project or account was found in the input";

    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::verdict)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::resource)
            .thenComparing(finding -> finding.principal() == null ? "" : finding.principal())
            .thenComparing(Finding::fingerprint);

    private final RuleSet rules;
    private final RuleJudge judge;
    private final String tool;

    /** An auditor that applies these rules; {@code tool} is the name and version of the program. */
    public Auditor(RuleSet rules, RuleJudge judge, String tool) {
        this.rules = rules;
        this.judge = judge;
        this.tool = tool;
    }

    /** Audits a snapshot as of a time. */
    public Assessment audit(Snapshot snapshot, Estate estate, List<InputFile> inputs, Instant asOf) {
        var facts = new FactIndex(StatedLogs.addedTo(snapshot, estate));
        var logs = new LogProof(facts, estate, asOf);
        var entitlements = new ArrayList<>(new GcpAccess(facts, asOf).entitlements());
        entitlements.addAll(new AwsAccess(facts).entitlements());
        var ledger = new Ledger(facts, estate, entitlements, asOf).rows();
        var questions = new Questions(facts, estate, logs, asOf);
        var waivers =
                new Waivers(estate.waivers(), asOf.atOffset(ZoneOffset.UTC).toLocalDate());

        var bySubject = new EnumMap<Subject, List<Question>>(Subject.class);
        for (var subject : Subject.values()) {
            bySubject.put(subject, sorted(questions.about(subject, ledger)));
        }
        var findings = new ArrayList<Finding>();
        var outcomes = new ArrayList<RuleOutcome>();
        for (var rule : rules.rules()) {
            var answers = new Answers(rule, controlsOf(rule));
            for (var question : bySubject.getOrDefault(rule.subject(), List.of())) {
                if (rule.providers().contains(providerOf(question, facts))) {
                    var judgement = judge.judge(rule, question.facts());
                    if (!asksWhatNobodyDeclared(judgement)) {
                        answers.add(question, judgement);
                    }
                }
            }
            var found = answers.findings(waivers);
            outcomes.addAll(outcomes(rule, answers, found, facts, questions));
            findings.addAll(found);
        }
        findings.sort(WORST_FIRST);
        return new Assessment(
                estate.name(),
                asOf,
                tool,
                inputs.stream().sorted(Comparator.comparing(InputFile::path)).toList(),
                coverage(facts.snapshot()),
                rules.rules(),
                outcomes,
                controls(outcomes),
                ledger,
                figures(ledger),
                findings,
                waivers.unused(),
                Limits.of(facts));
    }

    /**
     * True when a rule would have to know what is declared for a principal without any intent: the rule does not apply to
     * it, and neither passes nor stays open.
     */
    private static boolean asksWhatNobodyDeclared(Judgement judgement) {
        return judgement instanceof Judgement.Unknown unknown
                && unknown.missing().stream().anyMatch(missing -> missing.contains("`row.declared`"));
    }

    private static List<Question> sorted(List<Question> questions) {
        return questions.stream()
                .sorted(Comparator.comparing(Question::resource)
                        .thenComparing(question -> question.principal() == null ? "" : question.principal())
                        .thenComparing(question -> question.evidence().toString()))
                .toList();
    }

    private static Provider providerOf(Question question, FactIndex facts) {
        var provider = facts.container(question.scope()).map(Container::provider);
        if (provider.isPresent()) {
            return provider.get();
        }
        var about = question.principal() == null ? question.resource() : question.principal();
        return about.startsWith("s3://") || about.startsWith("arn:") ? Provider.AWS : Provider.GCP;
    }

    private List<RuleOutcome> outcomes(
            Rule rule, Answers answers, List<Finding> findings, FactIndex facts, Questions questions) {
        var scopes = new TreeSet<>(answers.scopes());
        for (var container : facts.containers()) {
            if ((container.kind() == ContainerKind.PROJECT || container.kind() == ContainerKind.ACCOUNT)
                    && rule.providers().contains(container.provider())) {
                scopes.add(container.id());
            }
        }
        if (scopes.isEmpty() && facts.containers().isEmpty()) {
            // An empty folder is not a clean estate.
            return List.of(
                    new RuleOutcome(rule.id(), rule.topic(), "*", Verdict.UNKNOWN, 0, 0, 0, List.of(NOTHING_READ)));
        }
        var outcomes = new ArrayList<RuleOutcome>();
        for (var scope : scopes) {
            var here = findings.stream()
                    .filter(finding -> finding.scope().equals(scope))
                    .toList();
            int failed = count(here, Verdict.FAIL, false);
            var gaps = new TreeSet<String>();
            for (var gap : gaps(rule, scope, facts, questions)) {
                gaps.add(gap.reason());
                if (HIDING.contains(rule.subject())) {
                    findings.add(answers.unread(gap, scope));
                }
            }
            here.stream()
                    .filter(finding -> finding.verdict() == Verdict.UNKNOWN)
                    .forEach(finding -> gaps.addAll(finding.missing()));
            outcomes.add(new RuleOutcome(
                    rule.id(),
                    rule.topic(),
                    scope,
                    verdict(failed, gaps, answers.judged(scope)),
                    answers.judged(scope),
                    failed,
                    count(here, Verdict.FAIL, true),
                    List.copyOf(gaps)));
        }
        return outcomes;
    }

    /** Something that a rule needs and that was not read, at a bucket or container. */
    record Gap(String place, String reason) {}

    private static int count(List<Finding> findings, Verdict verdict, boolean waived) {
        return (int) findings.stream()
                .filter(finding -> finding.verdict() == verdict && (finding.waiver() != null) == waived)
                .count();
    }

    private static Verdict verdict(int failed, Collection<String> gaps, int judged) {
        if (failed > 0) {
            return Verdict.FAIL;
        }
        if (!gaps.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return judged == 0 ? Verdict.NOT_APPLICABLE : Verdict.PASS;
    }

    /** What a rule needs in a scope and was not read. One bucket that could not be read is enough. */
    private static List<Gap> gaps(Rule rule, String scope, FactIndex facts, Questions questions) {
        var provider = facts.container(scope).map(Container::provider);
        var gaps = new ArrayList<Gap>();
        for (var topic : rule.needs()) {
            if (provider.isPresent()
                    && ABSENT.getOrDefault(provider.get(), Set.of()).contains(topic)) {
                continue;
            }
            if (!BY_BUCKET.contains(topic)) {
                facts.gap(topic, scope).ifPresent(reason -> gaps.add(new Gap(scope, reason)));
                continue;
            }
            for (var bucket : facts.buckets()) {
                boolean matters = !OF_LISTS.contains(topic) || questions.aclsMatter(bucket.id());
                if (matters && facts.containerOf(bucket.id()).equals(scope)) {
                    facts.gap(topic, bucket.id()).ifPresent(reason -> gaps.add(new Gap(bucket.id(), reason)));
                }
            }
        }
        return gaps;
    }

    private List<String> controlsOf(Rule rule) {
        return rules.controls().stream()
                .filter(control -> control.rules().contains(rule.id()))
                .map(control -> control.framework() + " " + control.id())
                .toList();
    }

    private List<ControlOutcome> controls(List<RuleOutcome> outcomes) {
        return rules.controls().stream()
                .map(control -> control(control, outcomes))
                .toList();
    }

    private static ControlOutcome control(Control control, List<RuleOutcome> outcomes) {
        var about = outcomes.stream()
                .filter(outcome -> control.rules().contains(outcome.rule()))
                .toList();
        var failing = rulesWith(Verdict.FAIL, about);
        var unanswered = rulesWith(Verdict.UNKNOWN, about);
        Verdict verdict;
        if (!failing.isEmpty()) {
            verdict = Verdict.FAIL;
        } else if (!unanswered.isEmpty()) {
            verdict = Verdict.UNKNOWN;
        } else {
            verdict = rulesWith(Verdict.PASS, about).isEmpty() ? Verdict.NOT_APPLICABLE : Verdict.PASS;
        }
        return new ControlOutcome(control, verdict, failing, unanswered);
    }

    private static List<String> rulesWith(Verdict verdict, List<RuleOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.verdict() == verdict)
                .map(RuleOutcome::rule)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<UllageFigure> figures(List<LedgerRow> ledger) {
        var byPrincipal = new TreeMap<String, List<LedgerRow>>();
        for (var row : ledger) {
            if (row.granted() == Answer.YES) {
                byPrincipal
                        .computeIfAbsent(row.principal(), principal -> new ArrayList<>())
                        .add(row);
            }
        }
        return byPrincipal.entrySet().stream()
                .map(entry -> new UllageFigure(
                        entry.getKey(),
                        entry.getValue().size(),
                        count(entry.getValue(), Set.of(LedgerVerdict.CREEP, LedgerVerdict.UNUSED)),
                        count(entry.getValue(), Set.of(LedgerVerdict.EXCESS, LedgerVerdict.UNKNOWN))))
                .toList();
    }

    private static int count(List<LedgerRow> rows, Set<LedgerVerdict> verdicts) {
        return (int)
                rows.stream().filter(row -> verdicts.contains(row.verdict())).count();
    }

    private static List<Coverage> coverage(Snapshot snapshot) {
        return snapshot.all(Coverage.class).stream()
                .sorted(Comparator.comparing(Coverage::topic)
                        .thenComparing(Coverage::scope)
                        .thenComparing(Coverage::status)
                        .thenComparing(Fact::source))
                .toList();
    }
}
