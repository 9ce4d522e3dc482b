package dev.ullage.simulation.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.access.Ruling;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine against the reference. {@code -Dullage.cases=} and {@code -Dullage.seed=} ask for more cases and for
 * others, {@code -Dullage.case=} for one of them, which is shown whole.
 */
final class AwsDifferentialTest {

    private static final long SEED = Long.getLong("ullage.seed", 20261122L);
    private static final long CASES = Long.getLong("ullage.cases", 500_000L);
    private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

    private static final AwsEvaluator WITHOUT_BOUNDARY =
            forgetful("boundaries", oneCase -> oneCase.putNull("boundary"));
    private static final Differential ENGINE = new Differential(AwsEvaluator.REFERENCE, AwsEvaluator.ENGINE, SEED);

    @Test
    void the_engine_answers_every_case_as_the_reference_does() throws InterruptedException {
        var replayed = Long.getLong("ullage.case");
        if (replayed != null) {
            var oneCase = AwsCases.of(SEED, replayed);
            System.out.println(ENGINE.rulings(oneCase) + "\n" + oneCase.toPrettyString());
            return;
        }
        assertThat(ENGINE.find(CASES, THREADS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forgetful")
    void an_evaluator_that_forgets_a_part_is_found_out(AwsEvaluator forgetful) throws InterruptedException {
        var found = new Differential(AwsEvaluator.REFERENCE, forgetful, SEED).find(3_000, THREADS);

        assertThat(found).isNotEmpty();
    }

    static List<AwsEvaluator> forgetful() {
        return List.of(
                WITHOUT_BOUNDARY,
                forgetful("session policies", oneCase -> oneCase.putNull("sessionPolicy")),
                forgetful("resource policies", oneCase -> oneCase.putNull("resourcePolicy")),
                forgetful("identity policies", oneCase -> oneCase.putArray("identityPolicies")),
                forgetful("SCPs", oneCase -> oneCase.putArray("scps")),
                forgetful("RCPs", oneCase -> oneCase.putArray("rcps")),
                forgetful("accounts", oneCase -> oneCase.put("resourceAccount", AwsAlphabet.HERE)),
                forgetful("the context", oneCase -> oneCase.putObject("context")),
                forgetful("that facts are missing", oneCase -> oneCase.remove("contextIsPartial")),
                forgetful("conditions", oneCase -> remove(oneCase, "Condition")),
                forgetful("versions", oneCase -> remove(oneCase, "Version")),
                forgetful("all levels but the root's", AwsDifferentialTest::removeLowerLevels));
    }

    private static AwsEvaluator forgetful(String what, Consumer<ObjectNode> forget) {
        return new AwsEvaluator("forgets " + what, oneCase -> {
            ObjectNode copy = oneCase.deepCopy();
            forget.accept(copy);
            return AwsReference.rule(copy);
        });
    }

    private static void remove(ObjectNode oneCase, String element) {
        oneCase.findParents(element).forEach(parent -> ((ObjectNode) parent).remove(element));
    }

    private static void removeLowerLevels(ObjectNode oneCase) {
        var levels = (ArrayNode) oneCase.path("scps");
        while (levels.size() > 1) {
            levels.remove(1);
        }
    }

    @Test
    void what_is_found_is_shrunk_to_what_matters() throws InterruptedException {
        var found = new Differential(AwsEvaluator.REFERENCE, WITHOUT_BOUNDARY, 1).find(2_000, THREADS);

        assertThat(found).allSatisfy(mismatch -> {
            assertThat(mismatch.shrunk().path("boundary").isObject()).isTrue();
            assertThat(mismatch.shrunk().path("scps")).isEmpty();
            assertThat(mismatch.shrunk().toString()).hasSizeLessThan(900);
        });
    }

    @Test
    void a_mismatch_says_what_both_answer_and_how_to_ask_again() throws InterruptedException {
        var denier = new AwsEvaluator("denier", oneCase -> Ruling.EXPLICIT_DENY);

        var found = new Differential(AwsEvaluator.REFERENCE, denier, 1).find(100, THREADS);

        assertThat(found.get(0).toString())
                .contains("reference ", "denier EXPLICIT_DENY")
                .contains("-Dullage.seed=1 -Dullage.case=" + found.get(0).index());
    }

    @Test
    void the_first_mismatches_are_the_same_in_one_thread_and_in_two() throws InterruptedException {
        var differential = new Differential(AwsEvaluator.REFERENCE, WITHOUT_BOUNDARY, 1);

        assertThat(differential.find(3_000, 2)).isEqualTo(differential.find(3_000, 1));
    }
}
