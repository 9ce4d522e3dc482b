package dev.ullage.simulation.rgw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/** Puts scenes of one lane on the gateway, and their requests to it. */
final class Stage {

    private final Gateway gateway;
    private final Lane lane;
    private final RemoteBucket bucket;
    private final Map<Caller, AwsCredentialsProvider> sessions = new HashMap<>();

    /** The owner has everything, and nobody else has anything. */
    private final AccessControlPolicy ownersOnly;

    /** Makes people, role, bucket and objects. */
    Stage(Gateway gateway, Lane lane) {
        this.gateway = gateway;
        this.lane = lane;
        this.bucket = new RemoteBucket(gateway, lane);
        this.ownersOnly = bucket.acl();
        lane.users().forEach(gateway::makeUser);
        lane.guests().forEach(gateway::makeUser);
        gateway.makeUser(lane.starter());
        gateway.setTrust(lane.owner(), lane.trainer().name(), Scene.trust(lane).toString());
        sessions.put(lane.trainer(), gateway.assume(lane.starter(), lane.trainer(), ""));
        ObjectNames.EXISTING.forEach(this::makeObject);
    }

    private void makeObject(String key) {
        var tags = ObjectNames.tags(key).entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        var asOwner = Gateway.as(lane.owner().credentials());
        gateway.admin()
                .putObject(
                        put -> put.bucket(bucket.name())
                                .key(key)
                                .tagging(Tagging.builder().tagSet(tags).build())
                                .overrideConfiguration(asOwner),
                        RequestBody.fromString("x"));
    }

    /** Makes the policies of a scene those in force. */
    void set(Scene scene) {
        bucket.setPolicy(scene.bucketPolicy());
        for (var holder : Scene.holders(lane)) {
            var documents = scene.identityOf(holder);
            for (int i = 0; i < Scene.MOST_POLICIES; i++) {
                gateway.setPolicy(holder, lane.owner(), "own-" + i, text(documents, i));
            }
        }
        var limited = lane.limitedTrainer();
        var sessionPolicy = scene.sessionPolicy().toString();
        sessions.put(limited, gateway.assume(lane.starter(), limited, sessionPolicy));
    }

    private static String text(List<ObjectNode> documents, int index) {
        return index < documents.size() ? documents.get(index).toString() : "";
    }

    Verdict ask(Request request) {
        var caller = request.caller();
        return bucket.ask(request, sessions.getOrDefault(caller, caller.credentials()), ownersOnly);
    }
}
