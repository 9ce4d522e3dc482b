package dev.ullage.access.gcp;

import dev.ullage.access.CanonicalId;
import dev.ullage.access.Decision;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Logic;
import dev.ullage.access.Ruling;
import dev.ullage.analysis.Step;
import dev.ullage.cel.iam.Attributes;
import dev.ullage.cel.iam.Claim;
import dev.ullage.cel.iam.IamConditions;
import dev.ullage.model.Answer;
import dev.ullage.model.Principal;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides single requests on Google Cloud and says why, and why not. */
public final class GcpDecisions {

    private static final Pattern PROJECT = Pattern.compile("(?:^|/)(projects/[^/_][^/]*)/");

    private final FactIndex facts;
    private final GcpPolicies policies;

    /** Decides by the facts of a snapshot. */
    public GcpDecisions(FactIndex facts) {
        this(facts, new IamConditions(), Map.of());
    }

    /**
     * Decides by facts, with conditions that were perhaps read before.
     *
     * @param roles what some roles permit, whatever the role catalogue says of them
     */
    public GcpDecisions(FactIndex facts, IamConditions conditions, Map<String, Set<String>> roles) {
        this.facts = facts;
        this.policies = new GcpPolicies(facts, conditions, roles);
    }

    /**
     * How Google Cloud would answer.
     *
     * @param principal member string; {@code allUsers} for somebody who does not say who it is
     * @param permission as allow policies write it, such as {@code storage.objects.get}
     * @param resource full resource name, or an id as in {@link dev.ullage.model.RoleBinding#resource}
     * @param attributes what conditions may know beside what follows from resource and permission
     */
    public Decision decide(String principal, String permission, String resource, Attributes attributes) {
        var upwards = upwards(GcpResource.of(resource));
        return decide(principal, permission, resource, upwards, !upwards.isEmpty(), attributes);
    }

    /** The same where it is known what the resource lies in: {@code upwards} is its container and those above. */
    public Decision decide(
            String principal, String permission, String resource, List<String> upwards, Attributes attributes) {
        return decide(principal, permission, resource, upwards, true, attributes);
    }

    private Decision decide(
            String principal,
            String permission,
            String resource,
            List<String> upwards,
            boolean isPlaced,
            Attributes attributes) {
        var who = CanonicalId.of(principal);
        var disabled = facts.principal(who).filter(known -> known.enabled() == Answer.NO);
        if (disabled.isPresent()) {
            return refused(disabled.get());
        }
        var about = GcpResource.of(resource);
        var scope = Scope.request(GcpAttributes.of(about, permission, attributes));
        var asked = new Asked(who, permission, about, upwards, scope);
        if (!isPlaced) {
            asked.doubts.missing("what %s lies in is not known".formatted(about));
        }
        return asked.decide();
    }

    private static boolean isDecided(Answer answer) {
        return answer != Answer.UNKNOWN;
    }

    private static Decision refused(Principal principal) {
        return new Decision(
                Ruling.IMPLICIT_DENY,
                List.of(new Step(principal.id() + " is disabled", principal.source())),
                List.of(),
                List.of());
    }

    private List<String> upwards(GcpResource resource) {
        return switch (resource.kind()) {
            case BUCKET, OBJECT, MANAGED_FOLDER -> facts.upwards(facts.containerOf(resource.id()));
            case CONTAINER -> facts.upwards(resource.id());
            case SERVICE_ACCOUNT -> inProject(policies.matching().sets().projectOf(resource.id()));
            case OTHER -> {
                var project = PROJECT.matcher(resource.id());
                yield inProject(project.find() ? Optional.of(project.group(1)) : Optional.empty());
            }
        };
    }

    private List<String> inProject(Optional<String> project) {
        return project.map(facts::upwards).orElse(List.of());
    }

    /** One request while it is decided. */
    private final class Asked {

        private final String principal;
        private final String permission;
        private final GcpResource resource;
        private final List<String> upwards;
        private final Scope<Answer> scope;
        private final List<Step> allowing = new ArrayList<>();
        private final List<Step> nearly = new ArrayList<>();
        private final Reasons doubts = new Reasons();

        Asked(String principal, String permission, GcpResource resource, List<String> upwards, Scope<Answer> scope) {
            this.principal = principal;
            this.permission = permission;
            this.resource = resource;
            this.upwards = upwards;
            this.scope = scope;
        }

