package dev.ullage.collectors.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.LogConfigChange;
import dev.ullage.model.Outcome;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads CloudTrail log files: requests of S3 become {@link dev.ullage.model.Usage}, changes of what is logged become
 * {@link LogConfigChange}, everything else is passed over.
 *
 * <p>A request that failed for another reason than its caller's rights counts as allowed: S3 says {@code NoSuchKey} only
 * to those who may read (<a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>), and a
 * right that was wanted must not look unused because of a fault. A redirect to another region is neither.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">
 *     CloudTrail record contents</a>
 */
final class CloudTrailReader implements RecordReader {

    private static final String RECORDS = "Records";
    private static final Set<String> COPIES = Set.of("CopyObject", "UploadPartCopy");
    private static final Set<String> REDIRECTS =
            Set.of("PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed");
    private static final Set<String> LOGGING_CHANGES =
            Set.of("CreateTrail", "DeleteTrail", "UpdateTrail", "StartLogging", "StopLogging", "PutEventSelectors");

    private final Identities identities;
    private final RecentIds seen = new RecentIds(250_000);
    private final Backlog backlog;
    private final UsageTally tally;
    private final Map<Scope, Nameless> nameless = new TreeMap<>();

    /** The file of the last event: what is left of it when its records are taken out is still a log. */
    private String file = "";

    private record Scope(String account, Topic topic) implements Comparable<Scope> {

        @Override
        public int compareTo(Scope other) {
            var byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : topic.compareTo(other.topic);
        }
    }

    /** Events that do not say who acted. */
    private record Nameless(long number, Source first) {}

    CloudTrailReader(Identities identities, Backlog backlog) {
        this.identities = identities;
        this.backlog = backlog;
        this.tally = new UsageTally(backlog);
    }

    @Override
    public String recognisedAs() {
        return "CloudTrail log";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ADMIN_LOGS, Topic.DATA_LOGS);
    }

    @Override
    public Set<String> envelopes() {
        return Set.of(RECORDS);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var value = record.value();
        if (record.envelope() == null && value.path(RECORDS).isArray()) {
            return record.source().file().equals(file);
        }
        return (record.envelope() == null || record.envelope().equals(RECORDS))
                && value.path("eventSource").asText().endsWith(".amazonaws.com")
                && value.has("eventName")
                && value.has("eventTime");
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        file = record.source().file();
        if (!record.value().has("eventName")) {
            return;
        }
        var event = Element.of(record);
        var when = event.time("eventTime");
        if (when == null) {
            throw event.child("eventTime").malformed("`eventTime` is missing; fetch the log file again");
        }
        if (!seen.add(event.textOr("eventID", record.source().toString()))) {
            return;
        }
        switch (event.text("eventSource")) {
            case "s3.amazonaws.com" -> request(event, when);
            case "cloudtrail.amazonaws.com" -> change(event, when, facts);
            default -> {}
        }
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        tally.conclude(identities, facts);
        nameless.forEach((scope, events) -> facts.accept(new Coverage(
                scope.topic,
                scope.account,
                CoverageStatus.PARTIAL,
                events.number + " events do not say who acted, so that a principal is not named proves nothing",
                events.first)));
    }

    private void change(Element event, Instant when, Consumer<Fact> facts) throws MalformedRecordException {
        var name = event.text("eventName");
        if (LOGGING_CHANGES.contains(name) && !event.has("errorCode")) {
            facts.accept(new LogConfigChange(Provider.AWS, account(event), when, name, event.source()));
        }
    }

    private void request(Element event, Instant when) throws MalformedRecordException {
        var name = event.text("eventName");
        var error = event.textOr("errorCode", "");
        var isCopy = COPIES.contains(name);
        var about = S3Event.of(event.value(), isCopy);
        if (about == null || REDIRECTS.contains(error) || isNetworkActivity(event.value())) {
            return;
        }
        var caller = Caller.of(event.value().path("userIdentity"));
        if (caller == null) {
            var scope = new Scope(account(event), topic(event.value()));
            if (!nameless.containsKey(scope)) {
                backlog.hold(event.source().at().length());
            }
            nameless.merge(scope, new Nameless(1, event.source()), CloudTrailReader::sum);
            return;
        }
        var parameters = event.value().path("requestParameters");
        var permission = S3Permissions.of(name, !isCopy && parameters.has("versionId"));
        var outcome = Refusal.isRefusal(error) ? Outcome.DENIED : Outcome.ALLOWED;
        tally.add(caller, permission, about.bucket(), about.key(), outcome, when, event.source());
        var source = isCopy && error.isEmpty() ? S3Event.copySource(event.value()) : null;
        if (source != null) {
            var fromVersion = parameters.path("x-amz-copy-source").asText().contains("?versionId=");
            var read = S3Permissions.of("GetObject", fromVersion);
            tally.add(caller, read, source.bucket(), source.key(), Outcome.ALLOWED, when, event.source());
        }
    }

    /** The same request is logged a second time when it passed a VPC endpoint that logs. */
    private static boolean isNetworkActivity(JsonNode event) {
        return event.path("eventCategory").asText().equals("NetworkActivity");
    }

    private static Topic topic(JsonNode event) {
        return event.path("managementEvent").asBoolean() ? Topic.ADMIN_LOGS : Topic.DATA_LOGS;
    }

    private static Nameless sum(Nameless one, Nameless other) {
        var first = one.first.compareTo(other.first) <= 0 ? one.first : other.first;
        return new Nameless(one.number + other.number, first);
    }

    private static String account(Element event) throws MalformedRecordException {
        var account =
                event.textOr("recipientAccountId", event.child("userIdentity").textOr("accountId", ""));
        if (!Hierarchy.isAccount(account)) {
            throw event.child("recipientAccountId")
                    .malformed("`recipientAccountId` is not a 12-digit account; fetch the log file again");
        }
        return account;
    }
}
