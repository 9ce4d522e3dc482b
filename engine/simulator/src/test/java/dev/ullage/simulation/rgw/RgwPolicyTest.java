package dev.ullage.simulation.rgw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bucket policies, policies of users and roles, and session policies. The gateway gets them, the simulator gets them as
 * cases, and the auditor as an export; all three are asked the same.
 */
@EnabledIfSystemProperty(named = Gateway.ADDRESS, matches = "http:.+", disabledReason = Gateway.NONE)
final class RgwPolicyTest {

    private static final int SCENES = 300;
    private static final int REQUESTS_A_SCENE = 30;

    private static final String SIMULATOR = "simulator";
    private static final String DECISIONS = "decisions in the estate";
    private static final String ENTITLEMENTS = "entitlements of the estate";

    private static final Run RUN = Run.of(SCENES);
    private static Tallies tallies = new Tallies();

    @BeforeAll
    static void play(@TempDir Path exports) {
        try (var gateway = Gateway.open()) {
            tallies = RUN.play(lane -> player(new Stage(gateway, lane), lane, exports));
        }
        System.out.println(RUN + "\n" + tallies);
    }

    private static Run.Player player(Stage stage, Lane lane, Path exports) {
        return (number, dice, tallies) -> {
            var scene = Scene.random(number, dice);
            var estate = scene.asEstate(exports.resolve(Integer.toString(number)));
            stage.set(scene);
            for (int i = 0; i < REQUESTS_A_SCENE; i++) {
                var request = Scene.randomRequest(lane, dice);
                var verdict = stage.ask(request);
                var json = scene.asCase(request);
                var question = new Question(lane, request.caller(), json, Question.simulate(json));
                tallies.of(SIMULATOR).add(question, verdict);
                if (!isOfOneSession(question)) {
                    compare(estate, request, question, verdict, tallies);
                }
            }
        };
    }

    /** The auditor answers for a role, which means some session of it: what is said of one session is no answer. */
    private static boolean isOfOneSession(Question question) {
        var caller = question.caller();
        return question.hasSessionPolicy()
                || caller.isSession()
                        && question.resourceStatements().stream().anyMatch(statement -> statement.names(caller.arn()));
    }

    /** An estate does not know what a request brings along, and so it leaves much open. */
    private static void compare(Estate estate, Request request, Question question, Verdict verdict, Tallies tallies) {
        var action = request.operation().action();
        var decision = estate.decide(request.caller(), action, request.key());
        tallies.of(DECISIONS).addIfKnown(question.with(decision), verdict);
        if (Estate.speaksOf(action)) {
            var reach = estate.reach(request.caller(), action, request.key());
            tallies.of(ENTITLEMENTS).addIfKnown(question.with(reach), verdict);
        }
    }

    @Test
    void what_is_judged_is_enough() {
        assertThat(tallies.of(SIMULATOR).judged()).isGreaterThan(RUN.isWhole() ? 5_000 : 0);
    }

    @Test
    void the_simulator_decides_as_the_gateway_does() {
        assertThat(tallies.of(SIMULATOR).differences()).isEmpty();
    }

    @Test
    void a_decision_in_the_estate_is_never_contradicted() {
        assertThat(tallies.of(DECISIONS).differences()).isEmpty();
    }

    @Test
    void an_entitlement_of_the_estate_is_never_contradicted() {
        assertThat(tallies.of(ENTITLEMENTS).differences()).isEmpty();
    }
}
