package dev.ullage.simulation.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.simulation.Differential;
import dev.ullage.simulation.Differential.Mismatch;
import dev.ullage.simulation.Evaluator;
import dev.ullage.simulation.SearchSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine against the reference, on cases that nobody wrote; and the harness against mistakes that somebody could
 * make, which it has to find and show small.
 *
 * @see SearchSettings how many cases, which, and how to replay one
 */
class GcpDifferentialTest {

    /** Without these a smaller case would be about something else: about what is not told. */
    static final Set<String> KEPT = Set.of(
            "cloud",
            "name",
            "principal",
            "permission",
            "resource",
            "time",
            "ublaEnabled",
            "publicAccessPrevention",
            "bucket",
            "roles",
            "groups",
            "enforcementVersion");

    private static final int ENOUGH = 5_000;

    private static Differential against(Evaluator other) {
        return new Differential(GcpCases::make, GcpReference.EVALUATOR, other, KEPT);
    }

    private static List<Mismatch> withoutKnowing(String field) throws InterruptedException {
        var forgetful = new Evaluator("forgets " + field, oneCase -> {
            var copy = (ObjectNode) oneCase.deepCopy();
            copy.findParents(field).forEach(parent -> ((ObjectNode) parent).remove(field));
            return GcpReference.rule(copy);
        });
        return against(forgetful).find(1, ENOUGH, 2);
    }

    @Test
    void the_engine_rules_as_the_reference_does() throws InterruptedException {
        assertThat(against(Evaluator.ENGINE).search(SearchSettings.fromProperties()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exceptionPrincipals",
                "exceptionPermissions",
                "denialCondition",
                "condition",
                "principalAccessBoundaries",
                "managedFolders",
                "objectAcl",
                "ublaEnabled",
                "groups"
            })
    void an_evaluator_that_forgets_a_part_is_found_out(String field) throws InterruptedException {
        assertThat(withoutKnowing(field)).isNotEmpty();
    }

    @Test
    void what_is_shown_is_small() throws InterruptedException {
        assertThat(withoutKnowing("denyPolicies")).allSatisfy(found -> {
            assertThat(found.shrunk().findValues("denyRule")).hasSize(1);
            assertThat(found.shrunk().toString()).hasSizeLessThan(1_000);
        });
    }
}
