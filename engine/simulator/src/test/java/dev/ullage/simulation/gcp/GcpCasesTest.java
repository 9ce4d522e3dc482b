package dev.ullage.simulation.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.access.Ruling;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The invented cases are worth asking about. */
class GcpCasesTest {

    private static final int MANY = 5_000;
    private static final List<ObjectNode> CASES =
            LongStream.range(0, MANY).mapToObj(index -> GcpCases.make(1, index)).toList();
    private static final Map<ObjectNode, Ruling> RULINGS = new IdentityHashMap<>();

    static {
        CASES.forEach(made -> RULINGS.put(made, GcpReference.rule(made)));
    }

    /** A way to take something out of a case, and how often that has to make a difference, in a thousand. */
    private record Layer(String name, int perMille, Consumer<ObjectNode> removal) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Layer> layers() {
        return Stream.of(
                new Layer("denials", 50, field("denyPolicies")),
                new Layer("exempt principals of denials", 10, field("exceptionPrincipals")),
                new Layer("exempt permissions of denials", 5, field("exceptionPermissions")),
                new Layer("conditions of denials", 20, field("denialCondition")),
                new Layer("conditions of bindings and boundaries", 50, field("condition")),
                new Layer("what groups hold", 50, node -> node.putObject("groups")),
                new Layer("groups in groups", 8, GcpCasesTest::flatten),
                new Layer("inherited policies", 100, field("allowPolicy")),
                new Layer("the bucket's policy", 20, field("iamPolicy")),
                new Layer("the bucket's list", 10, field("acl")),
                new Layer("the object's list", 5, field("objectAcl")),
                new Layer("managed folders", 5, field("managedFolders")),
                new Layer("uniform access", 10, field("ublaEnabled")),
                new Layer("public access prevention", 10, field("publicAccessPrevention")),
                new Layer("boundaries", 20, field("principalAccessBoundaries")),
                new Layer("versions of boundaries", 2, field("enforcementVersion")),
                new Layer("the time", 10, field("time")));
    }

    private static Consumer<ObjectNode> field(String name) {
        return node -> removeEverywhere(node, name);
    }

    private static void removeEverywhere(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            object.remove(name);
        }
        node.forEach(child -> removeEverywhere(child, name));
    }

    private static void flatten(ObjectNode node) {
        for (var members : node.get("groups")) {
            for (var each = members.elements(); each.hasNext(); ) {
                if (each.next().textValue().startsWith("group:")) {
                    each.remove();
                }
            }
        }
    }

    @Test
    void a_case_depends_on_its_seed_and_index_only() {
        assertThat(GcpCases.make(1, 17)).isEqualTo(CASES.get(17));
    }

    @Test
    void another_seed_gives_other_cases() {
        assertThat(GcpCases.make(2, 17)).isNotEqualTo(CASES.get(17));
    }

    @Test
    void no_two_cases_are_alike() {
        assertThat(CASES.stream().map(made -> made.deepCopy().without("name")).distinct())
                .hasSize(MANY);
    }

    @Test
    void rulings_are_spread() {
        Map<Ruling, Integer> count = new EnumMap<>(Ruling.class);
        RULINGS.values().forEach(ruling -> count.merge(ruling, 1, Integer::sum));

        assertThat(count.get(Ruling.ALLOWED)).isCloseTo(MANY * 30 / 100, Percentage.withPercentage(34));
        assertThat(count.get(Ruling.EXPLICIT_DENY)).isCloseTo(MANY * 22 / 100, Percentage.withPercentage(34));
        assertThat(count.get(Ruling.UNKNOWN)).isCloseTo(MANY * 10 / 100, Percentage.withPercentage(50));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void taking_a_layer_out_changes_rulings(Layer layer) {
        var changed = CASES.stream()
                .filter(made -> {
                    var less = made.deepCopy();
                    layer.removal().accept(less);
                    return GcpReference.rule(less) != RULINGS.get(made);
                })
                .count();

        assertThat(changed).isGreaterThan(MANY * layer.perMille() / 1000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deleted:",
                "projectViewer:elsewhere",
                "group:untold@",
                "roles/untold",
                "cloudIdentityCustomerId",
                "matchTag",
                "extract(",
                "/attribute.",
                "/namespace/",
                "[train/loader]",
                "\"latest\"",
                "gs://",
                "/managedFolders/",
                "\"allAuthenticatedUsers\"",
                "storage.googleapis.com/*.get",
                "iam.serviceAccounts.getAccessToken"
            })
    void a_feature_occurs(String text) {
        assertThat(CASES.stream().filter(made -> made.toString().contains(text)).count())
                .isGreaterThan(MANY / 200);
    }
}
