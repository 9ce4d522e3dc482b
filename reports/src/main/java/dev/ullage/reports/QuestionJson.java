package dev.ullage.reports;

import dev.ullage.access.Decision;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.CoverageStatus;
import dev.ullage.question.AccessAnswer;
import dev.ullage.question.AccessChange;
import dev.ullage.question.AccessDiff;
import dev.ullage.question.AccessRow;
import dev.ullage.question.CoverageChange;
import dev.ullage.question.Explained;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers to questions as JSON, every text in full; {@code format} changes when a reader of the old one would be misled. */
public final class QuestionJson {

    private static final int ONE_LINE_AN_ELEMENT = 2;

    private QuestionJson() {}

    /** Who can, and what can. */
    public static void write(AccessAnswer answer, OutputStream out) throws IOException {
        try (var json = new JsonText(out, ONE_LINE_AN_ELEMENT)) {
            var writing = new Writing(json);
            json.document(() -> {
                json.text("format", "ullage-access/1");
                json.text("question", answer.question());
                json.truth("complete", answer.isComplete());
                json.texts("notes", answer.notes());
                json.objects("rows", answer.rows(), writing::row);
                json.texts("gaps", answer.gaps());
            });
        }
    }

    /** What changed. */
    public static void write(AccessDiff diff, OutputStream out) throws IOException {
        try (var json = new JsonText(out, ONE_LINE_AN_ELEMENT)) {
            var writing = new Writing(json);
            json.document(() -> {
                json.text("format", "ullage-diff/1");
                json.objects("coverage", diff.coverage(), writing::coverage);
                json.objects("changes", diff.changes(), writing::change);
                json.texts("untold", diff.untold());
            });
        }
    }

    /** Why, and why not. */
    public static void write(List<Explained> all, OutputStream out) throws IOException {
        try (var json = new JsonText(out, ONE_LINE_AN_ELEMENT)) {
            var writing = new Writing(json);
            json.document(() -> {
                json.text("format", "ullage-explanation/1");
                json.objects("requests", all, writing::explained);
            });
        }
    }

    /** The decision on one case, on one line. */
    public static byte[] line(String name, Decision decision) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var json = new JsonText(out, 0)) {
            json.document(() -> {
                json.text("name", name);
                new Writing(json).decision(decision);
            });
        }
        return out.toByteArray();
    }

    /** One document being written. */
    private record Writing(JsonText json) {

        void row(AccessRow row) throws IOException {
            json.text("principal", row.principal());
            json.text("standsFor", row.standsFor());
            json.text("class", row.permissionClass().word());
            json.texts("permissions", row.permissions());
            json.text("place", row.place().toString());
            json.text("granted", word(row.granted()));
            json.text("witness", row.witness());
            json.objects("path", row.path(), this::step);
            json.objects("because", row.because(), this::explanation);
            json.texts("missing", row.missing());
        }

        void coverage(CoverageChange change) throws IOException {
            json.text("topic", change.topic().word());
            json.text("scope", change.scope());
            json.text("before", word(change.before()));
            json.text("after", word(change.after()));
            json.text("reason", change.reason());
        }

        void change(AccessChange change) throws IOException {
            json.text("principal", change.principal());
            json.text("standsFor", change.standsFor());
            json.text("class", change.permissionClass().word());
            json.texts("permissions", change.permissions());
            json.text("place", change.place().toString());
            json.text("before", word(change.before()));
            json.text("after", word(change.after()));
            json.text("witness", change.witness());
            json.objects("because", change.because(), this::explanation);
            json.texts("missing", change.missing());
        }

        void explained(Explained one) throws IOException {
            json.text("principal", one.principal());
            json.text("permission", one.permission());
            json.text("object", one.object());
            decision(one.decision());
        }

        void decision(Decision decision) throws IOException {
            json.text("decision", decision.ruling().name());
            json.objects("deciding", decision.deciding(), this::step);
            json.texts("missing", decision.missing());
            json.texts("residual", decision.residual());
        }

        private void explanation(Explanation explanation) throws IOException {
            json.objects("steps", explanation.steps(), this::step);
        }

        private void step(Step step) throws IOException {
            json.text("says", step.says());
            json.text("source", step.source() == null ? null : step.source().toString());
        }

        private static String word(Answer answer) {
            return Mark.of(answer).word();
        }

        private static String word(@Nullable CoverageStatus status) {
            return status == null ? "not read" : Mark.of(status).word();
        }
    }
}
