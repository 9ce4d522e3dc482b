package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.simulation.Dice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Invents cases in which the layers of a decision meet: few names, many policies. What a page calls impossible, such as
 * a condition in the policy of a bucket without uniform access, is not invented.
 */
final class GcpCases {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BUCKET = "projects/_/buckets/data";
    private static final List<String> TIMES =
            List.of("2026-01-05T08:30:00Z", "2026-01-04T23:45:00Z", "2026-01-06T00:00:00Z", "2026-07-03T15:10:30.250Z");

    private final Dice dice;
    private final ObjectNode built = JSON.objectNode();
    private final CasePolicies policies;
    private final boolean inStorage;

    private GcpCases(Dice dice, ConditionPool pool) {
        this.dice = dice;
        boolean timeTold = dice.chance(90);
        var requester = dice.oneOf(CaseWords.REQUESTERS);
        this.policies = new CasePolicies(dice, new CaseConditions(dice, pool, timeTold), requester);
        this.inStorage = dice.chance(94);
        built.put("cloud", "gcp").put("principal", requester);
        if (timeTold) {
            built.put("time", dice.oneOf(TIMES));
        }
    }

    /** The case of a seed and an index: always the same. */
    static ObjectNode make(long seed, long index) {
        var cases = new GcpCases(new Dice(seed, index), ConditionPool.of(seed, index));
        cases.built.put("name", "invented " + seed + "-" + index);
        return cases.build();
    }

    private ObjectNode build() {
        if (inStorage) {
            built.put("permission", dice.oneOf(CaseWords.PERMISSIONS));
            bucket(built.putObject("bucket"));
            built.put("resource", resource());
        } else {
            elsewhere();
        }
        hierarchy(built.putArray("hierarchy"));
        roles(built.putObject("roles"));
        groups(built.putObject("groups"));
        boundaries(built.putArray("principalAccessBoundaries"));
        return built;
    }

    private void elsewhere() {
        boolean project = dice.chance(50);
        built.put("permission", project ? "resourcemanager.projects.get" : "iam.serviceAccounts.getAccessToken");
        built.put(
                "resource",
                project
                        ? "//cloudresourcemanager.googleapis.com/projects/ml"
                        : "//iam.googleapis.com/projects/ml/serviceAccounts/train@ml.iam.gserviceaccount.com");
        built.putNull("bucket");
    }

    /** Listing is asked of a bucket or a folder, and what is done to a bucket of the bucket. */
    private String resource() {
        var permission = built.get("permission").textValue();
        if (permission.equals("storage.objects.list")
                && built.at("/bucket/ublaEnabled").asBoolean()
                && dice.chance(40)) {
            return prefix() + BUCKET + "/managedFolders/" + dice.oneOf(CaseWords.FOLDERS);
        }
        boolean whole = permission.startsWith("storage.buckets.") || permission.equals("storage.objects.list");
        if (whole) {
            return dice.chance(20) ? "gs://data" : prefix() + BUCKET;
        }
        if (dice.chance(15)) {
            return "gs://data/" + dice.oneOf(CaseWords.OBJECTS);
        }
        return prefix() + BUCKET + "/objects/" + dice.oneOf(CaseWords.OBJECTS);
    }

    private String prefix() {
        return dice.chance(80) ? "//storage.googleapis.com/" : "";
    }

    private void bucket(ObjectNode bucket) {
        int uniform = dice.below(100);
        if (uniform < 93) {
            bucket.put("ublaEnabled", uniform < 60);
        }
        int prevention = dice.below(100);
        if (prevention < 95) {
            bucket.put("publicAccessPrevention", prevention < 20 ? "enforced" : "inherited");
        }
        bucket.set("iamPolicy", policies.ofBucket(dice.below(3), uniform < 60));
        policies.list(bucket.putArray("acl"), false);
        policies.list(bucket.putArray("objectAcl"), true);
        if (uniform < 30) {
            folders(bucket.putObject("managedFolders"));
        }
    }

    private void folders(ObjectNode folders) {
        for (var folder : CaseWords.FOLDERS) {
            if (dice.chance(50)) {
                folders.set(folder, policies.ofFolder(dice.below(2) + 1));
            }
        }
    }

    private void hierarchy(ArrayNode hierarchy) {
        var names = new ArrayList<>(List.of("projects/ml", "folders/2", "organizations/1"));
        names.removeIf(name -> !name.equals("projects/ml") && dice.chance(25));
        Collections.rotate(names, dice.below(3));
        for (var name : names) {
            var level = hierarchy.addObject().put("name", name);
            var policy = policies.inherited(dice.below(3));
            if (dice.chance(name.equals("projects/ml") ? 35 : 4)) {
                policies.basicRole(policy);
            }
            level.set("allowPolicy", policy);
            var denials = level.putArray("denyPolicies");
            if (dice.chance(48)) {
                policies.denials(denials, dice.below(2) + 1);
            }
        }
    }

    private static void roles(ObjectNode roles) {
        roles.putArray("projects/ml/roles/reader").add("storage.objects.get").add("storage.objects.list");
        roles.putArray("projects/ml/roles/writer").add("storage.objects.create").add("storage.objects.delete");
        var everything = roles.putArray("organizations/1/roles/everything");
        everything.add("resourcemanager.projects.get").add("iam.serviceAccounts.getAccessToken");
        CaseWords.PERMISSIONS.stream().distinct().forEach(everything::add);
    }

    /** Groups in groups, some of them in a circle; one more is spoken of and never told. */
    private void groups(ObjectNode groups) {
        for (int each = 0; each < CaseWords.GROUPS.size(); each++) {
            var members = groups.putArray(CaseWords.GROUPS.get(each));
            if (dice.chance(each == 0 ? 10 : 45)) {
                members.add(dice.oneOf(List.of(CaseWords.ANA, CaseWords.BEN, CaseWords.TRAIN)));
            }
            if (dice.chance(each == 0 ? 90 : 50)) {
                members.add(dice.oneOf(CaseWords.GROUPS));
            }
            if (dice.chance(4)) {
                members.add(CaseWords.UNTOLD_GROUP);
            }
        }
    }

    private void boundaries(ArrayNode boundaries) {
        for (int more = dice.chance(35) ? dice.below(2) + 1 : 0; more > 0; more--) {
            policies.boundary(boundaries.addObject());
        }
    }
}
