package dev.ullage.simulation.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.access.Ruling;
import dev.ullage.simulation.Evaluator;

/**
 * Answers a case as the flow chart of the policy evaluation logic does, step by step: is it denied anywhere; do the
 * organisation's policies let it pass; does the resource's policy allow it; do the caller's own.
 *
 * <p>Where the resource is in another account than the caller, both have to allow: the resource's policy there, and
 * the caller's own policies within their limits here.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How
 *     AWS enforcement code logic evaluates requests</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account
 *     policy evaluation logic</a>
 */
final class AwsReference {

    static final Evaluator EVALUATOR = new Evaluator("reference", AwsReference::rule);

    private final Request request;
    private final JsonNode oneCase;

    private AwsReference(JsonNode oneCase) {
        this.request = Request.of(oneCase);
        this.oneCase = oneCase;
    }

    static Ruling rule(JsonNode oneCase) {
        return new AwsReference(oneCase).rule();
    }

    private Ruling rule() {
        var denied = isDenied();
        if (denied == Answer.YES) {
            return Ruling.EXPLICIT_DENY;
        }
        var allowed = isAllowed();
        if (allowed == Answer.NO) {
            return Ruling.IMPLICIT_DENY;
        }
        return allowed == Answer.YES && denied == Answer.NO ? Ruling.ALLOWED : Ruling.UNKNOWN;
    }

    /** One denial, in whichever policy, is enough. */
    private Answer isDenied() {
        var denied = Answer.NO;
        if (!request.isRootMendingBucketPolicy()) {
            denied = PolicyDocument.orNone(oneCase.path("resourcePolicy")).deniesItsCaller(request, isBounded());
        }
        if (request.caller().hasIdentityPolicies()) {
            denied = denied.or(PolicyDocument.ofAll(oneCase.path("identityPolicies"))
                            .denies(request))
                    .or(PolicyDocument.orNone(oneCase.path("boundary")).denies(request));
        }
        if (request.caller().isSession()) {
            denied = denied.or(
                    PolicyDocument.orNone(oneCase.path("sessionPolicy")).denies(request));
        }
        return denied.or(scpsBind().and(anyLevelDenies("scps"))).or(rcpsBind().and(anyLevelDenies("rcps")));
    }

    private boolean isBounded() {
        return oneCase.path("boundary").isObject();
    }

    private Answer isAllowed() {
        if (request.isRootAssumingRole()) {
            return Answer.NO;
        }
        var organisationAllows = rcpsBind()
                .not()
                .or(everyLevelAllows("rcps"))
                .and(scpsBind().not().or(everyLevelAllows("scps")));
        if (organisationAllows == Answer.NO) {
            return Answer.NO;
        }
        var resource = PolicyDocument.orNone(oneCase.path("resourcePolicy")).allowsItsCaller(request);
        return organisationAllows.and(isGranted(resource));
    }

    private Answer isGranted(Naming resource) {
        if (!request.caller().hasAccount()) {
            return resource.any();
        }
        if (!request.isInCallersAccount()) {
            return resource.any().and(identityAllows()).and(isWithinLimits());
        }
        var viaIdentity = request.needsResourcePolicy() ? resource.account().and(identityAllows()) : identityAllows();
        return resource.direct().or(resource.role().or(viaIdentity).and(isWithinLimits()));
    }

    /** To the root user nothing has to be allowed. */
    private Answer identityAllows() {
        return request.caller().hasIdentityPolicies()
                ? PolicyDocument.ofAll(oneCase.path("identityPolicies")).allows(request)
                : Answer.YES;
    }

    /**
     * The boundary and the session's policy: they allow nothing by themselves, and take away what they do not allow. A
     * federated user to whom no policy was given has nothing to take away from; a session of a role has what the role
     * has.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions
     *     boundaries</a>
     * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html">GetFederationToken</a>
     */
    private Answer isWithinLimits() {
        var within = Answer.YES;
        if (request.caller().hasIdentityPolicies() && isBounded()) {
            within = PolicyDocument.of(oneCase.path("boundary")).allows(request);
        }
        var session = oneCase.path("sessionPolicy");
        if (request.caller().isSession() && session.isObject()) {
            return within.and(PolicyDocument.of(session).allows(request));
        }
        return request.caller().kind() == Caller.Kind.FEDERATED_USER ? Answer.NO : within;
    }

    /**
     * Service control policies bind everybody in the caller's account, the root user too, but no service-linked role,
     * and nobody who is in no account.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">Service
     *     control policies</a>
     */
    private Answer scpsBind() {
        return request.caller().hasAccount()
                ? request.caller().isServiceLinked().not()
                : Answer.NO;
    }

    /**
     * Resource control policies bind whoever asks for a resource of the account, but no service-linked role, and no
     * service that takes on one.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource
     *     control policies</a>
     */
    private Answer rcpsBind() {
        boolean bound = RcpServices.bind(request) && !request.isServiceTakingLinkedRole();
        return Answer.of(bound).and(request.caller().isServiceLinked().not());
    }

    private Answer anyLevelDenies(String layer) {
        var denied = Answer.NO;
        for (var level : oneCase.path(layer)) {
            denied = denied.or(PolicyDocument.ofAll(level).denies(request));
        }
        return denied;
    }

    /**
     * From the root to the account every level has to allow; one where no policy does takes everything away.
     *
     * @see <a href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html">SCP
     *     evaluation</a>
     */
    private Answer everyLevelAllows(String layer) {
        var allowed = Answer.YES;
        for (var level : oneCase.path(layer)) {
            allowed = allowed.and(PolicyDocument.ofAll(level).allows(request));
        }
        return allowed;
    }
}
