package dev.ullage.synthesis;

import dev.ullage.estate.Intent;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The least that lets a workload do what its owner declared, and nothing else. A training job writes a checkpoint under a
 * temporary name, reads it back and deletes it, so that writing takes create, get and delete; it finds the newest
 * checkpoint by listing, which both providers check on the bucket and not on its objects.
 *
 * @param grants by bucket, those on objects first
 * @param notes what the providers cannot express as narrowly as it was declared, one sentence each
 */
public record MinimalGrant(Intent intent, List<BucketGrant> grants, List<String> notes) {

    private static final Map<PermissionClass, Set<String>> ON_GCP = Map.of(
            PermissionClass.LIST, Set.of("storage.objects.list"),
            PermissionClass.READ, Set.of("storage.objects.get"),
            PermissionClass.CREATE, Set.of("storage.objects.create"),
            PermissionClass.OVERWRITE, Set.of("storage.objects.create", "storage.objects.delete"),
            PermissionClass.DELETE, Set.of("storage.objects.delete"));

    private static final Map<PermissionClass, Set<String>> ON_AWS = Map.of(
            PermissionClass.LIST, Set.of("s3:ListBucket"),
            PermissionClass.READ, Set.of("s3:GetObject"),
            PermissionClass.CREATE, Set.of("s3:PutObject"),
            PermissionClass.OVERWRITE, Set.of("s3:PutObject"),
            PermissionClass.DELETE, Set.of("s3:DeleteObject"));

    public MinimalGrant {
        grants = List.copyOf(grants);
        notes = List.copyOf(notes);
    }

    /** What an intent takes. */
    public static MinimalGrant of(Intent intent) {
        var byBucket = new TreeMap<String, Map<Names, Set<PermissionClass>>>();
        intent.reads().forEach(place -> add(place, intent.kind().whereItReads(), byBucket));
        intent.writes().forEach(place -> add(place, intent.kind().whereItWrites(provider(place)), byBucket));
        var grants = new ArrayList<BucketGrant>();
        var notes = new TreeSet<String>();
        byBucket.forEach((bucket, places) -> {
            onObjects(bucket, places, grants);
            if (places.values().stream().anyMatch(classes -> classes.contains(PermissionClass.LIST))) {
                grants.add(new BucketGrant(bucket, natives(bucket, Set.of(PermissionClass.LIST)), List.of()));
                if (places.keySet().stream().noneMatch(Names::isEverything)) {
                    notes.add(
                            "listing is permitted on all of %s: no condition on names can narrow it".formatted(bucket));
                }
            }
            if (places.values().stream().anyMatch(classes -> replacesUndeclared(bucket, classes))) {
                notes.add("who may create objects in %s may replace them, too: S3 has one permission for both"
                        .formatted(bucket));
            }
        });
        return new MinimalGrant(intent, grants, List.copyOf(notes));
    }

    private static boolean replacesUndeclared(String bucket, Set<PermissionClass> classes) {
        return provider(bucket) == Provider.AWS
                && classes.contains(PermissionClass.CREATE)
                && !classes.contains(PermissionClass.OVERWRITE);
    }

    private static void add(
            String place, Set<PermissionClass> classes, Map<String, Map<Names, Set<PermissionClass>>> byBucket) {
        if (!classes.isEmpty()) {
            var bucket = bucket(place);
            byBucket.computeIfAbsent(bucket, key -> new TreeMap<>())
                    .computeIfAbsent(Names.of(place, bucket), names -> EnumSet.noneOf(PermissionClass.class))
                    .addAll(classes);
        }
    }

    /** Places that take the same permissions are granted together; what a wider place already has is not repeated. */
    private static void onObjects(String bucket, Map<Names, Set<PermissionClass>> places, List<BucketGrant> grants) {
        var byPermissions = new TreeMap<String, BucketGrant>();
        places.forEach((names, classes) -> {
            var onObjects = EnumSet.copyOf(classes);
            onObjects.remove(PermissionClass.LIST);
            places.forEach((wider, has) -> {
                if (!wider.equals(names) && wider.contains(names)) {
                    onObjects.removeAll(has);
                }
            });
            if (!onObjects.isEmpty()) {
                var permissions = natives(bucket, onObjects);
                byPermissions.merge(
                        permissions.toString(),
                        new BucketGrant(bucket, permissions, List.of(names)),
                        (one, other) -> new BucketGrant(bucket, permissions, together(one.names(), other.names())));
            }
        });
        grants.addAll(byPermissions.values());
    }

    private static List<Names> together(List<Names> some, List<Names> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<String> natives(String bucket, Collection<PermissionClass> classes) {
        var table = provider(bucket) == Provider.GCP ? ON_GCP : ON_AWS;
        return classes.stream()
                .flatMap(one -> table.getOrDefault(one, Set.of()).stream())
                .sorted()
                .distinct()
                .toList();
    }

    private static Provider provider(String place) {
        return place.startsWith("gs://") ? Provider.GCP : Provider.AWS;
    }

    private static String bucket(String place) {
        int slash = place.indexOf('/', "gs://".length());
        return slash < 0 ? place : place.substring(0, slash);
    }
}
