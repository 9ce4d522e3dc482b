package dev.ullage.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.access.Ruling;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The harness, on evaluators that count. */
class DifferentialTest {

    /** The third case and every third one after it has a 7 among other things. */
    private static ObjectNode numbers(long seed, long index) {
        var made = JsonNodeFactory.instance.objectNode().put("name", "case " + index);
        made.putArray("numbers").add(1).add(index % 3 == 2 ? 7 : 2).add(3);
        made.putObject("nested").put("expression", "a == 1 && (b == 2 || c == 3) && seed == " + seed);
        return made;
    }

    private static Ruling allows(JsonNode oneCase) {
        return oneCase.isObject() ? Ruling.ALLOWED : Ruling.UNKNOWN;
    }

    private static Ruling dislikesSeven(JsonNode oneCase) {
        return oneCase.path("numbers").toString().contains("7") ? Ruling.EXPLICIT_DENY : Ruling.ALLOWED;
    }

    private static Ruling dislikesC(JsonNode oneCase) {
        return oneCase.at("/nested/expression").asText().contains("c == 3") ? Ruling.EXPLICIT_DENY : Ruling.ALLOWED;
    }

    private static List<Differential.Mismatch> against(Evaluator.Judge other, int count) throws InterruptedException {
        var evaluator = new Evaluator("other", other);
        var reference = new Evaluator("reference", DifferentialTest::allows);
        return new Differential(DifferentialTest::numbers, reference, evaluator, Set.of("name")).find(9, count, 2);
    }

    @Test
    void evaluators_that_agree_show_nothing() throws InterruptedException {
        assertThat(against(DifferentialTest::allows, 100)).isEmpty();
    }

    @Test
    void the_first_differences_are_found() throws InterruptedException {
        assertThat(against(DifferentialTest::dislikesSeven, 100))
                .extracting(Differential.Mismatch::index)
                .containsExactly(2L, 5L, 8L, 11L, 14L);
    }

    @Test
    void a_difference_beyond_the_count_is_not_looked_for() throws InterruptedException {
        assertThat(against(DifferentialTest::dislikesSeven, 2)).isEmpty();
    }

    @Test
    void a_difference_is_shown_without_what_it_does_not_need() throws InterruptedException {
        assertThat(against(DifferentialTest::dislikesSeven, 3).get(0).shrunk())
                .hasToString("{\"name\":\"case 2\",\"numbers\":[7]}");
    }

    @Test
    void what_cannot_be_left_out_is_emptied() throws InterruptedException {
        var wantsNested = against(oneCase -> oneCase.has("nested") ? Ruling.EXPLICIT_DENY : Ruling.ALLOWED, 1);

        assertThat(wantsNested.get(0).shrunk()).hasToString("{\"name\":\"case 0\",\"nested\":null}");
    }

    @Test
    void the_last_text_of_a_list_stays() {
        var texts = JsonNodeFactory.instance.objectNode();
        texts.putArray("texts").add("one").add("two");

        assertThat(new Shrinking(Set.of("texts"), smaller -> true).shrink(texts))
                .hasToString("{\"texts\":[\"one\"]}");
    }

    @Test
    void an_expression_is_shown_without_the_sides_it_does_not_need() throws InterruptedException {
        assertThat(against(DifferentialTest::dislikesC, 1).get(0).shrunk().at("/nested/expression"))
                .hasToString("\"c == 3\"");
    }

    @Test
    void an_evaluator_that_breaks_down_differs_and_leaves_its_case() throws InterruptedException {
        Evaluator.Judge broken = oneCase -> {
            throw new MalformedCaseException(List.of("no such field"));
        };

        assertThat(against(broken, 1).get(0).answers()).contains("no such field");
    }

    @Test
    void a_difference_says_what_both_answer_and_how_to_replay_it() throws InterruptedException {
        assertThat(against(DifferentialTest::dislikesSeven, 3).get(0).toString())
                .contains("-Dullage.seed=9 -Dullage.case=2")
                .contains("reference ALLOWED, other EXPLICIT_DENY");
    }
}
