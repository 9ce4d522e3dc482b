package dev.ullage.audit;

import dev.ullage.access.FactIndex;
import dev.ullage.access.gcp.GcpAcls;
import dev.ullage.analysis.Evidence;
import dev.ullage.analysis.LedgerRow;
import dev.ullage.estate.Estate;
import dev.ullage.estate.Intent;
import dev.ullage.ledger.Everybody;
import dev.ullage.ledger.LogProof;
import dev.ullage.model.AclEntry;
import dev.ullage.model.Answer;
import dev.ullage.model.Credential;
import dev.ullage.model.FederationProvider;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.Principal;
import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.rule.Subject;
import dev.ullage.rule.subject.AclView;
import dev.ullage.rule.subject.CredentialView;
import dev.ullage.rule.subject.Facts;
import dev.ullage.rule.subject.RowView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything in an estate that rules can be asked about. */
final class Questions {

    private final FactIndex facts;
    private final Instant asOf;
    private final PrincipalViews principals;
    private final BucketViews buckets;

    Questions(FactIndex facts, Estate estate, LogProof logs, Instant asOf) {
        this.facts = facts;
        this.asOf = asOf;
        this.principals = new PrincipalViews(facts, estate, asOf);
        this.buckets = new BucketViews(facts, estate, logs);
    }

    /** All questions about one kind of subject. */
    List<Question> about(Subject subject, List<LedgerRow> ledger) {
        return switch (subject) {
            case BUCKET -> buckets();
            case GRANT -> new GrantQuestions(facts, principals, buckets, asOf).all();
            case ACL -> acls();
            case CREDENTIAL -> credentials();
            case PRINCIPAL -> principals();
            case TRUST -> trusts();
            case ROW -> ledger.stream().map(this::row).toList();
        };
    }

    private List<Question> buckets() {
        var settings = facts.snapshot().all(Setting.class).stream()
                .sorted(Comparator.comparing(Setting::name).thenComparing(Setting::source))
                .collect(Collectors.groupingBy(Setting::resource));
        var questions = new ArrayList<Question>();
        for (var bucket : facts.buckets()) {
            var view = buckets.of(bucket.id());
            if (view == null) {
                continue;
            }
            var evidence = new ArrayList<Evidence>();
            evidence.add(new Evidence("%s is in %s".formatted(bucket.id(), view.container()), bucket.source()));
            for (var resource : List.of(bucket.id(), view.container())) {
                for (var setting : settings.getOrDefault(resource, List.of())) {
                    evidence.add(new Evidence(
                            "%s: %s is %s".formatted(resource, setting.name(), setting.value()), setting.source()));
                }
            }
            questions.add(new Question(Facts.of(view, asOf), view.container(), null, bucket.id(), evidence, null));
        }
        return questions;
    }

    private List<Question> acls() {
        var questions = new ArrayList<Question>();
        for (var entry : facts.snapshot().all(AclEntry.class)) {
            var bucket = facts.bucket(entry.bucket());
            var bucketView = buckets.of(entry.bucket());
            if (bucket.isEmpty() || bucketView == null) {
                continue;
            }
            var object = entry.object();
            var resource = object == null ? entry.bucket() : entry.bucket() + "/" + object;
            var live = buckets.aclsInForce(bucket.get());
            if (Everybody.includes(entry.grantee())) {
                live = live.and(buckets.publicAclVoid(bucket.get()).not());
            }
            var principal = entry.provider() == Provider.GCP ? GcpAcls.member(entry.grantee(), facts) : entry.grantee();
            questions.add(new Question(
                    Facts.of(
                            new AclView(
                                    entry.provider(),
                                    entry.scope(),
                                    resource,
                                    entry.grantee(),
                                    entry.permission(),
                                    live),
                            principals.of(principal),
                            bucketView,
                            asOf),
                    bucketView.container(),
                    principal,
                    resource,
                    List.of(new Evidence(
                            "the %sACL of %s gives %s %s"
                                    .formatted(
                                            entry.scope() == dev.ullage.model.AclScope.DEFAULT_OBJECT
                                                    ? "default object "
                                                    : "",
                                            resource,
                                            entry.grantee(),
                                            entry.permission()),
                            entry.source())),
                    null));
        }
        return questions;
    }

