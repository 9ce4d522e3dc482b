package dev.ullage.simulation.rgw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;

/** Puts access-control lists on the gateway, exports what it made of them, and asks it. */
final class AclStage {

    private final Gateway gateway;
    private final Lane lane;
    private final RemoteBucket bucket;
    private final Map<String, AccessControlPolicy> lists = new HashMap<>();

    AclStage(Gateway gateway, Lane lane) {
        this.gateway = gateway;
        this.lane = lane;
        this.bucket = new RemoteBucket(gateway, lane);
        lane.grantees().forEach(gateway::makeUser);
    }

    /** Makes the lists of a scene those in force. */
    void set(AclScene scene) {
        bucket.clear();
        putBucketAcl(scene.forWriting());
        scene.objects().forEach(this::write);
        putBucketAcl(AclScene.list(lane.owner(), scene.bucketGrants()));
        lists.clear();
        lists.put("", bucket.acl());
        scene.objects().forEach(object -> lists.put(object.key(), bucket.acl(object.key())));
        bucket.setPolicy(scene.bucketPolicy());
        gateway.admin()
                .putPublicAccessBlock(put -> put.bucket(bucket.name())
                        .publicAccessBlockConfiguration(block -> block.ignorePublicAcls(scene.ignoresPublicAcls())
                                .restrictPublicBuckets(scene.restrictsBucket())));
    }

    private void putBucketAcl(AccessControlPolicy acl) {
        var asOwner = Gateway.as(lane.owner().credentials());
        gateway.admin()
                .putBucketAcl(put ->
                        put.bucket(bucket.name()).accessControlPolicy(acl).overrideConfiguration(asOwner));
    }

    private void write(AclScene.Written object) {
        var asWriter = Gateway.as(object.writer().credentials());
        gateway.admin()
                .putObject(
                        put -> put.bucket(bucket.name())
                                .key(object.key())
                                .acl(object.canned())
                                .overrideConfiguration(asWriter),
                        RequestBody.fromString("x"));
        if (object.canned() == null) {
            gateway.admin()
                    .putObjectAcl(put -> put.bucket(bucket.name())
                            .key(object.key())
                            .accessControlPolicy(AclScene.list(object.writer(), object.grants()))
                            .overrideConfiguration(asWriter));
        }
    }

    /** What the command line would have been answered, with the lists in the gateway's own words. */
    Estate export(AclScene scene, Path folder) {
        var home = lane.home() + "/s3/" + Scene.BUCKET;
        var export = new Export(folder)
                .settings(home, "ObjectWriter", scene.ignoresPublicAcls(), scene.restrictsBucket())
                .bucketPolicy(home, scene.bucketPolicy())
                .bucketAcl(home, exported(""))
                .objectAcls(
                        home,
                        scene.objects().stream()
                                .map(object -> exported(object.key())
                                        .put("Bucket", Scene.BUCKET)
                                        .put("Key", object.key()))
                                .toList());
        var owners = new ArrayList<>(lane.grantees());
        owners.add(lane.owner());
        for (var owner : owners) {
            var everything = List.of(RandomPolicies.everything("*"));
            export.identities(owner.account(), new Export.Identities().user(owner, everything))
                    .account(owner.account(), owner.gatewayId(), owner.equals(lane.owner()) ? Scene.BUCKET : "");
        }
        return Estate.read(folder);
    }

    private ObjectNode exported(String key) {
        var list = lists.get(key);
        return Export.acl(list.owner(), list.grants());
    }

    Verdict ask(Request request) {
        var key = request.operation().isOnExistingObject() ? request.key() : "";
        return bucket.ask(request, request.caller().credentials(), lists.get(key));
    }
}
