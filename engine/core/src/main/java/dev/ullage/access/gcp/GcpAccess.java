package dev.ullage.access.gcp;

import dev.ullage.access.CanonicalId;
import dev.ullage.access.Entitlement;
import dev.ullage.access.EntitlementBuilder;
import dev.ullage.access.FactIndex;
import dev.ullage.access.Ground;
import dev.ullage.access.NameSet;
import dev.ullage.access.TooComplexException;
import dev.ullage.access.gcp.GcpPermission.On;
import dev.ullage.analysis.Explanation;
import dev.ullage.analysis.Step;
import dev.ullage.model.AclScope;
import dev.ullage.model.Answer;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import dev.ullage.model.RoleBinding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Cloud Storage and IAM would allow: allow policies from the organisation down to managed folders, roles, groups,
 * and ACLs, less deny policies and public access prevention. A conditional binding gives what is possible and not sure.
 *
 * @see <a href="https://cloud.google.com/iam/docs/policy-types">How policies are evaluated</a>
 */
public final class GcpAccess {

    /**
     * Something that gives a role to a member.
     *
     * @param permissions of the role; all of them are possible when the role is not known
     * @param names objects that it is about
     * @param on what it is attached to
     */
    private record Allow(
            String member,
            Set<String> permissions,
            NameSet names,
            Level level,
            String on,
            Step step,
            List<String> missing) {

        boolean gives(GcpPermission permission) {
            return permissions.contains(permission.nativeName())
                    && (permission.on().isObjects()
                            || level == Level.WHOLE
                            || level == Level.FOLDER && permission == GcpPermission.LIST);
        }

        /** Why what it gives is not sure; a folder's viewers may list the folder and not the bucket. */
        List<String> missing(GcpPermission permission) {
            var onlyBelow = "listing is permitted below %s and not in the rest of the bucket".formatted(on);
            return level == Level.FOLDER && !permission.on().isObjects()
                    ? Stream.concat(missing.stream(), Stream.of(onlyBelow)).toList()
                    : missing;
        }
    }

    private enum Level {
        /** The bucket or something above it. */
        WHOLE,
        FOLDER,
        OBJECT
    }

    private static final Set<String> EVERY_PERMISSION = Set.copyOf(
            Arrays.stream(GcpPermission.values()).map(GcpPermission::nativeName).toList());

    private final FactIndex facts;
    private final GcpRoles roles;
    private final GcpMembers members;
    private final GcpDenials denials;
    private final GcpAcls acls;
    private final Map<String, List<RoleBinding>> bindingsAt = new HashMap<>();
    private final Map<String, List<RoleBinding>> folderBindings = new HashMap<>();

    /** Prepares to answer for a snapshot. */
    public GcpAccess(FactIndex facts) {
        this.facts = facts;
        this.roles = new GcpRoles(facts);
        this.members = new GcpMembers(facts);
        this.denials = new GcpDenials(facts);
        this.acls = new GcpAcls(facts);
        for (var binding : facts.all(RoleBinding.class)) {
            var at = binding.resource();
            if (at.startsWith("gs://") && at.indexOf('/', "gs://".length()) > 0) {
                folderBindings
                        .computeIfAbsent(
                                at.substring(0, at.indexOf('/', "gs://".length())), bucket -> new ArrayList<>())
                        .add(binding);
            } else {
                var id = facts.container(at).map(Container::id).orElse(CanonicalId.of(at));
                bindingsAt.computeIfAbsent(id, key -> new ArrayList<>()).add(binding);
            }
        }
    }

    /** The native permissions that stand for a class, sorted. */
    public static List<String> permissions(PermissionClass permissionClass) {
        return Arrays.stream(GcpPermission.values())
                .filter(permission -> permission.permissionClass() == permissionClass)
                .map(GcpPermission::nativeName)
                .distinct()
                .sorted()
                .toList();
    }

    /** Every entitlement, buckets first, in no particular order within a resource. */
    public List<Entitlement> entitlements() {
        var found = new ArrayList<Entitlement>();
        for (var bucket : facts.buckets()) {
            if (bucket.provider() == Provider.GCP) {
                onBucket(bucket, found);
            }
        }
        for (var principal : facts.principals()) {
            if (principal.kind() == PrincipalKind.SERVICE_ACCOUNT && principal.enabled() != Answer.NO) {
                onResource(principal.id(), On.SERVICE_ACCOUNT, found);
            }
        }
        for (var container : facts.containers()) {
            if (container.kind() == ContainerKind.PROJECT) {
                onResource(container.id(), On.PROJECT, found);
            }
        }
        return found;
    }

