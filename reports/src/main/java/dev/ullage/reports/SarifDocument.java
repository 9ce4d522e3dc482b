package dev.ullage.reports;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.Evidence;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.Verdict;
import dev.ullage.estate.Waiver;
import dev.ullage.model.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One SARIF 2.1.0 run with the worst results of an assessment, being written. */
final class SarifDocument {

    private static final int MOST_NOTICES = 1_000;

    /** With the one location of a result as many as GitHub shows; it would read ten times more. */
    private static final int MOST_RELATED = 99;

    private static final int LONGEST_TEXT = 1_000;
    private static final int ONE_LINE_A_RESULT = 4;

    /** Where a source names no file: a path that exists in no checkout is better than a file that is refused. */
    private static final String NOWHERE = "unknown";

    private final JsonText json;
    private final Map<String, Integer> ruleIndex = new HashMap<>();

    private SarifDocument(JsonText json) {
        this.json = json;
    }

    /** Writes the assessment with at most so many results. */
    static void write(Assessment assessment, int mostResults, OutputStream out) throws IOException {
        try (var json = new JsonText(out, ONE_LINE_A_RESULT)) {
            new SarifDocument(json).document(assessment, mostResults);
        }
    }

    private void document(Assessment assessment, int mostResults) throws IOException {
        for (int i = 0; i < assessment.rules().size(); i++) {
            ruleIndex.putIfAbsent(assessment.rules().get(i).id(), i);
        }
        json.document(() -> {
            json.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.text("version", "2.1.0");
            json.objects("runs", List.of(assessment), one -> run(one, mostResults));
        });
    }

    private void run(Assessment assessment, int mostResults) throws IOException {
        var failures = assessment.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .toList();
        var results = failures.stream().limit(mostResults).toList();
        var notices = SarifNotice.of(assessment, failures.size() - results.size(), MOST_NOTICES);
        json.object("tool", () -> json.object("driver", () -> driver(assessment)));
        json.object("automationDetails", () -> json.text("id", "ullage/" + ForeignText.uri(assessment.estate()) + "/"));
        json.text("columnKind", "utf16CodeUnits");
        json.object("properties", () -> {
            json.text("estate", text(assessment.estate()));
            json.text("asOf", assessment.asOf().toString());
        });
        json.objects("invocations", List.of(notices), this::invocation);
        json.objects("results", results, this::result);
    }

    private void driver(Assessment assessment) throws IOException {
        var tool = ForeignText.visible(assessment.tool());
        json.text("name", "Ullage");
        json.text("version", tool.substring(tool.lastIndexOf(' ') + 1));
        json.objects("notifications", Arrays.asList(SarifNotice.Kind.values()), kind -> {
            json.text("id", kind.id());
            json.text("name", kind.title());
            message("shortDescription", kind.says());
            message("fullDescription", kind.says());
            json.object("help", () -> {
                json.text("text", kind.remedy());
                json.text("markdown", kind.remedy());
            });
        });
        json.objects("rules", assessment.rules(), rule -> SarifRule.write(rule, assessment.controls(), json));
    }

    private void invocation(List<SarifNotice> notices) throws IOException {
        json.truth("executionSuccessful", true);
        json.objects("toolExecutionNotifications", notices, this::notification);
    }

    private void notification(SarifNotice notice) throws IOException {
        json.text("level", "warning");
        message("message", notice.text());
        json.object("descriptor", () -> json.text("id", notice.kind().id()));
        var rule = notice.rule();
        if (rule != null) {
            json.object("associatedRule", () -> reference("id", "index", rule));
        }
        var source = notice.source();
        if (source != null) {
            json.objects("locations", List.of(source), this::physicalLocation);
        }
    }

    private void result(Finding finding) throws IOException {
        reference("ruleId", "ruleIndex", finding.rule());
        json.text("level", SarifRule.level(finding.severity()));
        message("message", ForeignText.prose(finding.message().isBlank() ? finding.title() : finding.message()));
        json.objects("locations", List.of(finding), this::location);
        json.objects("relatedLocations", related(finding), this::evidence);
        json.object("partialFingerprints", () -> {
            json.text("primaryLocationLineHash", finding.fingerprint() + ":1");
            json.text("ullage/v1", finding.fingerprint());
        });
        json.objects("suppressions", suppressions(finding.waiver()), this::suppression);
        json.object("properties", () -> properties(finding));
    }

    private void reference(String idKey, String indexKey, String rule) throws IOException {
        json.text(idKey, SarifRule.id(rule));
        var index = ruleIndex.get(rule);
        if (index != null) {
            json.number(indexKey, index);
        }
    }

    private void location(Finding finding) throws IOException {
        physicalLocation(finding.anchor());
        json.objects("logicalLocations", List.of(finding.resource()), resource -> {
            json.text("fullyQualifiedName", text(resource));
            json.text("kind", "resource");
        });
    }

    private void evidence(Evidence evidence) throws IOException {
        var source = evidence.source();
        if (source != null) {
            physicalLocation(source);
        }
        message("message", evidence.says());
    }

    private void physicalLocation(Source source) throws IOException {
        var uri = ForeignText.uri(source.file());
        json.object("physicalLocation", () -> {
            json.object("artifactLocation", () -> json.text("uri", uri.isEmpty() ? NOWHERE : uri));
            json.object("region", () -> json.number("startLine", Math.max(source.line(), 1)));
        });
    }

    private void suppression(Waiver waiver) throws IOException {
        json.text("kind", "external");
        json.text("status", "accepted");
        json.text("justification", text(ForeignText.prose(waiver.reason()) + acceptance(waiver)));
        json.object("location", () -> physicalLocation(waiver.source()));
    }

    private static String acceptance(Waiver waiver) {
        return " (owner " + waiver.owner() + ", approver " + waiver.approver() + ", until " + waiver.expires() + ")";
    }

    private void properties(Finding finding) throws IOException {
        var principal = finding.principal();
        if (principal != null) {
            json.text("principal", text(principal));
        }
        json.text("resource", text(finding.resource()));
        json.text("scope", text(finding.scope()));
        json.texts(
                "controls", finding.controls().stream().map(SarifDocument::text).toList());
    }

    private void message(String key, String text) throws IOException {
        json.object(key, () -> json.text("text", ForeignText.sarif(ForeignText.shortened(text, LONGEST_TEXT))));
    }

    private static List<Evidence> related(Finding finding) {
        return finding.evidence().stream()
                .filter(evidence -> evidence.source() != null)
                .limit(MOST_RELATED)
                .toList();
    }

    private static List<Waiver> suppressions(@Nullable Waiver waiver) {
        return waiver == null ? List.of() : List.of(waiver);
    }

    private static String text(String text) {
        return ForeignText.visible(ForeignText.shortened(text, LONGEST_TEXT));
    }
}
