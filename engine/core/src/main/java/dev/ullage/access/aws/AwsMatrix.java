package dev.ullage.access.aws;

import dev.ullage.access.FactIndex;
import dev.ullage.access.Reach;
import dev.ullage.access.aws.AwsPermission.On;
import dev.ullage.model.Answer;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every user and role may do in every bucket, by permission class, with the exact names: as much as can be said
 * without a word of explanation, for estates in which the explanations would be millions. ACLs, access
 * points and S3 Access Grants are left to {@link AwsAccess}.
 */
public final class AwsMatrix {

    /** Takes one row after the other. */
    @FunctionalInterface
    public interface Rows {
        /** A principal may do the same in several buckets, which are given by their numbers. */
        void row(String principal, PermissionClass permissionClass, Reach reach, BitSet buckets);
    }

    /** A part of a row. */
    private record Part(Reach reach, BitSet buckets) {}

    private final FactIndex facts;
    private final AwsAccess access;
    private final List<AwsTarget> buckets;

    /** Prepares to answer for a snapshot. */
    public AwsMatrix(FactIndex facts) {
        this.facts = facts;
        this.access = new AwsAccess(facts);
        this.buckets = facts.buckets().stream()
                .filter(bucket -> bucket.provider() == Provider.AWS)
                .map(access.inventory()::target)
                .toList();
    }

    /** The buckets by number. */
    public List<String> buckets() {
        return access.sweep(buckets, On.BUCKET).targets().ids();
    }

    /** Every row in which something is possible, principal by principal. */
    public void forEach(Rows rows) {
        var acls = new AwsAcls(facts);
        var withoutLists = new BitSet();
        var ids = buckets();
        for (int i = 0; i < ids.size(); i++) {
            withoutLists.set(i, acls.inForce(ids.get(i)) == Answer.NO);
        }
        var itself = access.sweep(buckets, On.BUCKET);
        var objects = access.sweep(buckets, On.OBJECTS);
        for (var actor : access.inventory().actors()) {
            var byClass = new EnumMap<PermissionClass, List<Part>>(PermissionClass.class);
            // Two classes may need the same permission.
            var byAction = new HashMap<String, List<AwsSweep.Share>>();
            for (var permission : AwsPermission.values()) {
                if (permission.on().isOfBucket()) {
                    var sweep = permission.on().isObjects() ? objects : itself;
                    var parts = byClass.computeIfAbsent(permission.permissionClass(), key -> new ArrayList<>());
                    for (var share :
                            byAction.computeIfAbsent(permission.action(), action -> sweep.shares(actor, action))) {
                        add(parts, share.reach(), inForce(share.targets(), permission.on(), withoutLists));
                    }
                }
            }
            for (Map.Entry<PermissionClass, List<Part>> entry : byClass.entrySet()) {
                entry.getValue().forEach(part -> rows.row(actor.id(), entry.getKey(), part.reach, part.buckets));
            }
        }
    }

    private static BitSet inForce(BitSet targets, On on, BitSet withoutLists) {
        if (!on.isAcl()) {
            return targets;
        }
        var left = (BitSet) targets.clone();
        left.andNot(withoutLists);
        return left;
    }

    /** Adds names to what other permissions of the class already give, so that every bucket is in one part. */
    private static void add(List<Part> parts, Reach reach, BitSet buckets) {
        var left = (BitSet) buckets.clone();
        var merged = new ArrayList<Part>();
        for (var part : parts) {
            if (!part.buckets.intersects(left)) {
                merged.add(part);
                continue;
            }
            var both = (BitSet) part.buckets.clone();
            both.and(left);
            left.andNot(both);
            merge(merged, part.reach.or(reach), both);
            var rest = (BitSet) part.buckets.clone();
            rest.andNot(both);
            if (!rest.isEmpty()) {
                merged.add(new Part(part.reach, rest));
            }
        }
        if (!left.isEmpty()) {
            merge(merged, reach, left);
        }
        parts.clear();
        parts.addAll(merged);
    }

    private static void merge(List<Part> parts, Reach reach, BitSet buckets) {
        for (var part : parts) {
            if (part.reach.equals(reach)) {
                part.buckets.or(buckets);
                return;
            }
        }
        parts.add(new Part(reach, buckets));
    }
}
