package dev.ullage.access.aws.policy;

import dev.ullage.access.Logic;
import dev.ullage.model.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order in which AWS asks its policies, for one request or for all object names at once.
 *
 * @param <T> what the logic speaks of
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation
 *     logic</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Across
 *     accounts</a>
 */
public final class Evaluation<T> {

    /**
     * What policies say of a request.
     *
     * @param allowed by everything that has to allow it
     * @param denied by a Deny of any policy
     */
    public record Outcome<T>(T allowed, T denied) {}

    /** What a set of policies says. */
    record Said<T>(T allow, T deny) {}

    /**
     * What the policies of a resource say.
     *
     * @param direct to the caller by a name that nothing limits
     * @param named to the caller by the name of the user or role
     * @param account to whomever the caller's account allows
     */
    record SaidOfResource<T>(T direct, T named, T account, T deny) {}

    /**
     * What the root user of a bucket's account may do whatever the bucket's policy denies, so that nobody is locked out.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html">PutBucketPolicy</a>
     */
    private static final Set<String> ALWAYS_OF_ROOT =
            Set.of("s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy");

    private final Logic<T> logic;
    private final Function<CompiledStatement, T> about;
    private final AwsRequest request;
    private final PolicyLayers layers;
    private final Caller caller;

    /**
     * Prepares to evaluate.
     *
     * @param about what a statement is about, its action and principal left aside
     */
    public Evaluation(Logic<T> logic, Function<CompiledStatement, T> about, AwsRequest request, PolicyLayers layers) {
        this.logic = logic;
        this.about = about;
        this.request = request;
        this.layers = layers;
        this.caller = request.caller();
    }

    /** What is allowed and what is denied. */
    public Outcome<T> outcome() {
        var resource = ofResource();
        var outcome = caller.kind().hasIdentity() ? ofIdentity(resource) : ofResourceAlone(resource);
        return resourceControl(outcome);
    }

    /**
     * What is left of what an access-control list allows, which the resource's policy and its organisation may deny.
     */
    public Outcome<T> outcomeOfList(T allowedByList) {
        return resourceControl(new Outcome<>(allowedByList, ofResource().deny));
    }

    /**
     * The same of a list that names the caller's account: the account may use it, and passes it on by the policies of its
     * users and roles.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-auth-workflow-object-operation.html">User
     *     context</a>
     */
    public Outcome<T> outcomeOfAccountsList(T allowedByList) {
        var own = ofCaller();
        return resourceControl(serviceControl(new Outcome<>(
                logic.and(own.limited(logic), allowedByList), logic.or(own.deny(logic), ofResource().deny))));
    }

    /** What the caller's own policies say. */
    private record Own<T>(Said<T> identity, Said<T> boundary, Said<T> session) {

        T limited(Logic<T> logic) {
            return logic.and(identity.allow, logic.and(boundary.allow, session.allow));
        }

        T deny(Logic<T> logic) {
            return logic.or(identity.deny, logic.or(boundary.deny, session.deny));
        }
    }

    private Own<T> ofCaller() {
        var identity =
                caller.kind() == Caller.Kind.ROOT ? new Said<>(logic.yes(), logic.no()) : said(layers.identity());
        var session = caller.kind() == Caller.Kind.FEDERATED_USER && layers.session() == null
                ? said(List.of())
                : saidOrAll(layers.session());
        return new Own<>(identity, saidOrAll(layers.boundary()), session);
    }

    private Outcome<T> ofResourceAlone(SaidOfResource<T> resource) {
        var given = logic.or(resource.direct, resource.named);
        return new Outcome<>(caller.kind() == Caller.Kind.SERVICE ? given : unlessClosed(given), resource.deny);
    }

    private T unlessClosed(T allowed) {
        return layers.isClosedToOthers() == Answer.NO
                ? allowed
                : logic.minus(allowed, logic.of(layers.isClosedToOthers()));
    }

    private Outcome<T> ofIdentity(SaidOfResource<T> resource) {
        if (isRootAssumingRole()) {
            return serviceControl(new Outcome<>(logic.no(), resource.deny));
        }
        var own = ofCaller();
        var limited = own.limited(logic);
        var allowed = switch (isSameAccount()) {
            case YES -> inside(limited, own.boundary, own.session, resource);
            case NO -> across(limited, resource);
            case UNKNOWN -> either(inside(limited, own.boundary, own.session, resource), across(limited, resource));
        };
        return serviceControl(new Outcome<>(allowed, logic.or(own.deny(logic), resource.deny)));
    }

    /**
     * No role can be assumed by a root user.
     *
     * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
     */
    private boolean isRootAssumingRole() {
        // Of an estate the root stands for everybody in its account.
        return caller.kind() == Caller.Kind.ROOT
                && !caller.isAnySession()
                && request.action().equalsIgnoreCase("sts:AssumeRole");
    }

    /** Possible when one of the two is, and sure when both are. */
    private T either(T left, T right) {
        return logic.or(logic.and(left, right), logic.and(logic.unknown(), logic.or(left, right)));
    }

    private Answer isSameAccount() {
        return request.account().isEmpty()
                ? Answer.UNKNOWN
                : Answer.of(request.account().equals(caller.account()));
    }

