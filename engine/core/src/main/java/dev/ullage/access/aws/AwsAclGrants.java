package dev.ullage.access.aws;

import dev.ullage.access.Entitlement;
import dev.ullage.access.EntitlementBuilder;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What access-control lists give to others than the bucket's owner, where they are in force. An account that is named has
 * it, and so have those of its users and roles whose own policies allow it.
 */
final class AwsAclGrants {

    /** Of objects that exist, a grantee of WRITE replaces and deletes its own. */
    private static final Set<AwsPermission> OF_OWN_OBJECTS = Set.of(AwsPermission.OVERWRITE, AwsPermission.DELETE);

    private final FactIndex facts;
    private final AwsAcls acls;

    AwsAclGrants(FactIndex facts, AwsAcls acls) {
        this.facts = facts;
        this.acls = acls;
    }

    /** Entitlements at a bucket; {@code actorsOf} are the users and roles of an account. */
    List<Entitlement> at(AwsTarget bucket, AwsOutsiders outsiders, Function<String, List<AwsActor>> actorsOf) {
        var found = new ArrayList<Entitlement>();
        given(bucket)
                .forEach((principal, byPermission) -> byPermission.forEach((permission, builder) -> {
                    // Asked for first, since it may add to what is missing.
                    var reach = builder.reach();
                    outsiders
                            .ofGrantee(principal, permission, bucket, reach, builder.grounds(), builder.missing())
                            .ifPresent(found::add);
                    if (Arns.isAccount(principal)) {
                        for (var actor : actorsOf.apply(Arns.account(principal).orElse(""))) {
                            outsiders
                                    .ofAccountsPrincipal(
                                            actor, permission, bucket, reach, builder.grounds(), builder.missing())
                                    .ifPresent(found::add);
                        }
                    }
                }));
        return found;
    }

    /** What the lists say, whatever policies say; by principal as entitlements name it. */
    Map<String, Map<AwsPermission, EntitlementBuilder>> given(AwsTarget bucket) {
        var builders = new TreeMap<String, Map<AwsPermission, EntitlementBuilder>>();
        var inForce = acls.inForce(bucket.id());
        if (inForce == Answer.NO) {
            return builders;
        }
        for (var entry : acls.of(bucket.id())) {
            if (isOwners(entry, bucket) || !reachesSomebody(entry)) {
                continue;
            }
            var ignored = AwsAcls.isPublic(entry.grantee()) ? acls.publicAclsIgnored(bucket.id()) : Answer.NO;
            if (ignored == Answer.YES) {
                continue;
            }
            for (var permission : AwsAcls.gives(entry)) {
                builders.computeIfAbsent(principal(entry), key -> new EnumMap<>(AwsPermission.class))
                        .computeIfAbsent(permission, key -> new EntitlementBuilder())
                        .add(ground(entry, permission), missing(entry, permission, inForce, ignored));
            }
        }
        return builders;
    }

    private static List<String> missing(AclEntry entry, AwsPermission permission, Answer inForce, Answer ignored) {
        var missing = new ArrayList<String>();
        if (inForce == Answer.UNKNOWN) {
            missing.add("whether ACLs decide anything in %s is not known: its Object Ownership was not read"
                    .formatted(entry.bucket()));
        }
        if (ignored == Answer.UNKNOWN) {
            missing.add("whether Block Public Access ignores public ACLs of %s is not known".formatted(entry.bucket()));
        }
        if (OF_OWN_OBJECTS.contains(permission)) {
            missing.add(
                    "the bucket's ACL lets %s replace and delete its own objects in %s; which these are is not known"
                            .formatted(entry.grantee(), entry.bucket()));
        }
        return missing;
    }

    /** True when the grantee owns the bucket; an object may have another owner, who is somebody else. */
    private boolean isOwners(AclEntry entry, AwsTarget bucket) {
        var account = account(entry.grantee());
        if (account.isPresent()) {
            return account.get().equals(bucket.account());
        }
        var owner = acls.of(bucket.id()).stream()
                .filter(other -> other.scope() == AclScope.BUCKET)
                .flatMap(other -> Optional.ofNullable(other.owner()).stream())
                .findFirst()
                .orElse(entry.owner());
        return entry.grantee().equals(owner);
    }

    /** The account that is known by a canonical user id. */
    private Optional<String> account(String grantee) {
        return facts.container(grantee).map(Container::id);
    }

    private String principal(AclEntry entry) {
        return entry.grantee().equals(AwsAcls.ALL_USERS)
                ? AwsPrincipals.EVERYBODY
                : account(entry.grantee()).map(Arns::root).orElse(entry.grantee());
    }

    /** The group that delivers logs is a service of the provider's. */
    private static boolean reachesSomebody(AclEntry entry) {
        return !entry.grantee().startsWith("http") || AwsAcls.isPublic(entry.grantee());
    }

    private static Ground ground(AclEntry entry, AwsPermission permission) {
        var object = entry.object();
        var names = !permission.on().isObjects()
                ? NameSet.itself()
                : entry.scope() == AclScope.OBJECT && object != null ? NameSet.of(object) : NameSet.all();
        var on = object == null ? entry.bucket() : entry.bucket() + "/" + object;
        var step = new Step(
                "the ACL of %s gives %s %s".formatted(on, entry.grantee(), entry.permission()), entry.source());
        return new Ground(names, new Explanation(List.of(step)));
    }
}
