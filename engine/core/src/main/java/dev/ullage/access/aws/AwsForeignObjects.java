package dev.ullage.access.aws;

import dev.ullage.access.FactIndex;
import dev.ullage.access.NameSet;
import dev.ullage.access.Reach;
import dev.ullage.access.TooComplexException;
import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Answer;
import dev.ullage.model.Bucket;
import dev.ullage.model.Container;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Objects that belong to another account than their bucket, as far as their lists say so. The policies of the bucket and of
 * its account do not open them: only the object's own list does, and what it gives the bucket's owner the owner can pass on
 * to principals of its own account alone. Writing and deleting are the bucket owner's to allow, whosever the object is.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">Whose objects a bucket policy is
 *     about</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-auth-workflow-object-operation.html">Object
 *     context</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example4.html">No
 *     delegation to other accounts</a>
 */
final class AwsForeignObjects {

    private static final Set<AwsPermission> OF_OBJECT_OWNERS =
            EnumSet.of(AwsPermission.READ, AwsPermission.READ_OBJECT_ACL, AwsPermission.PUT_OBJECT_ACL);

    /**
     * What is foreign in one bucket.
     *
     * @param all names of foreign objects
     * @param toOwner those of them that their lists give to the bucket's owner
     */
    private record Foreign(List<NameSet> all, Map<AwsPermission, Set<String>> toOwner, Set<String> names) {

        static Foreign none() {
            return new Foreign(new ArrayList<>(), new EnumMap<>(AwsPermission.class), new HashSet<>());
        }

        void add(AclEntry entry, String object, boolean isToOwner) {
            if (names.add(object)) {
                all.add(NameSet.of(object));
            }
            if (isToOwner) {
                AwsAcls.gives(entry)
                        .forEach(permission -> toOwner.computeIfAbsent(permission, any -> new HashSet<>())
                                .add(object));
            }
        }

        NameSet closed(AwsPermission permission, boolean isOfOwner) {
            var given = isOfOwner ? toOwner.getOrDefault(permission, Set.of()) : Set.<String>of();
            return given.isEmpty()
                    ? NameSet.union(all)
                    : NameSet.union(names.stream()
                            .filter(name -> !given.contains(name))
                            .sorted()
                            .map(NameSet::of)
                            .toList());
        }
    }

    private final AwsAcls acls;
    private final Map<String, Foreign> byBucket = new HashMap<>();

    AwsForeignObjects(FactIndex facts, AwsAcls acls) {
        this.acls = acls;
        for (var bucket : facts.buckets()) {
            var entries = acls.of(bucket.id());
            if (!entries.isEmpty() && acls.inForce(bucket.id()) != Answer.NO) {
                add(bucket, entries, owners(facts, bucket, entries));
            }
        }
    }

    /** By which names S3 knows the bucket's owner; none when that is not in the input. */
    private static Set<String> owners(FactIndex facts, Bucket bucket, List<AclEntry> entries) {
        var owners = new HashSet<String>();
        facts.container(facts.containerOf(bucket.id())).map(Container::aliases).ifPresent(owners::addAll);
        for (var entry : entries) {
            if (entry.scope() == AclScope.BUCKET && entry.owner() != null) {
                owners.add(entry.owner());
            }
        }
        return owners;
    }

    private void add(Bucket bucket, List<AclEntry> entries, Set<String> owners) {
        for (var entry : entries) {
            var object = entry.object();
            boolean isForeign =
                    object != null && entry.owner() != null && !owners.isEmpty() && !owners.contains(entry.owner());
            if (isForeign && object != null) {
                byBucket.computeIfAbsent(bucket.id(), any -> Foreign.none())
                        .add(entry, object, owners.contains(entry.grantee()));
            }
        }
    }

    /** What is left of what policies allow somebody of an account; everybody is of none. */
    Reach left(Reach reach, AwsTarget bucket, AwsPermission permission, String account) {
        if (byBucket.isEmpty() || !OF_OBJECT_OWNERS.contains(permission) || !byBucket.containsKey(bucket.id())) {
            return reach;
        }
        try {
            var left = reach.minus(closed(bucket, permission, account.isEmpty() || account.equals(bucket.account())));
            return account.isEmpty()
                    ? left.minus(Reach.atMost(closed(bucket, permission, false).possible()))
                    : left;
        } catch (TooComplexException tooComplex) {
            return Reach.atMost(reach.possible());
        }
    }

    /** What policies do not open to principals of the bucket's own account, or to others. */
    Reach closed(AwsTarget bucket, AwsPermission permission, boolean isOfOwner) {
        var foreign = byBucket.get(bucket.id());
        if (foreign == null || !OF_OBJECT_OWNERS.contains(permission)) {
            return Reach.none();
        }
        var closed = foreign.closed(permission, isOfOwner);
        return acls.inForce(bucket.id()) == Answer.YES ? Reach.exactly(closed) : Reach.atMost(closed);
    }

    /** Why it is not sure what is left; empty where it is. */
    List<String> missing(AwsTarget bucket, AwsPermission permission) {
        return byBucket.containsKey(bucket.id()) && OF_OBJECT_OWNERS.contains(permission)
                ? List.of(
                        "objects of %s belong to other accounts, whose lists decide about them".formatted(bucket.id()))
                : List.of();
    }
}
