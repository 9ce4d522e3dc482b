package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.access.Decision;
import dev.ullage.access.Ruling;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Place;
import dev.ullage.model.Topic;
import dev.ullage.question.AccessAnswer;
import dev.ullage.question.AccessChange;
import dev.ullage.question.AccessDiff;
import dev.ullage.question.AccessRow;
import dev.ullage.question.CoverageChange;
import dev.ullage.question.Explained;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTablesTest {

    private static AccessAnswer answer(String text) {
        var step = new Step(text, null);
        var row = new AccessRow(
                text,
                "everybody",
                PermissionClass.READ,
                List.of(text),
                new Place("gs://" + text, List.of(text), List.of()),
                Answer.UNKNOWN,
                List.of(step),
                List.of(new Explanation(List.of(step))),
                List.of(text),
                text);
        return new AccessAnswer(text, List.of(row), List.of(text), List.of(text));
    }

    private static AccessDiff diff(String text) {
        var change = new AccessChange(
                text,
                "",
                PermissionClass.DELETE,
                List.of(text),
                new Place("gs://" + text, List.of(text), List.of()),
                Answer.NO,
                Answer.YES,
                List.of(new Explanation(List.of(new Step(text, null)))),
                List.of(text),
                text);
        var coverage = new CoverageChange(Topic.BUCKETS, text, CoverageStatus.COMPLETE, null, text);
        return new AccessDiff(List.of(coverage), List.of(change), List.of(text));
    }

    private static List<Explained> explained(String text) {
        var decision = new Decision(Ruling.UNKNOWN, List.of(new Step(text, null)), List.of(text), List.of(text));
        return List.of(new Explained(text, text, text, decision));
    }

    private static String all(String text, int width, boolean colour) {
        return AccessTable.whoCan(answer(text), true, width, colour)
                + AccessTable.whatCan(answer(text), true, width, colour)
                + DiffTable.render(diff(text), true, width, colour)
                + DecisionText.explained(explained(text), width, colour)
                + DecisionText.line(text, explained(text).get(0).decision(), width, colour);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 100, 200})
    void a_line_is_wider_than_the_terminal_only_for_an_id_or_a_place(int width) {
        assertThat(all("serviceAccount:" + "fraud-trainer-".repeat(30), width, false)
                        .lines()
                        .filter(line -> ForeignText.columns(line) > width))
                .allSatisfy(line -> assertThat(line.strip().split(" +")).hasSizeLessThanOrEqualTo(4));
    }

    @Test
    void an_id_and_a_place_are_never_cut() {
        var id = "serviceAccount:" + "fraud-trainer-".repeat(30);
        var place = "gs://" + id + "/" + id;

        assertThat(AccessTable.whoCan(answer(id), false, 60, false)).contains(id + " (everybody)\n", place);
        assertThat(AccessTable.whatCan(answer(id), false, 60, false)).contains(place);
        assertThat(DiffTable.render(diff(id), false, 60, false)).contains(id + "\n", place);
        assertThat(DecisionText.explained(explained(id), 60, false)).contains(id);
    }

    @ParameterizedTest
    @MethodSource("dev.ullage.reports.HostileTexts#all")
    void nothing_foreign_steers_the_terminal(String text) {
        assertThat(all(text, 100, false))
                .doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]")
                .doesNotContain("\u202e");
    }

    @Test
    void colour_only_repeats_what_the_words_say() {
        assertThat(all("x", 100, true).replaceAll("\u001b\\[[0-9]+m", ""))
                .isEqualToIgnoringWhitespace(all("x", 100, false));
    }

    @ParameterizedTest
    @MethodSource("dev.ullage.reports.HostileTexts#all")
    void json_is_ascii_and_a_decision_is_one_line(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        QuestionJson.write(answer(text), out);
        QuestionJson.write(diff(text), out);
        QuestionJson.write(explained(text), out);
        var line = QuestionJson.line(text, explained(text).get(0).decision());

        assertThat(out.toString(StandardCharsets.UTF_8)).containsPattern("\\A[\\n -~]*\\z");
        assertThat(new String(line, StandardCharsets.UTF_8)).containsPattern("\\A[ -~]*\\n\\z");
    }
}
