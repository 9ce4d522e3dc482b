package dev.ullage.reports;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.ControlOutcome;
import dev.ullage.analysis.Evidence;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.LedgerRow;
import dev.ullage.analysis.RuleOutcome;
import dev.ullage.analysis.Step;
import dev.ullage.analysis.UllageFigure;
import dev.ullage.analysis.Verdict;
import dev.ullage.estate.Waiver;
import dev.ullage.model.Answer;
import dev.ullage.model.Coverage;
import dev.ullage.model.InputFile;
import dev.ullage.model.Place;
import dev.ullage.model.Source;
import dev.ullage.rule.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code findings.json}: all of an assessment, every text in full. {@code findings.schema.json} beside this class says
 * what each field means; {@code format} changes when a reader of the old one would be misled.
 */
public final class JsonReport implements Report {

    /** The name and version of the form. */
    static final String FORMAT = "ullage-findings/1";

    private static final int ONE_LINE_AN_ELEMENT = 2;

    @Override
    public String fileName() {
        return "findings.json";
    }

    @Override
    public void write(Assessment assessment, OutputStream out) throws IOException {
        try (var json = new JsonText(out, ONE_LINE_AN_ELEMENT)) {
            new Writing(json).assessment(Ordered.of(assessment));
        }
    }

    /** One document being written. */
    private record Writing(JsonText json) {

        void assessment(Assessment assessment) throws IOException {
            json.document(() -> {
                json.text("format", FORMAT);
                json.text("estate", assessment.estate());
                json.text("asOf", assessment.asOf().toString());
                json.text("tool", assessment.tool());
                json.object("counts", () -> counts(assessment));
                json.object("ullage", () -> ullage(Numbers.whole(assessment.estate(), assessment.ullage())));
                json.objects("controls", assessment.controls(), this::control);
                json.objects("rules", assessment.rules(), this::rule);
                json.objects("outcomes", assessment.outcomes(), this::outcome);
                json.objects("findings", assessment.findings(), this::finding);
                json.objects("ledger", assessment.ledger(), this::row);
                json.objects("ullageByPrincipal", assessment.ullage(), this::principalUllage);
                json.objects("inputs", assessment.inputs(), this::input);
                json.objects("coverage", assessment.coverage(), this::coverage);
                json.objects("unusedWaivers", assessment.unusedWaivers(), this::waiver);
                json.texts("limits", assessment.limits());
            });
        }

        private void counts(Assessment assessment) throws IOException {
            json.object("findings", () -> {
                json.number("open", count(assessment.findings(), FindingList::isOpen));
                json.number("waived", count(assessment.findings(), FindingList::isAccepted));
                json.number("unknown", count(assessment.findings(), one -> one.verdict() == Verdict.UNKNOWN));
            });
            json.object("outcomes", () -> {
                for (var verdict : Verdict.values()) {
                    json.number(word(verdict), count(assessment.outcomes(), one -> one.verdict() == verdict));
                }
            });
            json.object("ledger", () -> {
                var counts = LedgerCounts.of(assessment.ledger());
                for (var meaning : LedgerMeaning.values()) {
                    json.number(meaning.word(), counts.of(meaning));
                }
            });
        }

        private void control(ControlOutcome outcome) throws IOException {
            json.text("framework", outcome.control().framework());
            json.text("id", outcome.control().id());
            json.text("title", outcome.control().title());
            json.text("support", outcome.control().support().word());
            json.text("verdict", word(outcome.verdict()));
            json.texts("rules", outcome.control().rules());
            json.texts("failing", outcome.failing());
            json.texts("unanswered", outcome.unanswered());
        }

        private void rule(Rule rule) throws IOException {
            json.text("id", rule.id());
            json.text("topic", rule.topic());
            json.text("title", rule.title());
            json.text("severity", rule.severity().word());
            json.text("digest", rule.digest());
            json.object("source", () -> source(rule.source()));
        }

        private void outcome(RuleOutcome outcome) throws IOException {
            json.text("rule", outcome.rule());
            json.text("topic", outcome.topic());
            json.text("scope", outcome.scope());
            json.text("verdict", word(outcome.verdict()));
            json.number("judged", outcome.judged());
            json.number("failed", outcome.failed());
            json.number("waived", outcome.waived());
            json.texts("gaps", outcome.gaps());
        }

