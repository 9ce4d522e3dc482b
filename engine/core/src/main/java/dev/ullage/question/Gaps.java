package dev.ullage.question;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsAcls;
import dev.ullage.access.aws.AwsDelegations;
import dev.ullage.access.gcp.GcpAcls;
import dev.ullage.model.Answer;
import dev.ullage.model.Container;
import dev.ullage.model.ContainerKind;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads that are missing, so that somebody may have access that the input does not show. */
final class Gaps {

    private static final Set<PermissionClass> OF_PRINCIPALS =
            EnumSet.of(PermissionClass.IMPERSONATE, PermissionClass.CREATE_KEY);
    private static final Set<PermissionClass> ON_OBJECT_ACLS =
            EnumSet.of(PermissionClass.READ, PermissionClass.READ_POLICY, PermissionClass.WRITE_POLICY);

    private final FactIndex facts;
    private final AwsAcls awsAcls;
    private final GcpAcls gcpAcls;
    private final AwsDelegations delegations;

    Gaps(FactIndex facts) {
        this.facts = facts;
        this.awsAcls = new AwsAcls(facts);
        this.gcpAcls = new GcpAcls(facts);
        this.delegations = new AwsDelegations(facts);
    }

    /** Why somebody may have a permission at a resource of the input without being seen. */
    List<String> at(String resource, PermissionClass permissionClass) {
        var gaps = new ArrayList<String>();
        if (Providers.of(resource) == Provider.GCP) {
            facts.inheritedGap(Topic.IAM_POLICIES, resource).ifPresent(gaps::add);
        } else {
            facts.gap(Topic.IAM_POLICIES, facts.containerOf(resource)).ifPresent(gaps::add);
            facts.gap(Topic.PRINCIPALS, facts.containerOf(resource)).ifPresent(gaps::add);
            if (resource.startsWith("s3://")) {
                facts.gap(Topic.BUCKET_POLICIES, resource).ifPresent(gaps::add);
                delegations.gap(resource).ifPresent(gaps::add);
            }
        }
        if (isBucket(resource) && !OF_PRINCIPALS.contains(permissionClass) && aclsInForce(resource) != Answer.NO) {
            if (ON_OBJECT_ACLS.contains(permissionClass)) {
                facts.gap(Topic.OBJECT_ACLS, resource).ifPresent(gaps::add);
            }
            if (permissionClass != PermissionClass.READ) {
                facts.gap(Topic.BUCKET_ACLS, resource).ifPresent(gaps::add);
            }
        }
        return gaps;
    }

    /** Why a principal may have access anywhere at its provider without being seen. */
    List<String> of(String principal) {
        var provider = Providers.of(principal);
        var gaps = new TreeSet<String>();
        if (provider == Provider.AWS) {
            facts.gap(Topic.IAM_POLICIES, principal).ifPresent(gaps::add);
        }
        facts.containers().stream()
                .filter(container -> container.provider() == provider && holdsBuckets(container))
                .forEach(container -> {
                    facts.gap(Topic.BUCKETS, container.id()).ifPresent(gaps::add);
                    if (provider == Provider.GCP) {
                        facts.inheritedGap(Topic.IAM_POLICIES, container.id()).ifPresent(gaps::add);
                    }
                });
        facts.buckets().stream().filter(bucket -> bucket.provider() == provider).forEach(bucket -> {
            for (var permissionClass : List.of(PermissionClass.READ, PermissionClass.LIST)) {
                gaps.addAll(at(bucket.id(), permissionClass));
            }
        });
        return List.copyOf(gaps);
    }

    /**
     * Why a resource may be there without being in the input.
     *
     * @param container project or account that it would be in
     */
    List<String> ofAbsent(String resource, String container) {
        var topic = isBucket(resource) ? Topic.BUCKETS : Topic.PRINCIPALS;
        return facts.gap(topic, container).stream().toList();
    }

    private static boolean isBucket(String resource) {
        return resource.startsWith("gs://") || resource.startsWith("s3://");
    }

    private static boolean holdsBuckets(Container container) {
        return container.kind() == ContainerKind.PROJECT || container.kind() == ContainerKind.ACCOUNT;
    }

    private Answer aclsInForce(String bucket) {
        return bucket.startsWith("s3://") ? awsAcls.inForce(bucket) : gcpAcls.inForce(bucket);
    }
}
