package dev.ullage.ledger;

import dev.ullage.access.CanonicalId;
import dev.ullage.access.FactIndex;
import dev.ullage.access.NameSet;
import dev.ullage.access.aws.Arns;
import dev.ullage.model.Outcome;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Principal;
import dev.ullage.model.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Allowed requests of the window, by principal, bucket and permission class. */
final class UsageIndex {

    /** The classes for which a native permission counts, in lower case; a write does not show whether it replaced. */
    private static final Map<String, Set<PermissionClass>> CLASSES = Map.ofEntries(
            Map.entry("storage.objects.list", Set.of(PermissionClass.LIST)),
            Map.entry("storage.objects.get", Set.of(PermissionClass.READ)),
            Map.entry("storage.objects.create", Set.of(PermissionClass.CREATE)),
            Map.entry("storage.objects.delete", Set.of(PermissionClass.DELETE, PermissionClass.OVERWRITE)),
            Map.entry("storage.objects.getiampolicy", Set.of(PermissionClass.READ_POLICY)),
            Map.entry("storage.objects.setiampolicy", Set.of(PermissionClass.WRITE_POLICY)),
            Map.entry("storage.buckets.getiampolicy", Set.of(PermissionClass.READ_POLICY)),
            Map.entry("storage.buckets.setiampolicy", Set.of(PermissionClass.WRITE_POLICY)),
            Map.entry("storage.buckets.update", Set.of(PermissionClass.CONFIGURE)),
            Map.entry("storage.buckets.delete", Set.of(PermissionClass.CONFIGURE)),
            Map.entry("s3:listbucket", Set.of(PermissionClass.LIST)),
            Map.entry("s3:listbucketversions", Set.of(PermissionClass.LIST)),
            Map.entry("s3:getobject", Set.of(PermissionClass.READ)),
            Map.entry("s3:getobjectversion", Set.of(PermissionClass.READ)),
            Map.entry("s3:putobject", Set.of(PermissionClass.CREATE, PermissionClass.OVERWRITE)),
            Map.entry("s3:deleteobject", Set.of(PermissionClass.DELETE)),
            Map.entry("s3:deleteobjectversion", Set.of(PermissionClass.DELETE)),
            Map.entry("s3:getbucketpolicy", Set.of(PermissionClass.READ_POLICY)),
            Map.entry("s3:getbucketacl", Set.of(PermissionClass.READ_POLICY)),
            Map.entry("s3:getobjectacl", Set.of(PermissionClass.READ_POLICY)),
            Map.entry("s3:getobjectversionacl", Set.of(PermissionClass.READ_POLICY)),
            Map.entry("s3:putbucketpolicy", Set.of(PermissionClass.WRITE_POLICY)),
            Map.entry("s3:deletebucketpolicy", Set.of(PermissionClass.WRITE_POLICY)),
            Map.entry("s3:putbucketacl", Set.of(PermissionClass.WRITE_POLICY)),
            Map.entry("s3:putobjectacl", Set.of(PermissionClass.WRITE_POLICY)),
            Map.entry("s3:putobjectversionacl", Set.of(PermissionClass.WRITE_POLICY)),
            Map.entry("s3:putbucketpublicaccessblock", Set.of(PermissionClass.CONFIGURE)),
            Map.entry("s3:putbucketownershipcontrols", Set.of(PermissionClass.CONFIGURE)),
            Map.entry("s3:putencryptionconfiguration", Set.of(PermissionClass.CONFIGURE)),
            Map.entry("s3:putbucketversioning", Set.of(PermissionClass.CONFIGURE)),
            Map.entry("s3:putlifecycleconfiguration", Set.of(PermissionClass.CONFIGURE)),
            Map.entry("s3:putbucketlogging", Set.of(PermissionClass.CONFIGURE)),
            Map.entry("s3:deletebucket", Set.of(PermissionClass.CONFIGURE)));

    private final Map<Cell, List<Usage>> byCell = new TreeMap<>();
    private final Map<Cell, List<Usage>> refused = new HashMap<>();

    UsageIndex(FactIndex facts, Instant from) {
        var roles = new HashMap<String, String>();
        facts.principals().stream()
                .map(Principal::id)
                .forEach(id -> Arns.accountAndNameOfRole(id).ifPresent(name -> roles.putIfAbsent(name, id)));
        for (var usage : facts.all(Usage.class)) {
            if (!usage.last().isBefore(from)) {
                var principal = principal(usage.principal(), roles);
                for (var permissionClass :
                        CLASSES.getOrDefault(usage.permission().toLowerCase(Locale.ROOT), Set.of())) {
                    var spot = new Cell.Spot(usage.bucket(), permissionClass, isOnObjects(usage, permissionClass));
                    var cell = new Cell(principal, spot);
                    var byOutcome = usage.outcome() == Outcome.ALLOWED ? byCell : refused;
                    byOutcome.computeIfAbsent(cell, key -> new ArrayList<>()).add(usage);
                }
            }
        }
    }

    /** Logs of another account show a role without its path; within an account a role's name is unique. */
    private static String principal(String logged, Map<String, String> roles) {
        return Arns.accountAndNameOfRole(logged)
                .map(name -> roles.getOrDefault(name, logged))
                .orElse(CanonicalId.of(logged));
    }

    /** Listing is about a bucket, although Google calls it a permission on objects. */
    private static boolean isOnObjects(Usage usage, PermissionClass permissionClass) {
        return permissionClass != PermissionClass.LIST
                && usage.permission().toLowerCase(Locale.ROOT).contains("object");
    }

    List<Usage> of(Cell cell) {
        return byCell.getOrDefault(cell, List.of());
    }

    /** True when a request for some of the names and no others was refused in the window, and none allowed after it. */
    boolean wasLastRefused(Cell cell, NameSet names) {
        return refused.getOrDefault(cell, List.of()).stream()
                .filter(refusal -> names.containsAll(cell.below(refusal)))
                .anyMatch(refusal -> of(cell).stream()
                        .noneMatch(use -> use.last().isAfter(refusal.last())
                                && cell.below(use).intersects(cell.below(refusal))));
    }

    /** Everything that was used. */
    Set<Cell> cells() {
        return byCell.keySet();
    }
}
