package dev.ullage.audit;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsAcls;
import dev.ullage.access.gcp.GcpAcls;
import dev.ullage.estate.Estate;
import dev.ullage.estate.IntentKind;
import dev.ullage.ledger.LogProof;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.AuditConfig;
import dev.ullage.model.Bucket;
import dev.ullage.model.Effect;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import dev.ullage.rule.subject.BucketView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Buckets as rules see them: settings of the bucket and of what is above it, taken together. */
final class BucketViews {

    private static final Set<SettingName> BLOCK_PUBLIC_ACCESS = Set.of(
            SettingName.BLOCK_PUBLIC_ACLS,
            SettingName.IGNORE_PUBLIC_ACLS,
            SettingName.BLOCK_PUBLIC_POLICY,
            SettingName.RESTRICT_PUBLIC_BUCKETS);

    private final FactIndex facts;
    private final Estate estate;
    private final LogProof logs;
    private final GcpAcls gcpAcls;
    private final AwsAcls awsAcls;
    private final Map<String, List<PolicyStatement>> bucketPolicies = new HashMap<>();
    private final Map<String, BucketView> known = new HashMap<>();

    BucketViews(FactIndex facts, Estate estate, LogProof logs) {
        this.facts = facts;
        this.estate = estate;
        this.logs = logs;
        this.gcpAcls = new GcpAcls(facts);
        this.awsAcls = new AwsAcls(facts);
        var documents = new HashMap<String, PolicyDocument>();
        facts.snapshot().all(PolicyDocument.class).forEach(document -> documents.put(document.id(), document));
        for (var attachment : facts.snapshot().all(PolicyAttachment.class)) {
            var document = documents.get(attachment.policy());
            if (attachment.kind() == AttachmentKind.RESOURCE && document != null) {
                bucketPolicies
                        .computeIfAbsent(attachment.target(), bucket -> new ArrayList<>())
                        .addAll(document.statements());
            }
        }
    }

    @Nullable
    BucketView of(String id) {
        return facts.bucket(id)
                .map(bucket -> known.computeIfAbsent(id, key -> make(bucket)))
                .orElse(null);
    }

    /** Whether ACLs decide anything in the bucket. */
    Answer aclsInForce(Bucket bucket) {
        return bucket.provider() == Provider.GCP ? gcpAcls.inForce(bucket.id()) : awsAcls.inForce(bucket.id());
    }

    /** Whether an ACL entry or a policy for the public is void on the bucket. */
    Answer publicAclVoid(Bucket bucket) {
        return bucket.provider() == Provider.GCP
                ? gcpAcls.publicPrevented(bucket.id())
                : awsAcls.publicAclsIgnored(bucket.id());
    }

    /** Whether a policy for the public is void on the bucket. */
    Answer publicPolicyVoid(Bucket bucket) {
        return bucket.provider() == Provider.GCP
                ? gcpAcls.publicPrevented(bucket.id())
                : awsAcls.publicPolicyRestricted(bucket.id());
    }

    private BucketView make(Bucket bucket) {
        var id = bucket.id();
        var readBy = new TreeSet<IntentKind>();
        var writtenBy = new TreeSet<IntentKind>();
        for (var intent : estate.intents()) {
            if (namesBucket(intent.reads(), id)) {
                readBy.add(intent.kind());
            }
            if (namesBucket(intent.writes(), id)) {
                writtenBy.add(intent.kind());
            }
        }
        return new BucketView(
                id,
                bucket.provider(),
                facts.containerOf(id),
                bucket.location(),
                bucket.created(),
                labels(bucket),
                aclsInForce(bucket).not(),
                publicAccessPrevented(bucket),
                is(id, SettingName.VERSIONING, "Enabled"),
                value(id, SettingName.ENCRYPTION),
                customerManagedKey(bucket),
                lifecycleRules(id),
                logged(id, true),
                logged(id, false),
                exemptedMembers(bucket),
                tlsOnly(bucket),
                !readBy.isEmpty() || !writtenBy.isEmpty(),
                List.copyOf(readBy),
                List.copyOf(writtenBy));
    }

