package dev.ullage.access.gcp;

import dev.ullage.cel.iam.Attributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What conditions may know of a request, by its resource and permission.
 *
 * @see <a href="https://cloud.google.com/iam/docs/conditions-resource-attributes">Resource attributes</a>
 */
final class GcpAttributes {

    private static final String LIST_PREFIX = "storage.googleapis.com/objectListPrefix";
    private static final String MODIFIED_GRANTS = "iam.googleapis.com/modifiedGrantsByRole";

    /** Attributes of requests through Identity-Aware Proxy or to Cloud Run, and of bindings of access boundaries. */
    private static final Set<String> ELSEWHERE = Set.of(
            "destination.ip",
            "destination.port",
            "request.auth.access_levels",
            "request.host",
            "request.path",
            "principal.type",
            "principal.subject");

    private static final Set<String> OF_NO_CONTAINER = union(ELSEWHERE, Attributes.NAME);

    private static final Set<String> OF_NO_ACCOUNT =
            union(ELSEWHERE, Attributes.NAME, "resource.type", "resource.service");

    private GcpAttributes() {}

    /** What stands before an object's name in {@code resource.name}. */
    static String lead(String bucketName) {
        return "projects/_/buckets/" + bucketName + "/objects/";
    }

    /** Attributes of a request for one resource; what is given beside is known too, and wins. */
    static Attributes of(GcpResource resource, String permission, Attributes given) {
        var known = new HashMap<String, Object>();
        switch (resource.kind()) {
            case BUCKET -> storage(known, "Bucket", "projects/_/buckets/" + resource.bucketName());
            case OBJECT -> storage(known, "Object", lead(resource.bucketName()) + resource.name());
            case MANAGED_FOLDER ->
                storage(
                        known,
                        "ManagedFolder",
                        "projects/_/buckets/" + resource.bucketName() + "/managedFolders/" + resource.name());
            case CONTAINER -> container(known, resource.id());
            case SERVICE_ACCOUNT -> {}
            case OTHER -> other(known, resource.id());
        }
        if (!permission.startsWith("compute.")) {
            known.put(Attributes.CREATES_FORWARDING_RULE, false);
        }
        known.putAll(given.known());
        return new Attributes(
                known,
                absent(resource.kind(), permission, given.absent()),
                unavailable(resource.kind()),
                false,
                given.later());
    }

    /** Attributes of all requests for objects of a bucket at a time. */
    static Attributes ofEveryObject(String bucketName, String permission, Instant asOf) {
        var any = new GcpResource(GcpResource.Kind.OBJECT, "gs://" + bucketName, "any");
        var one = of(any, permission, Attributes.of(Map.of(Attributes.TIME, asOf)));
        var known = new HashMap<>(one.known());
        known.remove(Attributes.NAME);
        return new Attributes(known, one.absent(), one.unavailable(), true, false);
    }

    private static void storage(Map<String, Object> known, String type, String name) {
        known.put("resource.service", "storage.googleapis.com");
        known.put("resource.type", "storage.googleapis.com/" + type);
        known.put(Attributes.NAME, name);
    }

    private static void container(Map<String, Object> known, String id) {
        known.put("resource.service", "cloudresourcemanager.googleapis.com");
        if (id.startsWith("projects/")) {
            known.put("resource.type", "cloudresourcemanager.googleapis.com/Project");
        }
    }

    private static void other(Map<String, Object> known, String fullName) {
        int slash = fullName.startsWith("//") ? fullName.indexOf('/', 2) : -1;
        if (slash > 0) {
            known.put("resource.service", fullName.substring(2, slash));
            known.put(Attributes.NAME, fullName.substring(slash + 1));
        }
    }

    /** Containers have a service and no name; of what IAM keeps the page lists neither service nor type nor name. */
    private static Set<String> unavailable(GcpResource.Kind kind) {
        return switch (kind) {
            case CONTAINER -> OF_NO_CONTAINER;
            case SERVICE_ACCOUNT -> OF_NO_ACCOUNT;
            case BUCKET, OBJECT, MANAGED_FOLDER -> ELSEWHERE;
            case OTHER -> Set.of("principal.type", "principal.subject");
        };
    }

    /** The prefix comes with requests for listings only, and the changed roles with those to change a policy. */
    private static Set<String> absent(GcpResource.Kind kind, String permission, Set<String> given) {
        var absent = new HashSet<>(given);
        if (!permission.equals("storage.objects.list")) {
            absent.add(LIST_PREFIX);
        }
        if (!permission.endsWith(".setIamPolicy") && kind != GcpResource.Kind.OTHER) {
            absent.add(MODIFIED_GRANTS);
        }
        return absent;
    }

    private static Set<String> union(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
