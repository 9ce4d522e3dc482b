package dev.ullage.access.aws;

import dev.ullage.access.Becoming;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ruling;
import dev.ullage.access.aws.policy.AwsRequest;
import dev.ullage.access.aws.policy.AwsRuling;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.access.aws.policy.PolicyLayers;
import dev.ullage.access.aws.policy.ResourceArn;
import dev.ullage.model.Answer;
import dev.ullage.model.PrincipalKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which users and roles can act as which others: by assuming a role, by making credentials for a user, by rewriting whom a
 * role trusts, by passing a role to a service that runs their code, or by writing their own policies, after which they can
 * do whatever their account can.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html">Passing a role to a
 *     service</a>
 */
public final class AwsBecoming {

    /**
     * A service that runs what its caller gives it, as a role that the caller passes.
     *
     * @param actions of which the caller needs each
     */
    private record Runner(String service, List<String> actions) {}

    /** Roles, by number. */
    private record Trusting(BitSet surely, BitSet perhaps) {}

    private static final List<Runner> RUNNERS = List.of(
            new Runner("ec2.amazonaws.com", List.of("ec2:RunInstances")),
            new Runner("lambda.amazonaws.com", List.of("lambda:CreateFunction", "lambda:InvokeFunction")),
            new Runner("sagemaker.amazonaws.com", List.of("sagemaker:CreateTrainingJob")),
            new Runner("sagemaker.amazonaws.com", List.of("sagemaker:CreateProcessingJob")),
            new Runner(
                    "sagemaker.amazonaws.com",
                    List.of("sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl")),
            new Runner("glue.amazonaws.com", List.of("glue:CreateJob", "glue:StartJobRun")),
            new Runner("ecs-tasks.amazonaws.com", List.of("ecs:RegisterTaskDefinition", "ecs:RunTask")),
            new Runner("states.amazonaws.com", List.of("states:CreateStateMachine", "states:StartExecution")),
            new Runner("codebuild.amazonaws.com", List.of("codebuild:CreateProject", "codebuild:StartBuild")),
            new Runner("cloudformation.amazonaws.com", List.of("cloudformation:CreateStack")));

    private static final List<String> ON_USERS =
            List.of("iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile");
    private static final List<String> ON_ROLES = List.of("sts:AssumeRole", "iam:UpdateAssumeRolePolicy");
    private static final List<String> ON_OWN_USER = List.of("iam:PutUserPolicy", "iam:AttachUserPolicy");
    private static final List<String> ON_OWN_ROLE = List.of("iam:PutRolePolicy", "iam:AttachRolePolicy");
    private static final List<String> ON_OWN_GROUP = List.of("iam:PutGroupPolicy", "iam:AttachGroupPolicy");
    private static final List<String> ON_OWN_POLICY = List.of("iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion");

    private final AwsGuardrails guardrails;
    private final EstateContext contexts;
    private final List<AwsActor> actors;
    private final AwsSweep users;
    private final AwsSweep roles;
    private final Map<String, Trusting> trusted = new HashMap<>();

    /** Prepares to answer for a snapshot. */
    public AwsBecoming(FactIndex facts) {
        var access = new AwsAccess(facts);
        var policies = new AwsPolicies(facts);
        this.contexts = new EstateContext(facts, policies);
        this.guardrails = new AwsGuardrails(facts, policies);
        this.actors = access.inventory().actors();
        this.users = sweep(access, PrincipalKind.USER);
        this.roles = sweep(access, PrincipalKind.ROLE);
    }

    private AwsSweep sweep(AwsAccess access, PrincipalKind kind) {
        var targets = actors.stream()
                .map(AwsActor::principal)
                .filter(principal -> principal.kind() == kind)
                .map(access.inventory()::target)
                .toList();
        return new AwsSweep(guardrails, new Targets(targets, false, contexts), contexts);
    }