    private void onBucket(Bucket bucket, List<Entitlement> found) {
        var upwards = facts.upwards(facts.containerOf(bucket.id()));
        var allows = inherited(bucket.id(), upwards);
        for (var binding : folderBindings.getOrDefault(bucket.id(), List.of())) {
            var folder = binding.resource().substring(bucket.id().length() + 1);
            allows.add(allow(binding, NameSet.prefix(folder), Level.FOLDER));
        }
        var aclsInForce = acls.inForce(bucket.id());
        if (aclsInForce != Answer.NO) {
            allows.addAll(fromAcls(bucket.id(), aclsInForce));
        }
        var byPermission = new TreeMap<GcpPermission, Map<String, EntitlementBuilder>>();
        for (var permission : GcpPermission.values()) {
            var on = permission.on();
            if (on == On.BUCKET || on == On.OBJECTS || on == On.OBJECT_ACLS && aclsInForce != Answer.NO) {
                byPermission.put(permission, gather(permission, bucket.id(), allows));
            }
        }
        byPermission.put(
                GcpPermission.OVERWRITE,
                both(
                        byPermission.getOrDefault(GcpPermission.CREATE, Map.of()),
                        byPermission.getOrDefault(GcpPermission.DELETE, Map.of())));
        byPermission.forEach((permission, byPrincipal) -> byPrincipal.forEach((principal, builder) -> {
            var denied = denials.denied(principal, permission.nativeName(), upwards, builder.missing());
            if (permission == GcpPermission.OVERWRITE) {
                denied = denied.or(
                        denials.denied(principal, GcpPermission.CREATE.nativeName(), upwards, builder.missing()));
            }
            add(
                    builder.build(
                            Provider.GCP,
                            principal,
                            permission.permissionClass(),
                            permission.nativeName(),
                            bucket.id(),
                            denied),
                    found);
        }));
    }

    private void onResource(String resource, On on, List<Entitlement> found) {
        var upwards = facts.upwards(facts.containerOf(resource));
        var allows = inherited(resource, upwards);
        for (var permission : GcpPermission.values()) {
            if (permission.on() == on) {
                gather(permission, resource, allows).forEach((principal, builder) -> {
                    if (!principal.equals(resource)) {
                        var denied = denials.denied(principal, permission.nativeName(), upwards, builder.missing());
                        add(
                                builder.build(
                                        Provider.GCP,
                                        principal,
                                        permission.permissionClass(),
                                        permission.nativeName(),
                                        resource,
                                        denied),
                                found);
                    }
                });
            }
        }
    }

    private static void add(Entitlement entitlement, List<Entitlement> found) {
        if (!entitlement.reach().isEmpty()) {
            found.add(entitlement);
        }
    }

    private List<Allow> inherited(String resource, List<String> upwards) {
        var places = new ArrayList<String>();
        places.add(CanonicalId.of(resource));
        places.addAll(upwards);
        var allows = new ArrayList<Allow>();
        for (var place : places.stream().distinct().toList()) {
            for (var binding : bindingsAt.getOrDefault(place, List.of())) {
                allows.add(allow(binding, NameSet.all(), Level.WHOLE));
            }
        }
        return allows;
    }

    private Allow allow(RoleBinding binding, NameSet names, Level level) {
        var missing = new ArrayList<String>();
        var condition = binding.condition();
        if (condition != null) {
            missing.add(GcpMembers.conditionIsOpen(binding));
        }
        var permissions = roles.permissions(binding.role());
        if (permissions.isEmpty()) {
            missing.add("what %s permits is not known: it is neither in the role catalogue nor in the input"
                    .formatted(binding.role()));
        }
        var says = "%s has %s on %s".formatted(binding.member(), binding.role(), binding.resource())
                + (condition == null ? "" : " if `" + condition.expression() + "`");
        return new Allow(
                binding.member(),
                permissions.orElse(EVERY_PERMISSION),
                names,
                level,
                binding.resource(),
                new Step(says, binding.source()),
                missing);
    }

