package dev.ullage.collectors.exports.gcp;

import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What one Cloud Asset Inventory export can be taken to hold all of. An export does not say how it was asked for, so this
 * is read from what it holds.
 *
 * <p>It was made at or above every container that is itself among its assets or directly holds one; that a container is
 * named further up an asset's ancestry says nothing of it. It was made for all asset types when it holds three or more,
 * and among them one that nobody would ask for to audit storage: a filter for the types read here is as common as none.
 */
final class ExportScope {

    static final String BUCKET = "storage.googleapis.com/Bucket";
    static final String ORGANIZATION = "cloudresourcemanager.googleapis.com/Organization";
    static final String FOLDER = "cloudresourcemanager.googleapis.com/Folder";
    static final String PROJECT = "cloudresourcemanager.googleapis.com/Project";
    static final String SERVICE_ACCOUNT = "iam.googleapis.com/ServiceAccount";
    static final String SERVICE_ACCOUNT_KEY = "iam.googleapis.com/ServiceAccountKey";
    static final String ROLE = "iam.googleapis.com/Role";
    static final String ORG_POLICY = "orgpolicy.googleapis.com/Policy";
    static final List<String> DENY_POLICIES = List.of("iam.googleapis.com/PolicyV2");
    static final String ACCESS_BOUNDARY = "iam.googleapis.com/PrincipalAccessBoundaryPolicy";
    static final String ACCESS_BOUNDARY_BINDING = "iam.googleapis.com/PolicyBinding";
    static final List<String> POOLS =
            List.of("iam.googleapis.com/WorkloadIdentityPool", "iam.googleapis.com/WorkforcePool");
    static final List<String> POOL_PROVIDERS =
            List.of("iam.googleapis.com/WorkloadIdentityPoolProvider", "iam.googleapis.com/WorkforcePoolProvider");

    /** Services whose types somebody may have asked for to audit storage. */
    private static final List<String> ASKED_FOR = List.of(
            "cloudresourcemanager.googleapis.com/",
            "iam.googleapis.com/",
            "orgpolicy.googleapis.com/",
            "storage.googleapis.com/");

    private final Set<String> types = new TreeSet<>();
    private final SortedMap<String, Source> containers = new TreeMap<>();

    void add(Asset asset) {
        types.add(asset.type());
        var container = asset.container();
        if (container != null) {
            containers.putIfAbsent(container, asset.source());
        }
    }

    /** True when the export holds an asset of the type. */
    boolean holds(String type) {
        return types.contains(type);
    }

    /** True when it was made for all asset types. */
    boolean isUnfiltered() {
        return types.size() >= 3 && types.stream().anyMatch(ExportScope::isNotAskedFor);
    }

    /** Says that the topic was read for each container that is, or directly holds, an asset of the export. */
    void complete(Topic topic, GcpEstate estate, Consumer<Fact> facts) {
        containers.forEach((name, source) ->
                facts.accept(new Coverage(topic, estate.container(name), CoverageStatus.COMPLETE, "", source)));
    }

    private static boolean isNotAskedFor(String type) {
        return ASKED_FOR.stream().noneMatch(type::startsWith);
    }
}
