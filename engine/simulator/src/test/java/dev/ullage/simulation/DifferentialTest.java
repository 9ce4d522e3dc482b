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

    private static Differential against(Differential.Evaluator engine) {
        return new Differential(DifferentialTest::numbers, DifferentialTest::allows, engine, Set.of("name"));
    }

    @Test
    void evaluators_that_agree_show_nothing() {
        assertThat(against(DifferentialTest::allows).search(1, 100)).isEmpty();
    }

    @Test
    void the_first_difference_is_found() {
        assertThat(against(DifferentialTest::dislikesSeven).search(1, 100))
                .hasValueSatisfying(mismatch -> assertThat(mismatch.index()).isEqualTo(2));
    }

    @Test
    void a_difference_beyond_the_count_is_not_looked_for() {
        assertThat(against(DifferentialTest::dislikesSeven).search(1, 2)).isEmpty();
    }

    @Test
    void a_difference_is_shown_without_what_it_does_not_need() {
        assertThat(against(DifferentialTest::dislikesSeven).search(1, 100))
                .hasValueSatisfying(
                        mismatch -> assertThat(mismatch.shrunk()).hasToString("{\"name\":\"case 2\",\"numbers\":[7]}"));
    }

    @Test
    void an_expression_is_shown_without_the_sides_it_does_not_need() {
        assertThat(against(DifferentialTest::dislikesC).search(1, 1))
                .hasValueSatisfying(mismatch -> assertThat(
                                mismatch.shrunk().at("/nested/expression").asText())
                        .isEqualTo("c == 3"));
    }

    @Test
    void an_evaluator_that_breaks_down_differs_and_leaves_its_case() {
        var broken = against(oneCase -> {
            throw new MalformedCaseException(List.of("no such field"));
        });

        assertThat(broken.search(1, 1))
                .hasValueSatisfying(
                        mismatch -> assertThat(mismatch.answers().engine()).contains("no such field"));
    }

    @Test
    void a_difference_says_how_to_replay_it() {
        assertThat(against(DifferentialTest::dislikesSeven).search(9, 100))
                .hasValueSatisfying(mismatch -> assertThat(mismatch.describe(DifferentialTest.class))
                        .contains("-Dtest=DifferentialTest -Dullage.seed=9 -Dullage.case=2")
                        .contains("the reference says ALLOWED, the engine EXPLICIT_DENY"));
    }
}