    /** Every step that one principal can take, in no particular order. */
    public List<Becoming> all() {
        var found = new ArrayList<Becoming>();
        for (var actor : actors) {
            ON_USERS.forEach(action -> onOthers(actor, action, users, found));
            ON_ROLES.forEach(action -> onOthers(actor, action, roles, found));
            byPassing(actor, found);
            byWritingItsOwnPolicy(actor, found);
        }
        actors.forEach(actor -> found.add(new Becoming(
                Arns.root(actor.caller().account()), actor.id(), "administration of the account", Answer.YES)));
        return found;
    }

    private static void onOthers(AwsActor actor, String action, AwsSweep sweep, List<Becoming> found) {
        for (var share : sweep.shares(actor, action)) {
            var certainty = certainty(share);
            for (int i = share.targets().nextSetBit(0);
                    i >= 0;
                    i = share.targets().nextSetBit(i + 1)) {
                var target = sweep.targets().get(i).id();
                if (!target.equals(actor.id())) {
                    found.add(new Becoming(actor.id(), target, action, certainty));
                }
            }
        }
    }

    private static Answer certainty(AwsSweep.Share share) {
        return share.reach().sure().isEmpty() ? Answer.UNKNOWN : Answer.YES;
    }

    /** The roles that let a service run as themselves. */
    private Trusting trusting(String service) {
        return trusted.computeIfAbsent(service, key -> {
            var trusting = new Trusting(new BitSet(), new BitSet());
            for (int i = 0; i < roles.targets().size(); i++) {
                switch (trusts(roles.targets().get(i), key)) {
                    case YES -> trusting.surely.set(i);
                    case UNKNOWN -> trusting.perhaps.set(i);
                    case NO -> {}
                }
            }
            return trusting;
        });
    }

    private Answer trusts(AwsTarget role, String service) {
        var context = contexts.at(EstateContext.anybody(), role);
        var request = new AwsRequest(Caller.of(service), "sts:AssumeRole", role.arn(), role.account(), context);
        return answer(AwsRuling.of(request, roles.layers(List.of(), null, role)));
    }

    private static Answer answer(Ruling ruling) {
        return switch (ruling) {
            case ALLOWED -> Answer.YES;
            case UNKNOWN -> Answer.UNKNOWN;
            case EXPLICIT_DENY, IMPLICIT_DENY -> Answer.NO;
        };
    }

    private void byPassing(AwsActor actor, List<Becoming> found) {
        var runnable = new HashMap<Runner, Answer>();
        for (var runner : RUNNERS) {
            var may = runner.actions.stream()
                    .map(action -> somewhere(actor, action))
                    .reduce(Answer.YES, Answer::and);
            if (may != Answer.NO) {
                runnable.put(runner, may);
            }
        }
        if (runnable.isEmpty()) {
            return;
        }
        var passed = new HashMap<String, List<AwsSweep.Share>>();
        runnable.forEach((runner, may) -> {
            var trusting = trusting(runner.service);
            var by = "iam:PassRole + " + String.join(" + ", runner.actions);
            for (var share : passed.computeIfAbsent(runner.service, service -> passedTo(service, actor))) {
                pass(actor, share, trusting.surely, may.and(certainty(share)), by, found);
                pass(actor, share, trusting.perhaps, Answer.UNKNOWN, by, found);
            }
        });
    }

    /**
     * The roles that an actor may pass to a service.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService">
     *     iam:PassedToService</a>
     */
    private List<AwsSweep.Share> passedTo(String service, AwsActor actor) {
        return roles.shares(actor.asking(EstateContext.passing(actor.context(), service)), "iam:PassRole");
    }

    private void pass(
            AwsActor actor, AwsSweep.Share share, BitSet trusting, Answer certainty, String by, List<Becoming> found) {
        var passed = (BitSet) share.targets().clone();
        passed.and(trusting);
        for (int i = passed.nextSetBit(0); i >= 0; i = passed.nextSetBit(i + 1)) {
            var role = roles.targets().get(i).id();
            if (!role.equals(actor.id())) {
                found.add(new Becoming(actor.id(), role, by, certainty));
            }
        }
    }

