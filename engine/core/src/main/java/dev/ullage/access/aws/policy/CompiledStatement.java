package dev.ullage.access.aws.policy;

import dev.ullage.access.Reach;
import dev.ullage.model.Answer;
import dev.ullage.model.Effect;
import dev.ullage.model.PolicyStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement of a policy, ready to be asked about requests. */
public final class CompiledStatement {

    private final PolicyStatement statement;
    private final boolean denies;
    private final ActionElement action;
    private final ResourceElement resource;
    private final PrincipalElement principal;
    private final ConditionTest[] conditions;
    private final Set<String> keys;

    CompiledStatement(PolicyStatement statement, boolean hasVariables) {
        this.statement = statement;
        this.denies = statement.effect() == Effect.DENY;
        this.action = new ActionElement(statement);
        this.resource = new ResourceElement(statement, hasVariables);
        this.principal = new PrincipalElement(statement);
        this.conditions = statement.conditions().stream()
                .map(clause -> new ConditionTest(clause, hasVariables))
                .toArray(ConditionTest[]::new);
        this.keys = Stream.concat(resource.keys(), Arrays.stream(conditions).flatMap(ConditionTest::keys))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The statement as it is in the policy. */
    public PolicyStatement statement() {
        return statement;
    }

    /** True for a Deny. */
    public boolean denies() {
        return denies;
    }

    /** Whether a statement speaks of an action; what else it says is not looked at. */
    public static boolean covers(PolicyStatement statement, String action) {
        return new ActionElement(statement).covers(action.toLowerCase(Locale.ROOT));
    }

    boolean coversLowerCase(String lowerCaseAction) {
        return action.covers(lowerCaseAction);
    }

    PrincipalElement principal() {
        return principal;
    }

    /** Whether it is about a resource, by a request of which this much is known; of its action and principal apart. */
    public Answer about(ResourceArn arn, RequestContext context) {
        var covered = resource.covers(arn, context);
        return covered == Answer.NO ? Answer.NO : covered.and(conditions(context));
    }

    /** Whether its resource element means an ARN, whatever its conditions. */
    public Answer covers(ResourceArn arn, RequestContext context) {
        return resource.covers(arn, context);
    }

    /** The names below a bucket's ARN that its resource element means, whatever its conditions. */
    public Reach coversBelow(ResourceArn bucketAndSlash, RequestContext context) {
        return resource.namesBelow(bucketAndSlash, context);
    }

    /** The names of objects below a bucket's ARN, which ends with a slash, that it is about. */
    public Reach namesBelow(ResourceArn bucketAndSlash, RequestContext context) {
        var names = resource.namesBelow(bucketAndSlash, context);
        if (names.isEmpty()) {
            return names;
        }
        return switch (conditions(context)) {
            case YES -> names;
            case NO -> Reach.none();
            case UNKNOWN -> Reach.atMost(names.possible());
        };
    }

    /**
     * Whether all conditions hold. Where that hangs on what the caller chooses, another choice might help: one that meets what
     * an Allow asks, or escapes a Deny.
     */
    public Answer conditions(RequestContext context) {
        var answer = statement.problems().isEmpty() ? Answer.YES : Answer.UNKNOWN;
        for (var condition : conditions) {
            var holds = condition.test(context);
            if (holds != Answer.NO) {
                answer = answer.and(holds);
            } else if (denies || !isChosen(condition, context)) {
                return Answer.NO;
            } else {
                answer = Answer.UNKNOWN;
            }
        }
        return denies && answer == Answer.YES && hangsOnChoice(context) ? Answer.UNKNOWN : answer;
    }

    private boolean hangsOnChoice(RequestContext context) {
        for (var condition : conditions) {
            if (isChosen(condition, context)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChosen(ConditionTest condition, RequestContext context) {
        return context.value(condition.key()).isChosen();
    }

    /** The conditions of which it is not known whether they hold, as a person would write them. */
    public List<String> openConditions(RequestContext context) {
        if (conditions.length == 0) {
            return statement.problems();
        }
        var open = new ArrayList<>(statement.problems());
        for (var condition : conditions) {
            if (condition.test(context) == Answer.UNKNOWN) {
                open.add(condition.shown(context));
            }
        }
        return open;
    }

    /** Every condition key that it speaks of, in lower case. */
    public Set<String> keys() {
        return keys;
    }

    /** The texts with one of which every ARN that it covers begins; the empty one where it may be any. */
    public List<String> heads() {
        return resource.heads();
    }

    /** Whether an Allow of a resource's policy means a caller by any name, and not only everybody. */
    public Answer singlesOut(Caller caller) {
        return principal.singlesOut(caller);
    }

    /** Whether the principal element means a caller. */
    public Answer means(Caller caller, boolean hasBoundary) {
        return denies
                ? principal.denies(caller, hasBoundary)
                : principal.allows(caller).any();
    }

    @Override
    public String toString() {
        return statement.sid().isEmpty() ? "statement without Sid" : "statement `" + statement.sid() + "`";
    }
}
