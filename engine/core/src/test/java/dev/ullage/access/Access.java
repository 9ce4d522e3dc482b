package dev.ullage.access;

import dev.ullage.access.aws.AwsAccess;
import dev.ullage.access.gcp.GcpAccess;
import dev.ullage.analysis.Step;
import dev.ullage.model.Answer;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks what a snapshot's entitlements say: who may do what, where, and why. */
public record Access(List<Entitlement> entitlements) {

    /** When the estates of the tests are looked at. */
    public static final Instant AS_OF = Instant.parse("2026-11-15T00:00:00Z");

    /** The entitlements of both clouds. */
    public static Access of(Snapshot snapshot) {
        var facts = new FactIndex(snapshot);
        var all = new ArrayList<>(new GcpAccess(facts, AS_OF).entitlements());
        all.addAll(new AwsAccess(facts).entitlements());
        return new Access(all);
    }

    /** Whether the principal may; {@code place} is a resource, or a bucket and an object name. */
    public Answer may(String principal, PermissionClass permissionClass, String place) {
        return answer(about(principal, permissionClass, place), nameIn(place));
    }

    /** The same for one native permission of a class that has several. */
    public Answer may(String principal, String permission, String place) {
        var about = entitlements.stream()
                .filter(one -> one.principal().equals(principal)
                        && one.permission().equals(permission)
                        && one.resource().equals(resourceOf(place)))
                .toList();
        return answer(about, nameIn(place));
    }

    private static Answer answer(List<Entitlement> about, String name) {
        if (about.stream().anyMatch(one -> one.reach().sure().contains(name))) {
            return Answer.YES;
        }
        return about.stream().anyMatch(one -> one.reach().possible().contains(name)) ? Answer.UNKNOWN : Answer.NO;
    }

    /** The chains that lead there, each as its sentences joined by an arrow, sorted. */
    public List<String> why(String principal, PermissionClass permissionClass, String place) {
        return about(principal, permissionClass, place).stream()
                .flatMap(one -> one.grounds().stream())
                .filter(ground -> ground.names().contains(nameIn(place)))
                .map(ground -> String.join(
                        " → ",
                        ground.explanation().steps().stream().map(Step::says).toList()))
                .distinct()
                .sorted()
                .toList();
    }

    /** What is missing to be sure. */
    public List<String> missing(String principal, PermissionClass permissionClass, String place) {
        return about(principal, permissionClass, place).stream()
                .flatMap(one -> one.missing().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Principals with any entitlement of the class at the place, sorted. */
    public List<String> who(PermissionClass permissionClass, String place) {
        return entitlements.stream()
                .filter(one -> one.permissionClass() == permissionClass
                        && one.resource().equals(resourceOf(place))
                        && one.reach().possible().contains(nameIn(place)))
                .map(Entitlement::principal)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Entitlement> about(String principal, PermissionClass permissionClass, String place) {
        return entitlements.stream()
                .filter(one -> one.principal().equals(principal)
                        && one.permissionClass() == permissionClass
                        && one.resource().equals(resourceOf(place)))
                .toList();
    }

    private static String resourceOf(String place) {
        int slash = isInBucket(place) ? place.indexOf('/', "gs://".length()) : -1;
        return slash < 0 ? place : place.substring(0, slash);
    }

    private static String nameIn(String place) {
        return isInBucket(place) && place.length() > resourceOf(place).length()
                ? place.substring(resourceOf(place).length() + 1)
                : "";
    }

    private static boolean isInBucket(String place) {
        return place.startsWith("gs://") || place.startsWith("s3://");
    }
}