    /** That there are none says something only where settings were read. */
    private @Nullable SortedMap<String, String> labels(Bucket bucket) {
        return bucket.labels().isEmpty()
                        && facts.gap(Topic.BUCKET_SETTINGS, bucket.id()).isPresent()
                ? null
                : bucket.labels();
    }

    private static boolean namesBucket(List<String> places, String bucket) {
        return places.stream().anyMatch(place -> place.equals(bucket) || place.startsWith(bucket + "/"));
    }

    private Answer publicAccessPrevented(Bucket bucket) {
        return bucket.provider() == Provider.GCP
                ? gcpAcls.publicPrevented(bucket.id())
                : BLOCK_PUBLIC_ACCESS.stream()
                        .map(name -> awsAcls.onBucketOrAccount(bucket.id(), name))
                        .reduce(Answer.YES, Answer::and);
    }

    private @Nullable String value(String bucket, SettingName name) {
        return facts.setting(bucket, name).map(Setting::value).orElse(null);
    }

    private Answer is(String bucket, SettingName name, String expected) {
        var value = value(bucket, name);
        return value == null ? Answer.UNKNOWN : Answer.of(value.equals(expected));
    }

    private Answer customerManagedKey(Bucket bucket) {
        var key = value(bucket.id(), SettingName.ENCRYPTION_KEY);
        if (key == null) {
            return Answer.UNKNOWN;
        }
        return Answer.of(!key.equals("none") && !key.endsWith("alias/aws/s3"));
    }

    private @Nullable Long lifecycleRules(String bucket) {
        var rules = value(bucket, SettingName.LIFECYCLE_RULES);
        if (rules == null) {
            return null;
        }
        return rules.equals("none") ? 0L : Long.valueOf(rules);
    }

    private Answer logged(String bucket, boolean reads) {
        if (logs.switchedOff("*", bucket, reads).isEmpty()) {
            return Answer.YES;
        }
        return facts.gap(Topic.LOG_CONFIG, bucket).isPresent() ? Answer.UNKNOWN : Answer.NO;
    }

    private @Nullable List<String> exemptedMembers(Bucket bucket) {
        if (bucket.provider() == Provider.AWS) {
            return List.of();
        }
        if (facts.gap(Topic.LOG_CONFIG, bucket.id()).isPresent()) {
            return null;
        }
        var upwards = facts.upwards(facts.containerOf(bucket.id()));
        return facts.snapshot().all(AuditConfig.class).stream()
                .filter(config ->
                        Set.of("storage.googleapis.com", "allServices").contains(config.service())
                                && upwards.contains(facts.containerOf(config.resource())))
                .flatMap(config -> config.exemptedMembers().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * A bucket policy that denies everybody every action without TLS.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html">Requiring
     *     HTTPS</a>
     */
    private Answer tlsOnly(Bucket bucket) {
        if (bucket.provider() == Provider.GCP) {
            return Answer.YES;
        }
        if (bucketPolicies.getOrDefault(bucket.id(), List.of()).stream().anyMatch(BucketViews::deniesPlaintext)) {
            return Answer.YES;
        }
        return facts.gap(Topic.BUCKET_POLICIES, bucket.id()).isPresent() ? Answer.UNKNOWN : Answer.NO;
    }

    private static boolean deniesPlaintext(PolicyStatement statement) {
        return statement.effect() == Effect.DENY
                && statement.principals().getOrDefault("AWS", List.of()).contains("*")
                && (statement.actions().contains("s3:*") || statement.actions().contains("*"))
                && statement.conditions().size() == 1
                && statement.conditions().stream()
                        .allMatch(clause -> clause.operator().equals("Bool")
                                && clause.key().equalsIgnoreCase("aws:SecureTransport")
                                && clause.values().equals(List.of("false")))
                && statement.resources().stream().anyMatch(resource -> resource.equals("*") || resource.endsWith("/*"));
    }
}
