package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.simulation.Dice;
import java.util.function.Supplier;

/**
 * Cases by the million, made for layers to meet: a case is a function of the seed and its number, and nothing else, so
 * that one of them can be asked again.
 */
final class AwsCases {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Dice dice;
    private final AwsRequestDraw request;
    private final AwsStatementDraw statements;

    private AwsCases(Dice dice) {
        this.dice = dice;
        this.request = AwsRequestDraw.draw(dice);
        this.statements = new AwsStatementDraw(request, dice);
    }

    static ObjectNode of(long seed, long index) {
        return new AwsCases(new Dice(seed, index)).draw(seed + "/" + index);
    }

    private ObjectNode draw(String name) {
        var oneCase = NODES.objectNode()
                .put("name", name)
                .put("principal", request.principal())
                .put("action", request.action())
                .put("resource", request.resource())
                .put("resourceAccount", request.resourceAccount());
        oneCase.set("context", request.contextNode());
        if (request.partial()) {
            oneCase.put("contextIsPartial", true);
        }
        addOwnPolicies(oneCase);
        boolean local = request.hasAccount() && request.account().equals(request.resourceAccount());
        addOrNull(oneCase, "resourcePolicy", dice.chance(local ? 65 : 95), statements::policyOfResource);
        oneCase.set("scps", levels(request.hasAccount() || dice.chance(20)));
        oneCase.set("rcps", levels(true));
        return oneCase;
    }

    /** Nobody can give policies to a root user, a service or the anonymous. */
    private void addOwnPolicies(ObjectNode oneCase) {
        boolean has = request.hasAccount() && request.kind() != Caller.Kind.ROOT;
        var identity = oneCase.putArray("identityPolicies");
        while (has && dice.chance(identity.isEmpty() ? 92 : 35)) {
            identity.add(dice.chance(25) ? statements.policyThatAllowsAll() : statements.policy(12));
        }
        addOrNull(oneCase, "boundary", has && dice.chance(25), () -> limit(10));
        boolean federated = request.kind() == Caller.Kind.FEDERATED_USER;
        boolean session = has && request.kind() != Caller.Kind.USER;
        addOrNull(oneCase, "sessionPolicy", session && dice.chance(federated ? 85 : 25), () -> limit(10));
    }

    private ObjectNode limit(int percentOfDenials) {
        return dice.chance(35) ? statements.policyThatAllowsAll() : statements.policy(percentOfDenials);
    }

    private void addOrNull(ObjectNode oneCase, String layer, boolean has, Supplier<ObjectNode> policy) {
        if (has) {
            oneCase.set(layer, policy.get());
        } else {
            oneCase.putNull(layer);
        }
    }

    private ArrayNode levels(boolean may) {
        var levels = NODES.arrayNode();
        int count = may && dice.chance(35) ? 1 + dice.below(3) : 0;
        for (int i = 0; i < count; i++) {
            var level = levels.addArray();
            if (dice.chance(97)) {
                level.add(dice.chance(80) ? statements.policyThatAllowsAll() : statements.policy(10));
            }
            if (dice.chance(25)) {
                level.add(statements.policy(80));
            }
        }
        return levels;
    }
}
