package dev.ullage.simulation.rgw;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Grantee;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.Type;

/**
 * Access-control lists that are in force at one time, and what stands beside them.
 *
 * @param bucketGrants beside the owner's
 * @param ignoresPublicAcls the part of the bucket's public access block
 * @param restrictsBucket the same
 */
record AclScene(
        int number,
        Lane lane,
        List<Grant> bucketGrants,
        List<Written> objects,
        @Nullable ObjectNode bucketPolicy,
        boolean ignoresPublicAcls,
        boolean restrictsBucket) {

    private static final List<String> GROUPS = List.of(
            "http://acs.amazonaws.com/groups/global/AllUsers",
            "http://acs.amazonaws.com/groups/global/AuthenticatedUsers");

    private static final List<Operation> OPERATIONS = List.of(
            Operation.GET,
            Operation.GET,
            Operation.GET_ACL,
            Operation.PUT_ACL,
            Operation.PUT,
            Operation.DELETE,
            Operation.LIST,
            Operation.LIST_UPLOADS,
            Operation.GET_BUCKET_ACL,
            Operation.PUT_BUCKET_ACL);

    private static final List<ObjectCannedACL> CANNED = List.of(
            ObjectCannedACL.PRIVATE,
            ObjectCannedACL.PUBLIC_READ,
            ObjectCannedACL.PUBLIC_READ_WRITE,
            ObjectCannedACL.AUTHENTICATED_READ,
            ObjectCannedACL.BUCKET_OWNER_READ,
            ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL);

    /**
     * An object and its list.
     *
     * @param writer who writes the object and so owns it
     * @param canned what it is written with; null for the grants
     */
    record Written(String key, Caller writer, @Nullable ObjectCannedACL canned, List<Grant> grants) {}

    static AclScene random(int number, Dice dice) {
        var lane = Lane.of(number);
        var objects = new ArrayList<Written>();
        for (var key : ObjectNames.EXISTING.subList(0, 6)) {
            var writer = dice.oneIn(3) ? dice.of(lane.grantees()) : lane.owner();
            objects.add(
                    dice.oneIn(3)
                            ? new Written(key, writer, dice.of(CANNED), List.of())
                            : new Written(key, writer, null, grants(lane, dice)));
        }
        var policies = new RandomPolicies(dice, principals(lane), Scene.BUCKET);
        return new AclScene(
                number,
                lane,
                grants(lane, dice),
                objects,
                dice.oneIn(2) ? policies.ofBucketWithoutConditions() : null,
                dice.oneIn(4),
                dice.oneIn(4));
    }

    private static List<String> principals(Lane lane) {
        var principals = new ArrayList<String>();
        for (var grantee : lane.grantees()) {
            principals.addAll(List.of(grantee.arn(), grantee.account(), "arn:aws:iam::" + grantee.account() + ":root"));
        }
        principals.add("*");
        return principals;
    }

    private static List<Grant> grants(Lane lane, Dice dice) {
        var grantees = new ArrayList<Grantee>();
        lane.grantees().forEach(caller -> grantees.add(grantee(caller)));
        GROUPS.forEach(group ->
                grantees.add(Grantee.builder().type(Type.GROUP).uri(group).build()));
        var grants = new ArrayList<Grant>();
        for (int i = dice.between(0, 3); i > 0; i--) {
            grants.add(grant(
                    dice.of(grantees),
                    dice.of(Permission.knownValues().stream().sorted().toList())));
        }
        return grants;
    }

    private static Grant grant(Grantee grantee, Permission permission) {
        return Grant.builder().grantee(grantee).permission(permission).build();
    }

    private static Grantee grantee(Caller caller) {
        return Grantee.builder()
                .type(Type.CANONICAL_USER)
                .id(caller.gatewayId())
                .build();
    }

    /** A list with these grants and the owner's. */
    static AccessControlPolicy list(Caller owner, List<Grant> grants) {
        var all = new ArrayList<>(grants);
        all.add(grant(grantee(owner), Permission.FULL_CONTROL));
        return AccessControlPolicy.builder()
                .owner(id -> id.id(owner.gatewayId()))
                .grants(all)
                .build();
    }

    /** Lets everybody who is to write an object do so. */
    AccessControlPolicy forWriting() {
        return list(
                lane.owner(),
                lane.grantees().stream()
                        .map(caller -> grant(grantee(caller), Permission.WRITE))
                        .toList());
    }

    Caller writer(String key) {
        return objects.stream()
                .filter(object -> object.key.equals(key))
                .map(Written::writer)
                .findFirst()
                .orElse(lane.owner());
    }

    /** A request about the bucket or one of the objects, or for a new object. */
    Request randomRequest(Dice dice) {
        var callers = new ArrayList<>(lane.grantees());
        callers.addAll(List.of(lane.grantees().get(0), lane.owner(), Caller.ANONYMOUS));
        var operation = dice.of(OPERATIONS);
        var key = operation.isOnExistingObject() ? dice.of(objects).key() : dice.of(ObjectNames.NEW);
        return new Request(
                dice.of(callers), operation, operation.isOnObject() ? key : "", "", "", 10, "", Request.SOURCES.get(0));
    }

    /** What an exclusion looks at. */
    ObjectNode asCase(Request request) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", "scene %d: %s".formatted(number, request));
        json.put("action", request.operation().action());
        json.put("resource", request.resource(Scene.BUCKET));
        json.put("objectOwner", writer(request.key()).account());
        json.set("resourcePolicy", bucketPolicy);
        json.put("ignorePublicAcls", ignoresPublicAcls);
        json.put("restrictPublicBuckets", restrictsBucket);
        return json;
    }
}
