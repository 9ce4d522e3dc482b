package dev.ullage.access.aws;

import dev.ullage.access.Decision;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ruling;
import dev.ullage.access.aws.policy.CompiledPolicy;
import dev.ullage.access.aws.policy.ResourceArn;
import dev.ullage.analysis.Step;
import dev.ullage.model.AccessPoint;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Access points of the buckets of an estate. A request through one has to be allowed twice: at the access point, by its
 * policy or the caller's, and at the bucket behind it, whose policy mostly leaves the choice to the access points of an
 * account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Policies of access
 *     points</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html">Public access of
 *     access points</a>
 */
final class AwsAccessPoints {

    /**
     * One access point.
     *
     * @param front what is asked of it
     * @param behind what is asked of its bucket when it is used
     * @param isNotPublic true for one whose policy was not read, and which S3 does not call public
     */
    record Passage(AccessPoint point, AwsTarget front, AwsTarget behind, boolean isNotPublic) {

        Step step() {
            return new Step("access point %s leads to %s".formatted(point.id(), point.bucket()), point.source());
        }

        /**
         * Of requests from elsewhere than its network an access point lets none pass.
         *
         * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html">Access points
         *     restricted to a VPC</a>
         */
        Optional<String> network() {
            return point.networkOrigin().equals("Internet")
                    ? Optional.empty()
                    : Optional.of(point.vpc() == null ? "its VPC" : "`" + point.vpc() + "`");
        }

        /** What it takes to know that a request comes from there. */
        Optional<String> missing() {
            return network()
                    .map(from -> "access point %s lets pass only what comes from %s; what does is not known"
                            .formatted(point.id(), from));
        }

        /** What comes of a request of which both sides have decided. */
        Decision both(Decision front, Decision behind) {
            for (var side : List.of(front, behind)) {
                if (side.ruling() == Ruling.EXPLICIT_DENY || side.ruling() == Ruling.IMPLICIT_DENY) {
                    return side;
                }
            }
            var deciding = new ArrayList<>(front.deciding());
            deciding.add(step());
            deciding.addAll(behind.deciding());
            var missing = new ArrayList<>(front.missing());
            missing.addAll(behind.missing());
            missing().ifPresent(missing::add);
            var residual = new ArrayList<>(front.residual());
            residual.addAll(behind.residual());
            network()
                    .ifPresent(from -> residual.add("if aws:SourceVpc = " + (point.vpc() == null ? "?" : point.vpc())));
            boolean isSure = front.ruling() == Ruling.ALLOWED
                    && behind.ruling() == Ruling.ALLOWED
                    && network().isEmpty();
            return isSure
                    ? new Decision(Ruling.ALLOWED, deciding, List.of(), List.of())
                    : new Decision(Ruling.UNKNOWN, deciding, missing, residual);
        }
    }

    private final FactIndex facts;
    private final AwsPolicies policies;
    private final AwsAcls acls;
    private final Map<String, List<AccessPoint>> byBucket = new HashMap<>();

    AwsAccessPoints(FactIndex facts, AwsPolicies policies, AwsAcls acls) {
        this.facts = facts;
        this.policies = policies;
        this.acls = acls;
        var known = new HashSet<String>();
        for (var point : facts.all(AccessPoint.class)) {
            if (known.add(point.id())) {
                byBucket.computeIfAbsent(point.bucket(), bucket -> new ArrayList<>())
                        .add(point);
            }
        }
    }

    /** True when there is none in the estate. */
    boolean isEmpty() {
        return byBucket.isEmpty();
    }

    /** The access points of a bucket. */
    List<Passage> of(AwsTarget bucket) {
        return byBucket.getOrDefault(bucket.id(), List.of()).stream()
                .map(point -> passage(point, bucket))
                .toList();
    }

    private Passage passage(AccessPoint point, AwsTarget bucket) {
        var arn = Arns.inOnePartition(point.id());
        var policy = policy(point);
        var restricted = acls.publicPolicyRestricted(bucket.id(), point.id());
        var front = new AwsTarget(
                point.id(),
                ResourceArn.of(arn),
                ResourceArn.of(arn + "/object/"),
                point.account(),
                policy,
                isPublic(point, policy).and(restricted),
                List.of(),
                point);
        return new Passage(
                point,
                front,
                bucket.behind(point, AwsPublicPolicies.isPublic(bucket.policy()).and(restricted)),
                !AwsOutsiders.isReadInFull(policy) && isPublic(point, policy) == Answer.NO);
    }

    /** One that was not read may let anybody pass. */
    private List<AwsPolicies.Applied> policy(AccessPoint point) {
        var applied = new ArrayList<>(policies.of(point.id(), AttachmentKind.RESOURCE));
        facts.gap(Topic.ACCESS_POINT_POLICIES, point.id())
                .ifPresent(reason -> applied.add(new AwsPolicies.Applied(
                        point.id(), CompiledPolicy.unread(point.id() + "#policy", reason), List.of())));
        return applied;
    }

    /** S3 says so itself, where it was asked. */
    private Answer isPublic(AccessPoint point, List<AwsPolicies.Applied> policy) {
        var says = acls.is(point.id(), SettingName.POLICY_IS_PUBLIC);
        return says == Answer.UNKNOWN ? AwsPublicPolicies.isPublic(policy) : says;
    }
}