    /**
     * Within an account either side is enough. What a resource policy gives to a role is limited by its boundary and its
     * session policies; what it gives to a user, to a session or to everybody is not. Of some resources the policy has to
     * agree in any case.
     */
    private T inside(T own, Said<T> boundary, Said<T> session, SaidOfResource<T> resource) {
        var named = switch (caller.kind()) {
            case ROLE, SESSION, FEDERATED_USER -> logic.and(resource.named, logic.and(boundary.allow, session.allow));
            default -> resource.named;
        };
        var given = logic.or(resource.direct, named);
        return logic.or(isResourceAsked() ? logic.and(own, resource.account) : own, given);
    }

    private T across(T own, SaidOfResource<T> resource) {
        var given = logic.or(resource.direct, logic.or(resource.named, resource.account));
        var allowed = logic.and(own, given);
        // The caller's policies allowed the access point; whether they have to name the bucket as well, no page says.
        return unlessClosed(
                request.isBehindAccessPoint() ? logic.or(allowed, logic.and(logic.unknown(), given)) : allowed);
    }

    /**
     * Whether the resource's policy has to agree even with callers of its own account.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html">Role trust
     *     policy</a>
     * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html">Key policies</a>
     */
    private boolean isResourceAsked() {
        var arn = request.resource().text();
        return request.service().equalsIgnoreCase("sts") && arn.contains(":role/")
                || request.service().equalsIgnoreCase("kms") && arn.contains(":key/");
    }

    private Outcome<T> serviceControl(Outcome<T> outcome) {
        return within(layers.serviceControl(), outcome);
    }

    private Outcome<T> resourceControl(Outcome<T> outcome) {
        return ResourceControl.binds(request) ? within(layers.resourceControl(), outcome) : outcome;
    }

    /** Every level has to allow, and any may deny; service-linked roles are not bound. */
    private Outcome<T> within(List<PolicyLayers.Level> levels, Outcome<T> outcome) {
        var allowed = outcome.allowed;
        var denied = outcome.denied;
        for (var level : levels) {
            var said = said(level.policies());
            switch (level.binds().and(caller.isServiceLinked().not())) {
                case YES -> {
                    allowed = logic.and(allowed, said.allow);
                    denied = logic.or(denied, said.deny);
                }
                case UNKNOWN -> {
                    allowed = logic.and(allowed, logic.or(said.allow, logic.unknown()));
                    denied = logic.or(denied, logic.and(said.deny, logic.unknown()));
                }
                case NO -> {}
            }
        }
        return new Outcome<>(allowed, denied);
    }

    private Said<T> saidOrAll(@Nullable List<CompiledPolicy> policies) {
        return policies == null ? new Said<>(logic.yes(), logic.no()) : said(policies);
    }

    private Said<T> said(List<CompiledPolicy> policies) {
        var yes = logic.yes();
        var allow = logic.no();
        var deny = logic.no();
        for (var policy : policies) {
            var selected = policy.about(request.action());
            for (int i = 0; i < selected.size(); i++) {
                if (!selected.mayBeAbout(i, request.resource())) {
                    continue;
                }
                var statement = selected.get(i);
                // What is true for sure stays so, whatever else is said.
                if (statement.denies()) {
                    deny = deny.equals(yes) ? deny : logic.or(deny, about.apply(statement));
                } else {
                    allow = allow.equals(yes) ? allow : logic.or(allow, about.apply(statement));
                }
            }
            if (!policy.problems().isEmpty()) {
                allow = logic.or(allow, logic.unknown());
                deny = logic.or(deny, logic.unknown());
            }
        }
        return new Said<>(allow, deny);
    }

    private SaidOfResource<T> ofResource() {
        var direct = logic.no();
        var named = logic.no();
        var account = logic.no();
        var deny = logic.no();
        for (var policy : layers.resource()) {
            var selected = policy.about(request.action());
            for (int i = 0; i < selected.size(); i++) {
                if (!selected.mayBeAbout(i, request.resource())) {
                    continue;
                }
                var statement = selected.get(i);
                if (statement.denies()) {
                    deny = logic.or(deny, denies(statement));
                    continue;
                }
                var mention = statement.principal().allows(caller);
                if (mention.any() != Answer.NO) {
                    var truth = about.apply(statement);
                    direct = logic.or(direct, logic.and(logic.of(mention.direct()), truth));
                    named = logic.or(named, logic.and(logic.of(mention.named()), truth));
                    account = logic.or(account, logic.and(logic.of(mention.account()), truth));
                }
            }
            if (!policy.problems().isEmpty()) {
                direct = logic.or(direct, logic.unknown());
                deny = logic.or(deny, logic.unknown());
            }
        }
        return new SaidOfResource<>(direct, named, account, isAlwaysOfRoot() ? logic.no() : deny);
    }

    private T denies(CompiledStatement statement) {
        var means = statement.principal().denies(caller, layers.boundary() != null);
        return means == Answer.NO ? logic.no() : logic.and(logic.of(means), about.apply(statement));
    }

    private boolean isAlwaysOfRoot() {
        return caller.kind() == Caller.Kind.ROOT
                && isSameAccount() == Answer.YES
                && ALWAYS_OF_ROOT.contains(request.action().toLowerCase(Locale.ROOT));
    }
}
