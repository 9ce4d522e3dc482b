package dev.ullage.simulation.rgw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.sts.model.StsException;

/** Who may begin a session of a role: trust policies, each put to everybody. */
@EnabledIfSystemProperty(named = Gateway.ADDRESS, matches = "http:.+", disabledReason = Gateway.NONE)
final class RgwTrustTest {

    private static final int SCENES = 150;

    private static final Run RUN = Run.of(SCENES);
    private static Tally tally = new Tally();

    @BeforeAll
    static void play() {
        try (var gateway = Gateway.open()) {
            tally = RUN.play(lane -> player(gateway, lane)).of("simulator");
        }
        System.out.println(RUN + "\n" + tally);
    }

    private static Run.Player player(Gateway gateway, Lane lane) {
        var role = Caller.session(lane.home(), "porter", Lane.SESSION);
        var callers = new ArrayList<>(lane.users());
        callers.addAll(lane.guests());
        callers.add(lane.owner());
        callers.forEach(gateway::makeUser);
        return (number, dice, tallies) -> {
            var trust = new RandomPolicies(dice, Scene.principals(lane), Scene.BUCKET).ofTrust();
            gateway.setTrust(lane.owner(), role.name(), trust.toString());
            for (var caller : callers) {
                var json = asCase(lane, caller, role, trust);
                var question = new Question(lane, caller, json, Question.simulate(json));
                tallies.of("simulator").add(question, ask(gateway, caller, role));
            }
        };
    }

    /** The first of the users has no policies; whether the role names it or its account makes the difference. */
    private static ObjectNode asCase(Lane lane, Caller caller, Caller role, ObjectNode trust) {
        boolean hasNoPolicies = caller.equals(lane.users().get(0));
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", caller.arn());
        json.put("principal", caller.arn());
        json.put("action", "sts:AssumeRole");
        json.put("resource", role.identityArn());
        json.put("resourceAccount", role.account());
        json.putObject("context")
                .put("aws:SourceIp", Request.SOURCES.get(0))
                .put("aws:CurrentTime", Request.NOW)
                .put("aws:username", caller.name());
        (hasNoPolicies ? List.<ObjectNode>of() : List.of(RandomPolicies.everything("*")))
                .forEach(json.putArray("identityPolicies")::add);
        json.set("resourcePolicy", trust);
        return json;
    }

    private static Verdict ask(Gateway gateway, Caller caller, Caller role) {
        try {
            gateway.assume(caller, role, "");
            return Verdict.ALLOWED;
        } catch (StsException e) {
            if (e.statusCode() == 403) {
                return Verdict.DENIED;
            }
            throw e;
        }
    }

    @Test
    void whom_a_role_trusts_the_gateway_lets_in() {
        assertThat(tally.differences()).isEmpty();
    }
}