        Decision decide() {
            var denial = new Reasons();
            var denied = policies.denied(principal, permission, upwards, scope, GcpDecisions::isDecided, denial);
            if (denied == Answer.YES) {
                return decision(Ruling.EXPLICIT_DENY, denial.steps());
            }
            var boundary = new Reasons();
            var blocked = policies.blocked(principal, permission, upwards, boundary);
            if (blocked == Answer.YES) {
                return decision(Ruling.IMPLICIT_DENY, boundary.steps());
            }
            var allowed = allowed();
            return switch (GcpPolicies.left(Logic.kleene(), blocked, denied, allowed)) {
                case YES -> decision(Ruling.ALLOWED, allowing);
                case NO -> decision(Ruling.IMPLICIT_DENY, nearly);
                case UNKNOWN -> {
                    var all = allowed == Answer.UNKNOWN ? doubts : new Reasons();
                    all.add(denial);
                    all.add(boundary);
                    yield new Decision(Ruling.UNKNOWN, List.of(), all.missing(), all.residual());
                }
            };
        }

        private static Decision decision(Ruling ruling, List<Step> deciding) {
            return new Decision(ruling, deciding, List.of(), List.of());
        }

        private Answer allowed() {
            var allowed = Answer.NO;
            for (var grant : policies.grants(resource, upwards)) {
                if (grant.isAbout(resource) && policies.mayGive(grant, permission)) {
                    allowed = allowed.or(by(grant));
                }
            }
            return allowed == Answer.NO ? unread() : allowed;
        }

        private Answer by(Grant grant) {
            var match = policies.matching().match(grant.member(), principal);
            if (match.answer() == Answer.NO) {
                return Answer.NO;
            }
            var reasons = new Reasons();
            reasons.missing(match.missing());
            var member = GcpIdentity.of(grant.member());
            var letsIn = policies.letsIn(member, GcpIdentity.of(principal), resource, reasons);
            var given = policies.given(grant, permission, scope, GcpDecisions::isDecided, reasons);
            var answer = match.answer().and(letsIn).and(given);
            switch (answer) {
                case YES -> {
                    allowing.addAll(match.path());
                    allowing.add(grant.step());
                }
                case NO -> nearly.add(letsIn == Answer.NO ? notLetIn(grant, member) : notMet(grant));
                case UNKNOWN -> doubts.add(reasons);
            }
            return answer;
        }

        private Step notLetIn(Grant grant, GcpIdentity member) {
            var why = member.isPublic()
                    ? "public access prevention is enforced on %s"
                    : "identities of a pool need uniform access, which %s has not";
            return new Step(
                    "%s, but %s".formatted(grant.step().says(), why.formatted(resource.id())),
                    grant.step().source());
        }

        private Step notMet(Grant grant) {
            var weighed = policies.condition(grant, scope);
            var claim = weighed == null ? null : weighed.claim();
            var why = claim instanceof Claim.Failed failed
                    ? "which cannot be evaluated: " + failed.why()
                    : "which is false";
            return new Step(
                    "%s, %s".formatted(grant.step().says(), why), grant.step().source());
        }

        /** Where nothing allows, a policy or an ACL that was not read may. */
        private Answer unread() {
            var at = resource.kind() == GcpResource.Kind.OTHER ? nearest() : resource.id();
            facts.inheritedGap(Topic.IAM_POLICIES, at).ifPresent(doubts::missing);
            if (resource.isStorage() && policies.acls().inForce(resource.id()) != Answer.NO) {
                facts.gap(Topic.BUCKET_ACLS, resource.id()).ifPresent(doubts::missing);
                if (resource.kind() == GcpResource.Kind.OBJECT) {
                    facts.gap(Topic.OBJECT_ACLS, resource.id()).ifPresent(doubts::missing);
                }
            }
            if (!doubts.missing().isEmpty()) {
                return Answer.UNKNOWN;
            }
            if (nearly.isEmpty()) {
                nearly.add(new Step(
                        "no binding gives %s %s on %s or above it".formatted(principal, permission, resource), null));
            }
            return Answer.NO;
        }

        private String nearest() {
            return upwards.isEmpty() ? "*" : upwards.get(0);
        }
    }
}
