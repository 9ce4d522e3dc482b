package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.simulation.Dice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A request that was drawn, for policies to be drawn about it.
 *
 * @param account the caller's, which for an anonymous caller or a service is only a name to play with
 * @param roleName of a caller that is a role or a session of one, else empty
 */
record AwsRequestDraw(
        String principal,
        Caller.Kind kind,
        String account,
        String roleName,
        String action,
        String resource,
        String resourceAccount,
        Map<AwsContextKey, List<String>> context,
        boolean partial) {

    static AwsRequestDraw draw(Dice dice) {
        var account = dice.chance(70) ? AwsAlphabet.HERE : AwsAlphabet.THERE;
        var owner = dice.chance(70) ? account : AwsAlphabet.other(account);
        var kind = kind(dice.below(100));
        var principal = principal(kind, account, dice);
        var role = kind == Caller.Kind.ROLE || kind == Caller.Kind.ROLE_SESSION
                ? Caller.of(principal).name()
                : "";
        boolean partial = dice.chance(40);
        var target = Target.draw(owner, dice);
        return new AwsRequestDraw(
                principal, kind, account, role, target.action, target.resource, owner, context(partial, dice), partial);
    }

    private static Caller.Kind kind(int percent) {
        if (percent < 36) {
            return Caller.Kind.USER;
        } else if (percent < 52) {
            return Caller.Kind.ROLE;
        } else if (percent < 72) {
            return Caller.Kind.ROLE_SESSION;
        } else if (percent < 80) {
            return Caller.Kind.FEDERATED_USER;
        } else if (percent < 87) {
            return Caller.Kind.ROOT;
        }
        return percent < 94 ? Caller.Kind.ANONYMOUS : Caller.Kind.SERVICE;
    }

    private static String principal(Caller.Kind kind, String account, Dice dice) {
        return switch (kind) {
            case ANONYMOUS -> "*";
            case SERVICE -> dice.oneOf(AwsAlphabet.SERVICES);
            case ROOT -> AwsAlphabet.root(account);
            case USER -> AwsAlphabet.entity(account, dice.oneOf(AwsAlphabet.USERS));
            case ROLE ->
                AwsAlphabet.entity(account, dice.chance(10) ? AwsAlphabet.LINKED_ROLE : dice.oneOf(AwsAlphabet.ROLES));
            case ROLE_SESSION ->
                AwsAlphabet.session(
                        account, dice.chance(3) ? AwsAlphabet.LINKED_SESSION : dice.oneOf(AwsAlphabet.SESSIONS));
            case FEDERATED_USER -> AwsAlphabet.federated(account, dice.oneOf(AwsAlphabet.FEDERATED));
        };
    }

    /** What is asked for, and of what. */
    private record Target(String action, String resource) {

        static Target draw(String owner, Dice dice) {
            int percent = dice.below(100);
            if (percent < 58) {
                var object = dice.oneOf(AwsAlphabet.BUCKETS) + "/" + dice.oneOf(AwsAlphabet.KEYS);
                return new Target(dice.oneOf(AwsAlphabet.OBJECT_ACTIONS), "arn:aws:s3:::" + object);
            } else if (percent < 70) {
                return new Target(
                        dice.oneOf(AwsAlphabet.BUCKET_ACTIONS), "arn:aws:s3:::" + dice.oneOf(AwsAlphabet.BUCKETS));
            } else if (percent < 80) {
                return new Target(
                        dice.oneOf(AwsAlphabet.ROLE_ACTIONS),
                        AwsAlphabet.entity(
                                owner, dice.chance(5) ? AwsAlphabet.LINKED_ROLE : dice.oneOf(AwsAlphabet.ROLES)));
            } else if (percent < 89) {
                return new Target(
                        dice.oneOf(AwsAlphabet.KEY_ACTIONS),
                        "arn:aws:kms:eu-west-1:" + owner + ":key/k-" + dice.below(2));
            } else if (percent < 93) {
                return new Target("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:" + owner + ":table/runs");
            } else if (percent < 96) {
                return new Target("sqs:SendMessage", "arn:aws:sqs:eu-west-1:" + owner + ":jobs");
            }
            return new Target("ec2:StopInstances", "arn:aws:ec2:eu-west-1:" + owner + ":instance/i-1");
        }
    }

    /** A partial one says less. */
    private static Map<AwsContextKey, List<String>> context(boolean partial, Dice dice) {
        var context = new EnumMap<AwsContextKey, List<String>>(AwsContextKey.class);
        for (var key : AwsContextKey.all()) {
            if (dice.chance(partial ? 30 : 50)) {
                context.put(key, values(key, dice));
            }
        }
        return context;
    }

    private static List<String> values(AwsContextKey key, Dice dice) {
        if (dice.chance(2)) {
            return List.of("none of its type");
        }
        var value = dice.oneOf(key.possibleValues());
        boolean several = dice.chance(key.kind() == AwsContextKey.Kind.STRINGS ? 60 : 1);
        return several ? List.of(value, dice.oneOf(key.possibleValues())) : List.of(value);
    }

    boolean hasAccount() {
        return kind != Caller.Kind.ANONYMOUS && kind != Caller.Kind.SERVICE;
    }

    ObjectNode contextNode() {
        var node = JsonNodeFactory.instance.objectNode();
        for (var entry : context.entrySet()) {
            if (entry.getValue().size() == 1) {
                node.put(entry.getKey().key(), entry.getValue().get(0));
            } else {
                var values = node.putArray(entry.getKey().key());
                entry.getValue().forEach(values::add);
            }
        }
        return node;
    }
}
