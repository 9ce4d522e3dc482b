package dev.ullage.access.aws;

import dev.ullage.access.AccessQuestion;
import dev.ullage.access.Entitlement;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.model.AccessGrant;
import dev.ullage.model.AccessGrantsLocation;
import dev.ullage.model.Answer;
import dev.ullage.model.Bucket;
import dev.ullage.model.Provider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What S3 Access Grants give. A grantee who may ask for it gets credentials of the role of the grant's location, cut down to
 * the grant's scope and permission.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-concepts.html">Concepts</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html">Requesting
 *     credentials</a>
 */
final class AwsAccessGrants {

    /**
     * What the credentials may be used for, of what we speak of.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-get-data.html">Supported actions</a>
     */
    private static final Map<String, Set<AwsPermission>> GIVES = Map.of(
            "READ", EnumSet.of(AwsPermission.LIST, AwsPermission.READ, AwsPermission.READ_OBJECT_ACL),
            "WRITE",
                    EnumSet.of(
                            AwsPermission.CREATE,
                            AwsPermission.OVERWRITE,
                            AwsPermission.DELETE,
                            AwsPermission.DELETE_VERSION,
                            AwsPermission.PUT_OBJECT_ACL));

    /** A user or group of a directory, or a user or role. */
    private record Grantee(String principal, AwsGrantees.Said mayAsk) {}

    private final FactIndex facts;
    private final AwsGrantees grantees;
    private final AwsAcls acls;
    private final List<AccessGrant> grants;
    private final Map<String, AccessGrantsLocation> locations = new HashMap<>();

    AwsAccessGrants(FactIndex facts, AwsGrantees grantees, AwsAcls acls) {
        this.facts = facts;
        this.grantees = grantees;
        this.acls = acls;
        this.grants = facts.all(AccessGrant.class);
        for (var location : facts.all(AccessGrantsLocation.class)) {
            locations.putIfAbsent(location.instance() + " " + location.location(), location);
        }
    }

    /** True when there is none in the estate. */
    boolean isEmpty() {
        return grants.isEmpty();
    }

    /** What they give at some buckets. */
    List<Entitlement> at(List<AwsTarget> buckets, AccessQuestion question) {
        var found = new ArrayList<Entitlement>();
        for (var grant : grants) {
            var grantee = grantee(grant);
            if (grantee.isEmpty() || !question.asksOfPrincipal(grantee.get().principal)) {
                continue;
            }
            var scope = new AccessGrantScope(grant.scope());
            for (var bucket : buckets) {
                var names = scope.namesIn(bucket.id());
                if (!names.isEmpty() && isInRegion(grant, bucket)) {
                    at(bucket, names, grant, grantee.get(), question, found);
                }
            }
        }
        return found;
    }

    /** An instance is for the buckets of its region. */
    private boolean isInRegion(AccessGrant grant, AwsTarget bucket) {
        var region = Arns.region(grant.instance());
        var location = facts.bucket(bucket.id()).map(Bucket::location).orElse("");
        return location.isEmpty() || location.equals(region);
    }

    /** Who gets it; empty for one who is known not to exist, or not to be able to ask. */
    private Optional<Grantee> grantee(AccessGrant grant) {
        var id = grant.grantee();
        if (grant.granteeType().startsWith("DIRECTORY_")) {
            boolean isGroup = grant.granteeType().endsWith("GROUP");
            return Optional.of(new Grantee(
                    "arn:aws:identitystore:::%s/%s".formatted(isGroup ? "group" : "user", id),
                    AwsGrantees.Said.perhaps("who `%s` of the directory is, is not in the input".formatted(id))));
        }
        var said = grantees.mayAsk(id, grant.instance());
        return said.answer() == Answer.NO ? Optional.empty() : Optional.of(new Grantee(id, said));
    }

    private void at(
            AwsTarget bucket,
            NameSet names,
            AccessGrant grant,
            Grantee grantee,
            AccessQuestion question,
            List<Entitlement> found) {
        var location = locations.get(grant.instance() + " " + grant.location());
        for (var permission : permissions(grant)) {
            boolean isInForce = !permission.on().isAcl() || acls.inForce(bucket.id()) != Answer.NO;
            if (isInForce && question.asksOfPermission(permission.action())) {
                entitlement(bucket, names, permission, grant, location, grantee).ifPresent(found::add);
            }
        }
    }

    private static Set<AwsPermission> permissions(AccessGrant grant) {
        var permissions = EnumSet.noneOf(AwsPermission.class);
        GIVES.forEach((level, given) -> {
            if (grant.permission().contains(level)) {
                permissions.addAll(given);
            }
        });
        return permissions;
    }

    private Optional<Entitlement> entitlement(
            AwsTarget bucket,
            NameSet names,
            AwsPermission permission,
            AccessGrant grant,
            @Nullable AccessGrantsLocation location,
            Grantee grantee) {
        var missing = new ArrayList<>(grantee.mayAsk.missing());
        var lent = location == null
                ? AwsGrantees.Lent.unknown(
                        permission,
                        "location %s of %s is not in the input".formatted(grant.location(), grant.instance()))
                : grantees.lent(location, grant.granteeType(), permission, bucket);
        missing.addAll(lent.missing());
        var scope = permission.on().isObjects() ? Reach.exactly(names) : listing(names, grant, missing);
        var reach = lent.reach().and(scope);
        if (grantee.mayAsk.answer() == Answer.UNKNOWN) {
            reach = Reach.atMost(reach.possible());
        }
        if (reach.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Entitlement(
                Provider.AWS,
                grantee.principal,
                permission.permissionClass(),
                permission.action(),
                bucket.id(),
                reach,
                grounds(grant, location, lent.grounds(), reach),
                reach.unsure().isEmpty() ? List.of() : missing));
    }

    /** Names are listed within the scope only, and which prefix a request lists is not known. */
    private static Reach listing(NameSet names, AccessGrant grant, List<String> missing) {
        if (names.containsAll(NameSet.all())) {
            return Reach.exactly(NameSet.itself());
        }
        missing.add("%s lets list what is in its scope `%s` only".formatted(grant.id(), grant.scope()));
        return Reach.atMost(NameSet.itself());
    }

    private static List<Ground> grounds(
            AccessGrant grant, @Nullable AccessGrantsLocation location, List<Ground> ofRole, Reach reach) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(
                "access grant %s gives %s %s on %s"
                        .formatted(grant.id(), grant.grantee(), grant.permission(), grant.scope()),
                grant.source()));
        if (location != null) {
            steps.add(new Step(
                    "location %s lends %s".formatted(location.location(), location.role()), location.source()));
        }
        var all = new ArrayList<Ground>();
        for (var ground : ofRole) {
            var names = ground.names().and(reach.possible());
            if (!names.isEmpty()) {
                var chain = new ArrayList<>(steps);
                chain.addAll(ground.explanation().steps());
                all.add(new Ground(names, new Explanation(chain)));
            }
        }
        return all.isEmpty() ? List.of(new Ground(reach.possible(), new Explanation(steps))) : all;
    }
}
