package dev.ullage.simulation.rgw;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Owner;

/**
 * Policies that are in force at one time.
 *
 * @param number of the scene in its run
 * @param bucketPolicy null for none
 * @param identity policies of the home account's users and its role, by their ARNs
 * @param sessionPolicy of the limited session
 */
record Scene(
        int number,
        Lane lane,
        @Nullable ObjectNode bucketPolicy,
        Map<String, List<ObjectNode>> identity,
        ObjectNode sessionPolicy) {

    static final String BUCKET = "lake";

    /** At most as many policies of its own has anybody. */
    static final int MOST_POLICIES = 2;

    private static final ObjectNode EVERYTHING = RandomPolicies.everything("*");

    static Scene random(int number, Dice dice) {
        var lane = Lane.of(number);
        var policies = new RandomPolicies(dice, principals(lane), BUCKET);
        var identity = new TreeMap<String, List<ObjectNode>>();
        for (var caller : holders(lane)) {
            var own = new ArrayList<ObjectNode>();
            for (int i = dice.between(0, MOST_POLICIES); i > 0; i--) {
                own.add(policies.ofIdentity());
            }
            identity.put(caller.identityArn(), own);
        }
        var sessionPolicy = dice.oneIn(3) ? RandomPolicies.everything("s3:*") : policies.ofIdentity();
        return new Scene(number, lane, dice.oneIn(8) ? null : policies.ofBucket(), identity, sessionPolicy);
    }

    /** Whom bucket policies name. */
    static List<String> principals(Lane lane) {
        var principals = new ArrayList<String>();
        lane.users().forEach(user -> principals.add(user.arn()));
        lane.guests().forEach(user -> principals.add(user.arn()));
        for (var session : List.of(lane.trainer(), lane.courier())) {
            principals.addAll(List.of(session.identityArn(), session.arn()));
        }
        for (var account : List.of(lane.home(), lane.away())) {
            principals.add("arn:aws:iam::" + account + ":root");
        }
        // What limits a session depends on how it is named: that needs more chances than others.
        principals.addAll(List.of(
                lane.trainer().identityArn(),
                lane.limitedTrainer().arn(),
                lane.limitedTrainer().arn()));
        principals.addAll(List.of(lane.owner().arn(), lane.away(), "*"));
        return principals;
    }

    /** Those whose policies are a scene's choice. */
    static List<Caller> holders(Lane lane) {
        var holders = new ArrayList<>(lane.users());
        holders.add(lane.trainer());
        return holders;
    }

    /** Identity policies as AWS would have to have them for what the gateway does. */
    List<ObjectNode> identityOf(Caller caller) {
        if (caller.equals(Caller.ANONYMOUS)) {
            return List.of();
        }
        return identity.getOrDefault(caller.identityArn(), List.of(EVERYTHING));
    }

    /** What a request needs, as a case of the simulator. */
    ObjectNode asCase(Request request) {
        var caller = request.caller();
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", "scene %d: %s".formatted(number, request));
        json.put("principal", caller.arn());
        json.put("action", request.operation().action());
        json.put("resource", request.resource(BUCKET));
        json.put("resourceAccount", lane.home());
        json.set("context", request.context());
        identityOf(caller).forEach(json.putArray("identityPolicies")::add);
        json.set("resourcePolicy", bucketPolicy);
        json.putNull("boundary");
        json.set("sessionPolicy", caller.equals(lane.limitedTrainer()) ? sessionPolicy : null);
        json.putArray("scps");
        json.putArray("rcps");
        return json;
    }

    /** The same policies, and the access-control lists of the stage, as an export. */
    Estate asEstate(Path folder) {
        var identities = new Export.Identities().user(lane.owner(), identityOf(lane.owner()));
        lane.users().forEach(user -> identities.user(user, identityOf(user)));
        identities.role(lane.trainer(), identityOf(lane.trainer()), trust(lane));
        var guests = new Export.Identities();
        lane.guests().forEach(guest -> guests.user(guest, identityOf(guest)));
        var bucket = lane.home() + "/s3/" + BUCKET;
        var acl = Export.acl(Owner.builder().id(lane.owner().gatewayId()).build(), List.of());
        new Export(folder)
                .identities(lane.home(), identities)
                .identities(lane.away(), guests)
                .account(lane.home(), lane.owner().gatewayId(), BUCKET)
                .settings(bucket, "ObjectWriter", false, false)
                .bucketPolicy(bucket, bucketPolicy)
                .bucketAcl(bucket, acl)
                .objectAcls(
                        bucket,
                        ObjectNames.EXISTING.stream()
                                .map(key -> acl.deepCopy().put("Bucket", BUCKET).put("Key", key))
                                .toList());
        return Estate.read(folder);
    }

    /** Who begins sessions of the role: somebody who does nothing else. */
    static ObjectNode trust(Lane lane) {
        var trust = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        trust.putArray("Statement")
                .addObject()
                .put("Effect", "Allow")
                .put("Action", "sts:AssumeRole")
                .putObject("Principal")
                .put("AWS", lane.starter().arn());
        return trust;
    }

    /** A request about the bucket of the scene. */
    static Request randomRequest(Lane lane, Dice dice) {
        var operation = dice.oneIn(3) ? dice.of(Operation.GET, Operation.LIST) : dice.of(Operation.values());
        var key = operation.isOnExistingObject() ? dice.of(ObjectNames.EXISTING) : dice.of(ObjectNames.NEW);
        return new Request(
                dice.oneIn(6) ? lane.limitedTrainer() : dice.of(lane.callers()),
                operation,
                operation.isOnObject() ? key : "",
                dice.of("", "home/", "home/ana/", "data/", "ana", "DATA/"),
                dice.of("", "/"),
                dice.of(1, 10, 50, 1000),
                dice.of("", "https://lab.acme.example/a", "https://other.example/"),
                dice.of(Request.SOURCES));
    }
}
