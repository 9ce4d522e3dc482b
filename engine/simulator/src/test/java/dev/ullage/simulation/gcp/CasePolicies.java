package dev.ullage.simulation.gcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ullage.simulation.Dice;
import java.util.List;

/**
 * Invents policies around somebody who asks for something.
 *
 * @param requester who asks; named more often than others
 */
record CasePolicies(Dice dice, CaseConditions conditions, String requester) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> DENIED_PERMISSIONS = List.of(
            "storage.googleapis.com/objects.get",
            "storage.googleapis.com/objects.get",
            "storage.googleapis.com/objects.list",
            "storage.googleapis.com/objects.*",
            "storage.googleapis.com/objects.*",
            "storage.googleapis.com/objects.*",
            "storage.googleapis.com/*.*",
            "storage.googleapis.com/*.get",
            "storage.googleapis.com/buckets.*",
            "storage.googleapis.com/objects.delete",
            "iam.googleapis.com/*.*",
            "cloudresourcemanager.googleapis.com/projects.*");

    private static final List<String> VERSIONS = List.of("1", "1", "2", "3", "4", "latest");

    private static final String MANAGER = "//cloudresourcemanager.googleapis.com/";

    private static final List<String> BOUND = List.of(
            MANAGER + "projects/ml",
            MANAGER + "projects/ml",
            MANAGER + "projects/ml",
            MANAGER + "projects/etl",
            MANAGER + "projects/etl",
            MANAGER + "projects/77",
            MANAGER + "folders/2",
            MANAGER + "organizations/1",
            "//iam.googleapis.com/projects/77/locations/global/workloadIdentityPools/ci",
            "//iam.googleapis.com/locations/global/workforcePools/guests",
            "//iam.googleapis.com/locations/global/workspace/C01Abc35");

    private static final List<String> OPEN = List.of(
            MANAGER + "projects/ml",
            MANAGER + "folders/2",
            MANAGER + "organizations/1",
            MANAGER + "projects/etl",
            MANAGER + "projects/etl",
            MANAGER + "folders/8",
            MANAGER + "organizations/9");

    /** Of an organisation, a folder or a project. */
    ObjectNode inherited(int bindings) {
        return policy(bindings, false, 35);
    }

    /** Of a bucket; conditions need uniform access. */
    ObjectNode ofBucket(int bindings, boolean uniform) {
        return policy(bindings, true, uniform ? 35 : 0);
    }

    ObjectNode ofFolder(int bindings) {
        return policy(bindings, false, 25);
    }

    private ObjectNode policy(int bindings, boolean bucket, int conditional) {
        var policy = JSON.objectNode();
        var list = policy.putArray("bindings");
        for (int each = 0; each < bindings; each++) {
            var binding = list.addObject();
            binding.put("role", role(bucket));
            members(binding.putArray("members"), bucket);
            if (dice.chance(conditional)) {
                binding.set("condition", conditions.ofResource());
            }
        }
        return policy;
    }

    private String role(boolean bucket) {
        if (dice.chance(4)) {
            return CaseWords.UNTOLD_ROLE;
        }
        return dice.oneOf(bucket && dice.chance(30) ? CaseWords.BUCKET_ROLES : CaseWords.ROLES);
    }

    private void members(ArrayNode members, boolean bucket) {
        for (int more = dice.below(2); more >= 0; more--) {
            members.add(member(bucket));
        }
    }

    private String member(boolean bucket) {
        if (bucket && dice.chance(20)) {
            return dice.oneOf(CaseWords.CONVENIENCE);
        }
        int kind = dice.below(100);
        return kind < 30 ? requester : kind < 60 ? dice.oneOf(CaseWords.GROUPS) : dice.oneOf(CaseWords.MEMBERS);
    }

    /** Who has a basic role on a project, which convenience values mean. */
    void basicRole(ObjectNode policy) {
        var binding = ((ArrayNode) policy.get("bindings")).addObject();
        binding.put("role", dice.oneOf(List.of("roles/viewer", "roles/viewer", "roles/editor", "roles/owner")));
        var members = binding.putArray("members");
        members.add(dice.chance(50) ? requester : dice.oneOf(CaseWords.GROUPS));
    }

    void denials(ArrayNode policies, int rules) {
        var list = policies.addObject().putArray("rules");
        for (int each = 0; each < rules; each++) {
            denial(list.addObject().putObject("denyRule"));
        }
    }

    private void denial(ObjectNode rule) {
        some(rule.putArray("deniedPrincipals"), CaseWords.DENIED, 2);
        some(rule.putArray("deniedPermissions"), DENIED_PERMISSIONS, 2);
        if (dice.chance(40)) {
            var exempt = rule.putArray("exceptionPrincipals");
            // Everybody is no exception that anybody would make.
            some(exempt, CaseWords.DENIED.subList(3, CaseWords.DENIED.size()), 2);
        }
        if (dice.chance(25)) {
            some(rule.putArray("exceptionPermissions"), DENIED_PERMISSIONS, 1);
        }
        if (dice.chance(30)) {
            rule.set("denialCondition", conditions.ofResource());
        }
    }

    private void some(ArrayNode list, List<String> from, int atMost) {
        for (int more = dice.below(atMost); more >= 0; more--) {
            list.add(dice.oneOf(from));
        }
    }

    void boundary(ObjectNode boundary) {
        var binding = boundary.putObject("binding").put("principalSet", dice.oneOf(BOUND));
        if (dice.chance(35)) {
            binding.set("condition", conditions.ofPrincipal());
        }
        var details = boundary.putObject("details");
        if (dice.chance(90)) {
            details.put("enforcementVersion", dice.oneOf(VERSIONS));
        }
        var rule = details.putArray("rules").addObject();
        some(rule.putArray("resources"), OPEN, 2);
        rule.put("effect", "ALLOW");
    }

    void list(ArrayNode entries, boolean ofObject) {
        for (int more = dice.below(3); more > 0; more--) {
            entries.addObject().put("entity", entity()).put("role", dice.oneOf(ofObject ? OBJECT_LIST : BUCKET_LIST));
        }
    }

    private static final List<String> OBJECT_LIST = List.of("READER", "READER", "OWNER");
    private static final List<String> BUCKET_LIST = List.of("READER", "WRITER", "OWNER");

    private static final List<String> ENTITIES = List.of(
            "allUsers",
            "allUsers",
            "allAuthenticatedUsers",
            "user-ana@acme.example",
            "user-ben@acme.example",
            "user-train@ml.iam.gserviceaccount.com",
            "group-readers@acme.example",
            "group-all@acme.example",
            "group-untold@acme.example",
            "domain-acme.example",
            "project-viewers-ml",
            "project-editors-ml",
            "project-owners-ml",
            "project-owners-elsewhere");

    private String entity() {
        return requester.contains("@") && dice.chance(30)
                ? "user-" + requester.substring(requester.indexOf(':') + 1)
                : dice.oneOf(ENTITIES);
    }
}
