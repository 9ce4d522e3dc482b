package dev.ullage.simulation.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.access.Ruling;
import dev.ullage.simulation.Differential;
import dev.ullage.simulation.Evaluator;
import dev.ullage.simulation.SearchSettings;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine against the reference.
 *
 * @see SearchSettings how many cases, which, and how to replay one
 */
final class AwsDifferentialTest {

    /** What a case, a policy and a statement cannot do without. */
    private static final Set<String> NEEDED = Set.of(
            "name",
            "principal",
            "action",
            "resource",
            "resourceAccount",
            "context",
            "identityPolicies",
            "scps",
            "rcps",
            "Version",
            "Statement",
            "Effect",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Principal",
            "NotPrincipal");

    private static final Evaluator WITHOUT_BOUNDARY = forgetful("boundaries", oneCase -> oneCase.putNull("boundary"));

    private static Differential against(Evaluator other) {
        return new Differential(AwsCases::of, AwsReference.EVALUATOR, other, NEEDED);
    }

    @Test
    void the_engine_answers_every_case_as_the_reference_does() throws InterruptedException {
        assertThat(against(Evaluator.ENGINE).search(SearchSettings.fromProperties()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forgetful")
    void an_evaluator_that_forgets_a_part_is_found_out(Evaluator forgetful) throws InterruptedException {
        var found = against(forgetful).find(1, 3_000, 2);

        assertThat(found).isNotEmpty();
    }

    static List<Evaluator> forgetful() {
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

    private static Evaluator forgetful(String what, Consumer<ObjectNode> forget) {
        return new Evaluator("forgets " + what, oneCase -> {
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
        var found = against(WITHOUT_BOUNDARY).find(1, 2_000, 2);

        assertThat(found).allSatisfy(mismatch -> {
            assertThat(mismatch.shrunk().path("boundary").isObject()).isTrue();
            assertThat(mismatch.shrunk().path("scps")).isEmpty();
            assertThat(mismatch.shrunk().toString()).hasSizeLessThan(900);
        });
    }

    @Test
    void a_mismatch_says_what_both_answer_and_how_to_ask_again() throws InterruptedException {
        var denier = new Evaluator("denier", oneCase -> Ruling.EXPLICIT_DENY);

        var found = against(denier).find(1, 100, 2);

        assertThat(found.get(0).toString())
                .contains("reference ", "denier EXPLICIT_DENY")
                .contains("-Dullage.seed=1 -Dullage.case=" + found.get(0).index());
    }

    @Test
    void the_first_mismatches_are_the_same_in_one_thread_and_in_two() throws InterruptedException {
        var differential = against(WITHOUT_BOUNDARY);

        assertThat(differential.find(1, 3_000, 2)).isEqualTo(differential.find(1, 3_000, 1));
    }
}