        private void finding(Finding finding) throws IOException {
            json.text("fingerprint", finding.fingerprint());
            json.text("verdict", word(finding.verdict()));
            json.text("severity", finding.severity().word());
            json.text("rule", finding.rule());
            json.text("title", finding.title());
            json.text("scope", finding.scope());
            json.text("principal", finding.principal());
            json.text("resource", finding.resource());
            json.text("message", finding.message());
            json.objects("evidence", finding.evidence(), this::evidence);
            json.texts("missing", finding.missing());
            json.texts("controls", finding.controls());
            json.text("fix", finding.fix());
            json.object("anchor", () -> source(finding.anchor()));
            json.optional("waiver", finding.waiver(), this::waiver);
        }

        private void row(LedgerRow row) throws IOException {
            json.text("principal", row.principal());
            json.text("class", row.permissionClass().word());
            json.text("permission", row.permission());
            json.object("place", () -> place(row.place()));
            json.text("provider", row.provider().name().toLowerCase(Locale.ROOT));
            json.text("container", row.container());
            json.text("granted", word(row.granted()));
            json.text("declared", word(row.declared()));
            json.text("used", word(row.used()));
            json.text("verdict", LedgerMeaning.of(row.verdict()).word());
            json.text("lastUsed", text(row.lastUsed()));
            json.number("uses", row.uses());
            json.text("witness", row.witness());
            json.objects("because", row.because(), this::explanation);
            json.texts("missing", row.missing());
        }

        private void place(Place place) throws IOException {
            json.text("resource", place.resource());
            json.texts("within", place.within());
            json.texts("except", place.except());
            if (!place.where().isEmpty()) {
                json.texts("where", place.where());
            }
        }

        private void explanation(Explanation explanation) throws IOException {
            json.objects("steps", explanation.steps(), this::step);
        }

        private void step(Step step) throws IOException {
            sourced(step.says(), step.source());
        }

        private void evidence(Evidence evidence) throws IOException {
            sourced(evidence.says(), evidence.source());
        }

        private void sourced(String says, @Nullable Source source) throws IOException {
            json.text("says", says);
            json.optional("source", source, this::source);
        }

        private void source(Source source) throws IOException {
            json.text("file", source.file());
            json.number("line", source.line());
            json.text("at", source.at());
        }

        private void principalUllage(UllageFigure figure) throws IOException {
            json.text("principal", figure.principal());
            ullage(figure);
        }

        private void ullage(UllageFigure figure) throws IOException {
            json.number("granted", figure.granted());
            json.number("empty", figure.empty());
            json.number("unsure", figure.unsure());
            json.number("atLeastPercent", tenths(figure.empty(), figure.granted()));
            json.number("atMostPercent", tenths(Numbers.possible(figure), figure.granted()));
        }

        private void input(InputFile input) throws IOException {
            json.text("path", input.path());
            json.text("recognisedAs", input.recognisedAs());
            json.number("facts", input.facts());
            json.text("problem", input.problem());
            json.text("sha256", input.sha256());
        }

        private void coverage(Coverage coverage) throws IOException {
            json.text("topic", coverage.topic().word());
            json.text("scope", coverage.scope());
            json.text("status", coverage.status().name().toLowerCase(Locale.ROOT));
            json.text("reason", coverage.reason());
            json.object("source", () -> source(coverage.source()));
        }

        private void waiver(Waiver waiver) throws IOException {
            json.text("rule", waiver.rule());
            json.text("principal", waiver.principal());
            json.text("resource", waiver.resource());
            json.text("owner", waiver.owner());
            json.text("approver", waiver.approver());
            json.text("reason", waiver.reason());
            json.text("created", waiver.created().toString());
            json.text("expires", waiver.expires().toString());
            json.object("source", () -> source(waiver.source()));
        }

        private static BigDecimal tenths(long part, long whole) {
            return Numbers.percent(part, whole, 1, RoundingMode.HALF_UP);
        }

        private static <T> long count(List<T> list, Predicate<T> kind) {
            return list.stream().filter(kind).count();
        }

        private static @Nullable String text(@Nullable Instant time) {
            return time == null ? null : time.toString();
        }

        private static String word(Verdict verdict) {
            return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static String word(Answer answer) {
            return answer.name().toLowerCase(Locale.ROOT);
        }
    }
}