    private List<Question> credentials() {
        return facts.snapshot().all(Credential.class).stream()
                .map(credential -> new Question(
                        Facts.of(
                                new CredentialView(
                                        credential.provider(),
                                        credential.kind(),
                                        credential.id(),
                                        credential.created(),
                                        PrincipalViews.active(credential, asOf),
                                        PrincipalViews.isLongLived(credential),
                                        credential.used().not(),
                                        credential.lastUsed()),
                                principals.of(credential.principal()),
                                asOf),
                        facts.containerOf(credential.principal()),
                        credential.principal(),
                        credential.id(),
                        List.of(new Evidence(
                                "%s of %s, made %s, last used %s"
                                        .formatted(
                                                credential.id(),
                                                credential.principal(),
                                                credential.created() == null
                                                        ? "at a time not read"
                                                        : credential.created(),
                                                switch (credential.used()) {
                                                    case YES -> String.valueOf(credential.lastUsed());
                                                    case NO -> "never";
                                                    case UNKNOWN -> "at a time not read";
                                                }),
                                credential.source())),
                        null))
                .toList();
    }

    private List<Question> principals() {
        var ids = new TreeSet<String>();
        facts.principals().forEach(principal -> ids.add(principal.id()));
        return ids.stream()
                .map(id -> {
                    var view = principals.of(id);
                    var source = facts.principal(id).map(Principal::source);
                    var intents = principals.intents(id);
                    var evidence = new ArrayList<Evidence>();
                    source.ifPresent(at -> evidence.add(new Evidence("%s exists".formatted(id), at)));
                    for (var intent : intents) {
                        evidence.add(new Evidence(
                                "intent %s (%s) names it".formatted(intent.workload(), intent.environment()),
                                intent.source()));
                    }
                    return new Question(
                            Facts.of(view, asOf),
                            facts.containerOf(id),
                            id,
                            id,
                            evidence,
                            intents.isEmpty() ? null : intents.get(0).source());
                })
                .toList();
    }

    private List<Question> trusts() {
        var reading = new TrustReading(facts.snapshot());
        var questions = new ArrayList<Question>();
        for (var provider : facts.snapshot().all(FederationProvider.class)) {
            if (provider.provider() == Provider.GCP) {
                questions.add(new Question(
                        Facts.of(reading.of(provider), null, asOf),
                        facts.containerOf(provider.container()),
                        null,
                        provider.id(),
                        List.of(new Evidence(
                                "%s trusts %s%s"
                                        .formatted(
                                                provider.id(),
                                                provider.issuer(),
                                                provider.attributeCondition() == null
                                                        ? " without a condition"
                                                        : " if `" + provider.attributeCondition() + "`"),
                                provider.source())),
                        null));
            }
        }
        for (var attachment : facts.snapshot().all(PolicyAttachment.class)) {
            for (var trust : reading.ofRole(attachment)) {
                questions.add(new Question(
                        Facts.of(trust.view(), principals.of(attachment.target()), asOf),
                        facts.containerOf(attachment.target()),
                        attachment.target(),
                        attachment.target(),
                        List.of(new Evidence(trust.says(), trust.source())),
                        null));
            }
        }
        return questions;
    }

    private Question row(LedgerRow row) {
        var evidence = new ArrayList<Evidence>();
        for (var explanation : row.because()) {
            for (var step : explanation.steps()) {
                var link = new Evidence(step.says(), step.source());
                if (!evidence.contains(link)) {
                    evidence.add(link);
                }
            }
        }
        if (row.place().isObjects() && row.granted() != Answer.NO && row.declared() == Answer.NO) {
            evidence.add(new Evidence("for example %s, which no intent declares".formatted(row.witness()), null));
        }
        if (row.uses() > 0) {
            evidence.add(
                    new Evidence("%d logged requests, the last at %s".formatted(row.uses(), row.lastUsed()), null));
        }
        var intents = principals.intents(row.principal());
        return new Question(
                Facts.of(
                        view(row),
                        principals.of(row.principal()),
                        buckets.of(row.place().resource()),
                        asOf),
                row.container(),
                row.principal(),
                row.place().toString(),
                evidence,
                row.missing(),
                intents.isEmpty() ? null : anchor(intents, row));
    }

    /** The intent that names the row's bucket, if one does. */
    private static dev.ullage.model.Source anchor(List<Intent> intents, LedgerRow row) {
        var bucket = row.place().resource() + "/";
        return intents.stream()
                .filter(intent -> intent.reads().stream().anyMatch(place -> place.startsWith(bucket))
                        || intent.writes().stream().anyMatch(place -> place.startsWith(bucket)))
                .findFirst()
                .orElse(intents.get(0))
                .source();
    }

    private static RowView view(LedgerRow row) {
        return new RowView(
                row.provider(),
                row.permissionClass(),
                row.permission(),
                row.place().toString(),
                row.granted(),
                row.declared(),
                row.used(),
                row.used() != Answer.UNKNOWN,
                row.lastUsed(),
                row.uses(),
                row.witness());
    }

    /** True when access-control lists may decide something in the bucket. */
    boolean aclsMatter(String bucket) {
        return facts.bucket(bucket)
                .map(found -> buckets.aclsInForce(found) != Answer.NO)
                .orElse(true);
    }
}
