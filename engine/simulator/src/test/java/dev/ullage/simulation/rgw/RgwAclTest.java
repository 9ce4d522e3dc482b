package dev.ullage.simulation.rgw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Access-control lists of buckets and objects, with bucket policies and Block Public Access beside them. */
@EnabledIfSystemProperty(named = Gateway.ADDRESS, matches = "http:.+", disabledReason = Gateway.NONE)
final class RgwAclTest {

    private static final int SCENES = 60;
    private static final int REQUESTS_A_SCENE = 60;
    private static final String LISTS = "lists of the estate";

    private static final Run RUN = Run.of(SCENES);
    private static Tallies tallies = new Tallies();

    @BeforeAll
    static void play(@TempDir Path exports) {
        try (var gateway = Gateway.open()) {
            tallies = RUN.play(lane -> player(new AclStage(gateway, lane), lane, exports));
        }
        System.out.println(RUN + "\n" + tallies);
    }

    private static Run.Player player(AclStage stage, Lane lane, Path exports) {
        return (number, dice, tallies) -> {
            var scene = AclScene.random(number, dice);
            stage.set(scene);
            var estate = stage.export(scene, exports.resolve(Integer.toString(number)));
            for (int i = 0; i < REQUESTS_A_SCENE; i++) {
                var request = scene.randomRequest(dice);
                var ours = estate.decide(request.caller(), request.operation().action(), request.key());
                var question = new Question(lane, request.caller(), scene.asCase(request), ours);
                tallies.of(LISTS).add(question, stage.ask(request));
            }
        };
    }

    @Test
    void lists_give_what_the_gateway_gives() {
        assertThat(tallies.of(LISTS).differences()).isEmpty();
    }
}
