package dev.ullage.audit;

import dev.ullage.access.FactIndex;
import dev.ullage.access.aws.AwsAcls;
import dev.ullage.access.aws.AwsDelegations;
import dev.ullage.analysis.Evidence;
import dev.ullage.ledger.Everybody;
import dev.ullage.model.AccessPoint;
import dev.ullage.model.Answer;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.Bucket;
import dev.ullage.model.Effect;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import dev.ullage.model.RoleBinding;
import dev.ullage.model.Topic;
import dev.ullage.rule.subject.Facts;
import dev.ullage.rule.subject.GrantKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every grant as the providers hold it: a member of a binding, or an allowing statement for one principal. */
final class GrantQuestions {

    private static final Map<AttachmentKind, GrantKind> KINDS = Map.of(
            AttachmentKind.IDENTITY, GrantKind.IDENTITY_POLICY,
            AttachmentKind.RESOURCE, GrantKind.BUCKET_POLICY,
            AttachmentKind.TRUST, GrantKind.TRUST_POLICY);

    private final FactIndex facts;
    private final PrincipalViews principals;
    private final BucketViews buckets;
    private final GrantReading reading;
    private final Instant asOf;
    private final AwsAcls acls;
    private final AwsDelegations delegations;
    private final Map<String, AccessPoint> accessPoints = new HashMap<>();

    GrantQuestions(FactIndex facts, PrincipalViews principals, BucketViews buckets, Instant asOf) {
        this.facts = facts;
        this.principals = principals;
        this.buckets = buckets;
        this.reading = new GrantReading(facts);
        this.asOf = asOf;
        this.acls = new AwsAcls(facts);
        this.delegations = new AwsDelegations(facts);
        facts.snapshot().all(AccessPoint.class).forEach(point -> accessPoints.putIfAbsent(point.id(), point));
    }

    List<Question> all() {
        var questions = new ArrayList<Question>();
        for (var binding : facts.snapshot().all(RoleBinding.class)) {
            questions.add(of(binding));
        }
        var documents = new HashMap<String, PolicyDocument>();
        facts.snapshot().all(PolicyDocument.class).forEach(document -> documents.putIfAbsent(document.id(), document));
        for (var attachment : facts.snapshot().all(PolicyAttachment.class)) {
            var document = documents.get(attachment.policy());
            var kind = KINDS.get(attachment.kind());
            if (document != null && kind != null) {
                for (var statement : document.statements()) {
                    if (statement.effect() == Effect.ALLOW
                            && statement.problems().isEmpty()) {
                        of(attachment, document, kind, statement, questions);
                    }
                }
            }
        }
        return questions;
    }

    private Question of(RoleBinding binding) {
        var bucket = buckets.of(binding.resource());
        var condition = binding.condition();
        var says = "%s has %s on %s".formatted(binding.member(), binding.role(), binding.resource())
                + (condition == null ? "" : " if `" + condition.expression() + "`");
        return new Question(
                Facts.of(
                        reading.of(binding, live(binding.member(), binding.resource())),
                        principals.of(binding.member()),
                        bucket,
                        asOf),
                facts.containerOf(binding.resource()),
                binding.member(),
                binding.resource(),
                List.of(new Evidence(says, binding.source())),
                null);
    }

    private void of(
            PolicyAttachment attachment,
            PolicyDocument document,
            GrantKind kind,
            PolicyStatement statement,
            List<Question> questions) {
        var target = attachment.target();
        var holders = kind == GrantKind.IDENTITY_POLICY ? List.of(target) : named(statement);
        for (var holder : holders) {
            var bucket = bucketOf(statement, kind, target);
            var live = kind == GrantKind.BUCKET_POLICY ? live(holder, target, statement) : Answer.YES;
            var view = reading.of(statement, kind, document.name(), target, live);
            var says = "%s: statement %s allows %s %s on %s"
                    .formatted(
                            document.name(),
                            statement.sid().isEmpty() ? "without Sid" : "`" + statement.sid() + "`",
                            holder,
                            statement.actions().isEmpty()
                                    ? "all but " + statement.notActions()
                                    : String.join(", ", statement.actions()),
                            statement.resources().isEmpty() ? target : String.join(", ", statement.resources()));
            questions.add(new Question(
                    Facts.of(
                            view, principals.of(holder), bucket.map(buckets::of).orElse(null), asOf),
                    kind == GrantKind.IDENTITY_POLICY ? facts.containerOf(holder) : facts.containerOf(target),
                    holder,
                    bucket.orElse(kind == GrantKind.TRUST_POLICY ? target : view.resource()),
                    List.of(new Evidence(says, statement.source())),
                    null));
        }
    }

    private static List<String> named(PolicyStatement statement) {
        var ids = new ArrayList<String>();
        statement.principals().forEach((type, named) -> {
            for (var id : named) {
                ids.add(
                        switch (type) {
                            case "Service" -> "service:" + id;
                            case "CanonicalUser" -> "canonical:" + id;
                            default -> id;
                        });
            }
        });
        return ids;
    }

    /** The one bucket that a statement is about, if it is about one. */
    private Optional<String> bucketOf(PolicyStatement statement, GrantKind kind, String target) {
        if (kind == GrantKind.BUCKET_POLICY) {
            return Optional.of(target);
        }
        var buckets = statement.resources().stream()
                .filter(resource -> resource.startsWith("arn:aws:s3:::"))
                .map(resource ->
                        "s3://" + resource.substring("arn:aws:s3:::".length()).replaceFirst("/.*", ""))
                .distinct()
                .toList();
        return buckets.size() == 1 && facts.bucket(buckets.get(0)).isPresent()
                ? Optional.of(buckets.get(0))
                : Optional.empty();
    }

    /** A grant to the public lives where some bucket that it reaches does not make it void. */
    /** What is left to access points is theirs to give; what they give is asked of their own policies. */
    private Answer live(String principal, String target, PolicyStatement statement) {
        if (!Everybody.includes(principal)) {
            return Answer.YES;
        }
        var point = accessPoints.get(target);
        if (point != null) {
            return acls.publicPolicyRestricted(point.bucket(), point.id()).not();
        }
        if (AwsDelegations.delegates(statement)) {
            return delegations.gap(target).isPresent() ? Answer.UNKNOWN : Answer.NO;
        }
        return live(principal, target);
    }

    private Answer live(String principal, String resource) {
        if (!Everybody.includes(principal)) {
            return Answer.YES;
        }
        return facts.buckets().stream()
                .filter(bucket -> isBelow(bucket, resource))
                .map(bucket -> buckets.publicPolicyVoid(bucket).not())
                .reduce(Answer::or)
                .orElseGet(() -> facts.gap(Topic.BUCKETS, resource).isPresent() ? Answer.UNKNOWN : Answer.NO);
    }

    private boolean isBelow(Bucket bucket, @Nullable String resource) {
        return bucket.id().equals(resource)
                || facts.upwards(facts.containerOf(bucket.id())).contains(resource);
    }
}
