package dev.ullage.access.aws;

import dev.ullage.access.FactIndex;
import dev.ullage.model.AclEntry;
import dev.ullage.model.AclScope;
import dev.ullage.model.Answer;
import dev.ullage.model.Provider;
import dev.ullage.model.SettingName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Access-control lists of buckets and objects, and the settings that take the effect of ACLs and public policies away.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html">ACL overview</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking
 *     public access</a>
 */
public final class AwsAcls {

    /** The S3 group of everybody. */
    public static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";

    /** The S3 group of everybody with any AWS account. */
    public static final String AUTHENTICATED_USERS = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";

    private static final Map<String, Set<AwsPermission>> ON_BUCKET = Map.of(
            "READ", Set.of(AwsPermission.LIST),
            "WRITE", Set.of(AwsPermission.CREATE, AwsPermission.OVERWRITE, AwsPermission.DELETE),
            "READ_ACP", Set.of(AwsPermission.READ_BUCKET_ACL),
            "WRITE_ACP", Set.of(AwsPermission.PUT_BUCKET_ACL));

    private static final Map<String, Set<AwsPermission>> ON_OBJECT = Map.of(
            "READ", Set.of(AwsPermission.READ),
            "READ_ACP", Set.of(AwsPermission.READ_OBJECT_ACL),
            "WRITE_ACP", Set.of(AwsPermission.PUT_OBJECT_ACL));

    /** What lists give together with one of our permissions. */
    private static final Map<String, AwsPermission> ALIKE = Map.of(
            "s3:listbucketversions", AwsPermission.LIST,
            "s3:listbucketmultipartuploads", AwsPermission.LIST,
            "s3:getobjectversion", AwsPermission.READ,
            "s3:getobjectversionacl", AwsPermission.READ_OBJECT_ACL,
            "s3:putobjectversionacl", AwsPermission.PUT_OBJECT_ACL);

    private final FactIndex facts;
    private final Map<String, List<AclEntry>> byBucket = new HashMap<>();

    /** Indexes the ACL entries of a snapshot. */
    public AwsAcls(FactIndex facts) {
        this.facts = facts;
        for (var entry : facts.all(AclEntry.class)) {
            if (entry.provider() == Provider.AWS) {
                byBucket.computeIfAbsent(entry.bucket(), bucket -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    List<AclEntry> of(String bucket) {
        return byBucket.getOrDefault(bucket, List.of());
    }

    /** Whether ACLs decide anything in the bucket: Object Ownership BucketOwnerEnforced disables them all. */
    public Answer inForce(String bucket) {
        return facts.setting(bucket, SettingName.OBJECT_OWNERSHIP)
                .map(setting -> Answer.of(!setting.value().equals("BucketOwnerEnforced")))
                .orElse(Answer.UNKNOWN);
    }

    /** Whether grants to the two public groups are ignored. */
    public Answer publicAclsIgnored(String bucket) {
        return onBucketOrAccount(bucket, SettingName.IGNORE_PUBLIC_ACLS);
    }

    /** Whether a public bucket policy is limited to the bucket's own account. */
    public Answer publicPolicyRestricted(String bucket) {
        return onBucketOrAccount(bucket, SettingName.RESTRICT_PUBLIC_BUCKETS);
    }

    /** The same of a policy of an access point of the bucket, which has a setting of its own beside. */
    public Answer publicPolicyRestricted(String bucket, String accessPoint) {
        return publicPolicyRestricted(bucket).or(is(accessPoint, SettingName.RESTRICT_PUBLIC_BUCKETS));
    }

    /** The stricter of the bucket's own setting and its account's decides. */
    public Answer onBucketOrAccount(String bucket, SettingName name) {
        return is(bucket, name).or(is(facts.containerOf(bucket), name));
    }

    /** What a setting of true or false says. */
    Answer is(String resource, SettingName name) {
        return facts.setting(resource, name)
                .map(setting -> Answer.of(setting.value().equals("true")))
                .orElse(Answer.UNKNOWN);
    }

    /**
     * The permissions of ours of which lists give one when they give an action.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#acl-access-policy-permission-mapping">
     *     Mapping of ACL permissions and access policy permissions</a>
     */
    static Set<AwsPermission> permissions(String action) {
        var alike = ALIKE.get(action.toLowerCase(Locale.ROOT));
        return alike != null
                ? Set.of(alike)
                : Arrays.stream(AwsPermission.values())
                        .filter(permission -> permission.action().equalsIgnoreCase(action))
                        .collect(Collectors.toUnmodifiableSet());
    }

    static Set<AwsPermission> gives(AclEntry entry) {
        var table = entry.scope() == AclScope.OBJECT ? ON_OBJECT : ON_BUCKET;
        if (!entry.permission().equals("FULL_CONTROL")) {
            return table.getOrDefault(entry.permission(), Set.of());
        }
        return table.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** True for the two groups that reach beyond the estate. */
    public static boolean isPublic(String grantee) {
        return grantee.equals(ALL_USERS) || grantee.equals(AUTHENTICATED_USERS);
    }
}