    private List<Allow> fromAcls(String bucket, Answer inForce) {
        var missing = inForce == Answer.YES
                ? List.<String>of()
                : List.of(
                        "whether ACLs decide anything in %s is not known: its uniform bucket-level access was not read"
                                .formatted(bucket));
        var allows = new ArrayList<Allow>();
        for (var entry : acls.of(bucket)) {
            var object = entry.object();
            var on = object == null ? bucket : bucket + "/" + object;
            allows.add(new Allow(
                    GcpAcls.member(entry.grantee(), facts),
                    roles.permissions(GcpAcls.role(entry)).orElseThrow(),
                    object == null ? NameSet.all() : NameSet.of(object),
                    entry.scope() == AclScope.OBJECT ? Level.OBJECT : Level.WHOLE,
                    on,
                    new Step(
                            "the ACL of %s gives %s %s".formatted(on, entry.grantee(), entry.permission()),
                            entry.source()),
                    missing));
        }
        return allows;
    }

    private Map<String, EntitlementBuilder> gather(GcpPermission permission, String resource, List<Allow> allows) {
        var builders = new TreeMap<String, EntitlementBuilder>();
        for (var allow : allows) {
            if (!allow.gives(permission)) {
                continue;
            }
            var names = permission.on().isObjects() ? allow.names() : NameSet.itself();
            for (var resolved : members.resolve(allow.member())) {
                var whyNotSure = new ArrayList<>(allow.missing(permission));
                whyNotSure.addAll(resolved.missing());
                if (GcpAcls.isPublic(resolved.principal()) && resource.startsWith("gs://")) {
                    var prevented = acls.publicPrevented(resource);
                    if (prevented == Answer.YES) {
                        continue;
                    }
                    if (prevented == Answer.UNKNOWN) {
                        whyNotSure.add(
                                "whether public access prevention is enforced on %s is not known".formatted(resource));
                    }
                }
                var steps = new ArrayList<>(resolved.path());
                steps.add(allow.step());
                builders.computeIfAbsent(resolved.principal(), principal -> new EntitlementBuilder())
                        .add(new Ground(names, new Explanation(steps)), whyNotSure);
            }
        }
        return builders;
    }

    /** Replacing an object takes the permission to create it and the permission to delete it. */
    private static Map<String, EntitlementBuilder> both(
            Map<String, EntitlementBuilder> create, Map<String, EntitlementBuilder> delete) {
        var builders = new TreeMap<String, EntitlementBuilder>();
        create.forEach((principal, creating) -> {
            var deleting = delete.get(principal);
            if (deleting != null) {
                both(creating, deleting).ifPresent(builder -> builders.put(principal, builder));
            }
        });
        return builders;
    }

    private static Optional<EntitlementBuilder> both(EntitlementBuilder creating, EntitlementBuilder deleting) {
        var why = new ArrayList<>(creating.missing());
        why.addAll(deleting.missing());
        var builder = new EntitlementBuilder();
        try {
            var reach = creating.reach().and(deleting.reach());
            var unsure = reach.unsure();
            for (var delete : deleting.grounds()) {
                for (var ground : withCreation(delete, creating.grounds())) {
                    add(ground, reach.sure(), List.of(), builder);
                    add(ground, unsure, why, builder);
                }
            }
        } catch (TooComplexException tooComplex) {
            why.add("too complex to decide exactly: " + tooComplex.getMessage());
            deleting.grounds().forEach(ground -> builder.add(ground, why));
        }
        return builder.grounds().isEmpty() ? Optional.empty() : Optional.of(builder);
    }

    private static void add(Ground ground, NameSet names, List<String> why, EntitlementBuilder builder) {
        var part = ground.names().and(names);
        if (!part.isEmpty()) {
            builder.add(new Ground(part, ground.explanation()), why);
        }
    }

    /** The ground itself where it gives both; else what gives the other, until all names have one. */
    private static List<Ground> withCreation(Ground delete, List<Ground> creating) {
        if (creating.stream().anyMatch(create -> create.explanation().equals(delete.explanation()))) {
            return List.of(delete);
        }
        var grounds = new ArrayList<Ground>();
        var left = delete.names();
        for (var create : creating) {
            var names = left.and(create.names());
            if (!names.isEmpty()) {
                var steps = new ArrayList<>(create.explanation().steps());
                steps.addAll(delete.explanation().steps());
                grounds.add(new Ground(names, new Explanation(steps)));
                left = left.minus(names);
            }
        }
        return grounds;
    }
}