    /**
     * Whether an actor may do something with any resource at all. What is tried are the resources that its own statements
     * speak of, with something in the place of each star.
     */
    private Answer somewhere(AwsActor actor, String action) {
        var answer = Answer.NO;
        for (var policy : actor.identityPolicies()) {
            if (!policy.problems().isEmpty()) {
                answer = answer.or(Answer.UNKNOWN);
            }
            for (var statement : policy.statementsAbout(action)) {
                var resources = statement.statement().resources();
                for (var resource : resources.isEmpty() ? List.of("*") : resources) {
                    if (!statement.denies() && answer != Answer.YES) {
                        answer = answer.or(may(actor, action, example(resource, actor, action)));
                    }
                }
            }
        }
        return answer;
    }

    private static String example(String pattern, AwsActor actor, String action) {
        return pattern.equals("*")
                ? "arn:aws:%s:us-east-1:%s:x"
                        .formatted(
                                action.substring(0, action.indexOf(':')),
                                actor.caller().account())
                : pattern.replace('*', 'x').replace('?', 'x');
    }

    private Answer may(AwsActor actor, String action, String arn) {
        var account = actor.caller().account();
        var layers = new PolicyLayers(
                actor.identityPolicies(),
                actor.boundaryPolicies(),
                null,
                List.of(),
                guardrails.ofCallers(account),
                List.of(),
                Answer.NO);
        return answer(AwsRuling.of(
                new AwsRequest(actor.caller(), action, ResourceArn.of(arn), account, actor.context()), layers));
    }

    /** Who can write the policies that it has can do whatever they may say, within its boundary. */
    private void byWritingItsOwnPolicy(AwsActor actor, List<Becoming> found) {
        var own = actor.principal().kind() == PrincipalKind.USER
                ? onItself(actor, users, ON_OWN_USER)
                : onItself(actor, roles, ON_OWN_ROLE);
        own.or(() -> onCarried(actor)).ifPresent(by -> {
            var certainty = actor.boundaryPolicies() == null ? by.certainty() : Answer.UNKNOWN;
            found.add(new Becoming(actor.id(), Arns.root(actor.caller().account()), by.by(), certainty));
        });
    }

    private static Optional<Becoming> onItself(AwsActor actor, AwsSweep sweep, List<String> actions) {
        for (var action : actions) {
            for (var share : sweep.shares(actor, action)) {
                if (has(share.targets(), actor.id(), sweep.targets())) {
                    return Optional.of(new Becoming(actor.id(), actor.id(), action, certainty(share)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean has(BitSet targets, String id, Targets all) {
        for (int i = targets.nextSetBit(0); i >= 0; i = targets.nextSetBit(i + 1)) {
            if (all.get(i).id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** Its groups, and the managed policies that it or they carry. */
    private Optional<Becoming> onCarried(AwsActor actor) {
        for (var applied : actor.identity()) {
            boolean isGroups = !applied.carrier().equals(actor.id());
            var by = isGroups ? first(actor, ON_OWN_GROUP, applied.carrier()) : Optional.<Becoming>empty();
            if (by.isEmpty() && isManagedByTheAccount(applied.policy(), actor)) {
                by = first(actor, ON_OWN_POLICY, applied.policy().id());
            }
            if (by.isPresent()) {
                return by;
            }
        }
        return Optional.empty();
    }

    private static boolean isManagedByTheAccount(CompiledPolicy policy, AwsActor actor) {
        return policy.id().contains(":" + actor.caller().account() + ":policy/");
    }

    private Optional<Becoming> first(AwsActor actor, List<String> actions, String arn) {
        for (var action : actions) {
            var may = may(actor, action, arn);
            if (may != Answer.NO) {
                return Optional.of(new Becoming(actor.id(), arn, action, may));
            }
        }
        return Optional.empty();
    }
}
