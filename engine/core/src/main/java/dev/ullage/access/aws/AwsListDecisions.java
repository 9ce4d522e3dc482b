package dev.ullage.access.aws;

import dev.ullage.access.Decision;
import dev.ullage.access.EntitlementBuilder;
import dev.ullage.access.Logic;
import dev.ullage.access.Ruling;
import dev.ullage.access.aws.policy.AwsDecision;
import dev.ullage.access.aws.policy.AwsRequest;
import dev.ullage.access.aws.policy.Caller;
import dev.ullage.access.aws.policy.Evaluation;
import dev.ullage.access.aws.policy.PolicyLayers;
import dev.ullage.access.aws.policy.ResourceArn;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** What access-control lists decide of single requests: what they give, and what only they can give. */
final class AwsListDecisions {

    private final AwsAclGrants lists;
    private final AwsForeignObjects foreign;

    AwsListDecisions(AwsAclGrants lists, AwsForeignObjects foreign) {
        this.lists = lists;
        this.foreign = foreign;
    }

    /** What is left of what policies decide, which do not open the objects of other accounts. */
    Decision reaching(Decision byPolicies, AwsRequest request, AwsTarget bucket) {
        if (byPolicies.ruling() != Ruling.ALLOWED && byPolicies.ruling() != Ruling.UNKNOWN) {
            return byPolicies;
        }
        var name = name(request, bucket);
        boolean isOfOwner = request.caller().account().equals(bucket.account());
        for (var permission : AwsAcls.permissions(request.action())) {
            var closed = foreign.closed(bucket, permission, isOfOwner);
            if (closed.sure().contains(name)) {
                var why = "`%s` in %s belongs to another account, and its list does not open it to %s"
                        .formatted(
                                name, bucket.id(), isOfOwner ? "the bucket's owner" : "policies of the bucket's owner");
                return new Decision(Ruling.IMPLICIT_DENY, List.of(new Step(why, null)), List.of(), List.of());
            }
            if (closed.possible().contains(name)) {
                var missing = new ArrayList<>(byPolicies.missing());
                missing.add("whether ACLs decide anything in %s is not known: its Object Ownership was not read"
                        .formatted(bucket.id()));
                return new Decision(Ruling.UNKNOWN, byPolicies.deciding(), missing, byPolicies.residual());
            }
        }
        return byPolicies;
    }

    private static String name(AwsRequest request, AwsTarget bucket) {
        return name(request.resource(), bucket);
    }

    /** The name of an object by its ARN; empty for the bucket itself. */
    static String name(ResourceArn arn, AwsTarget bucket) {
        var text = arn.toString();
        var below = bucket.below().toString();
        return text.startsWith(below) ? text.substring(below.length()) : "";
    }

    /** What they give to everybody, to everybody with an account, or to the caller's account; empty for nothing. */
    Optional<Decision> decide(AwsRequest request, PolicyLayers layers, AwsTarget bucket) {
        if (!bucket.id().startsWith("s3://")) {
            return Optional.empty();
        }
        var steps = new LinkedHashSet<Step>();
        var missing = new ArrayList<String>();
        var residual = new ArrayList<String>();
        boolean isSure = false;
        for (var given : lists.given(bucket).entrySet()) {
            if (!means(given.getKey(), request.caller())) {
                continue;
            }
            for (var permission : AwsAcls.permissions(request.action())) {
                var builder = given.getValue().get(permission);
                var ruling = builder == null ? Answer.NO : ruling(given.getKey(), builder, request, layers, bucket);
                if (builder == null || ruling == Answer.NO) {
                    continue;
                }
                var name = name(request, bucket);
                builder.grounds().stream()
                        .filter(ground -> ground.names().contains(name))
                        .forEach(ground -> steps.addAll(ground.explanation().steps()));
                isSure |= ruling == Answer.YES;
                missing.addAll(builder.missing());
                var open = AwsDecision.open(request, layers);
                missing.addAll(open.missing());
                residual.addAll(open.residual());
            }
        }
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isSure
                        ? new Decision(Ruling.ALLOWED, List.copyOf(steps), List.of(), List.of())
                        : new Decision(Ruling.UNKNOWN, List.copyOf(steps), missing, residual));
    }

    private static Answer ruling(
            String grantee, EntitlementBuilder builder, AwsRequest request, PolicyLayers layers, AwsTarget bucket) {
        var name = name(request, bucket);
        var reach = builder.reach();
        var given =
                reach.sure().contains(name) ? Answer.YES : reach.possible().contains(name) ? Answer.UNKNOWN : Answer.NO;
        var evaluation = new Evaluation<>(
                Logic.kleene(), statement -> statement.about(request.resource(), request.context()), request, layers);
        var outcome = Arns.isAccount(grantee) && request.caller().kind() != Caller.Kind.ROOT
                ? evaluation.outcomeOfAccountsList(given)
                : evaluation.outcomeOfList(given);
        return outcome.allowed().and(outcome.denied().not());
    }

    private static boolean means(String grantee, Caller caller) {
        return grantee.equals(caller.arn())
                || grantee.equals(AwsPrincipals.EVERYBODY)
                || grantee.equals(AwsAcls.AUTHENTICATED_USERS)
                        && !caller.account().isEmpty()
                || Arns.isAccount(grantee)
                        && Arns.account(grantee)
                                .equals(Optional.of(caller.account()).filter(id -> !id.isEmpty()));
    }
}
