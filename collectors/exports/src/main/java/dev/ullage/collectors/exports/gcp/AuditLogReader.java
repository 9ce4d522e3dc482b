package dev.ullage.collectors.exports.gcp;

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
import dev.ullage.model.Topic;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cloud Audit Logs, from a sink or from {@code gcloud logging read --format=json}. Requests to Cloud Storage are counted;
 * changes of what is logged are put down. Entries of other services and other logs are passed over.
 *
 * <p>Only what the provider asserts decides: the authenticated principal, the permissions it checked, the status. What a
 * caller can write, such as the user agent, is not looked at. Sinks deliver at least once, so an entry is counted once by
 * log name, time and insert id (see {@link SeenEntries} for how far back).
 *
 * @see <a href="https://cloud.google.com/logging/docs/reference/audit/auditlog/rest/Shared.Types/AuditLog">AuditLog</a>
 */
final class AuditLogReader implements RecordReader {

    private static final Pattern LOG =
            Pattern.compile("((?:projects|folders|organizations)/[^/]+)/logs/cloudaudit\\.googleapis\\.com(?:%2F|/).*");
    private static final Pattern OBJECT =
            Pattern.compile("projects/[^/]+/buckets/([^/]+)(?:/objects/(.*))?", Pattern.DOTALL);
    private static final Pattern LOGGING_METHOD = Pattern.compile(
            "google\\.logging\\.v2\\.ConfigServiceV2\\.(?:(?:Update|Delete)Sink|(?:Create|Update)Exclusion)");

    /** google.rpc.Code: {@code PERMISSION_DENIED} and {@code UNAUTHENTICATED}. */
    private static final Set<Integer> REFUSED = Set.of(7, 16);

    private final GcpEstate estate;
    private final UsageTally tally = new UsageTally();

    /** Made with the first entry, for its size; null before. */
    private @Nullable SeenEntries seen;

    AuditLogReader(GcpEstate estate) {
        this.estate = estate;
    }

    @Override
    public String recognisedAs() {
        return "Cloud Audit Logs";
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.DATA_LOGS, Topic.ADMIN_LOGS);
    }

    @Override
    public Set<String> envelopes() {
        return Set.of("entries");
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var value = record.value();
        return (value.has("logName") && value.has("timestamp")) || PageMark.isOn(record, "entries");
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        if (PageMark.isOn(record, "entries")) {
            throw PageMark.malformed();
        }
        var entry = record.value();
        var logName = JsonFields.text(entry, "logName");
        var log = LOG.matcher(logName);
        var payload = entry.path("protoPayload");
        if (!log.matches() || !payload.isObject()) {
            return;
        }
        var when = JsonFields.time(entry, "", "timestamp");
        if (when == null) {
            throw new MalformedRecordException("", "`timestamp` is missing; export it again");
        }
        var insertId = JsonFields.text(entry, "insertId");
        if (!insertId.isEmpty() && !isNew(logName + "\n" + JsonFields.text(entry, "timestamp") + "\n" + insertId)) {
            return;
        }
        if (JsonFields.text(payload, "serviceName").equals("storage.googleapis.com")) {
            count(record, payload, when);
        } else if (changesLogging(payload)) {
            change(record, payload, log.group(1), when, facts);
        }
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        tally.finish(facts);
        var leftOut = tally.leftOut();
        if (leftOut != null) {
            for (var topic : topics()) {
                facts.accept(new Coverage(
                        topic,
                        "*",
                        CoverageStatus.PARTIAL,
                        "too many different principals, permissions and folders to count; audit parts of the estate one"
                                + " at a time",
                        leftOut));
            }
        }
    }

    private boolean isNew(String key) {
        var entries = seen == null ? new SeenEntries() : seen;
        seen = entries;
        return entries.isNew(key);
    }

    private void count(ExportRecord record, JsonNode payload, Instant when) throws MalformedRecordException {
        var principal = principal(payload.path("authenticationInfo"));
        boolean refused = REFUSED.contains(payload.path("status").path("code").asInt());
        var checks = JsonFields.list(payload.path("authorizationInfo"), "/protoPayload/authorizationInfo");
        var resource = JsonFields.text(payload, "resourceName");
        if (checks.isEmpty()) {
            add(principal, JsonFields.text(payload, "methodName"), resource, !refused, when, record);
        }
        for (var check : checks) {
            var checked = JsonFields.text(check, "resource");
            boolean granted = check.path("granted").asBoolean() && !refused;
            var permission = JsonFields.text(check, "permission");
            add(principal, permission, OBJECT.matcher(checked).matches() ? checked : resource, granted, when, record);
        }
    }

    private void add(
            String principal, String permission, String resource, boolean granted, Instant when, ExportRecord record) {
        var place = OBJECT.matcher(resource);
        if (!permission.startsWith("storage.") || !place.matches()) {
            return;
        }
        tally.add(
                principal,
                permission,
                "gs://" + place.group(1),
                place.group(2) == null ? "" : place.group(2),
                granted ? Outcome.ALLOWED : Outcome.DENIED,
                when,
                record.source());
    }

    /** Under delegation the address is that of the account which was acted as, which is the one whose grants counted. */
    private static String principal(JsonNode authentication) {
        var email = JsonFields.text(authentication, "principalEmail");
        if (!email.isEmpty()) {
            return (email.endsWith(".gserviceaccount.com") ? "serviceAccount:" : "user:") + email;
        }
        var subject = JsonFields.text(authentication, "principalSubject");
        return subject.isEmpty() ? "allUsers" : subject;
    }

    private static boolean changesLogging(JsonNode payload) {
        if (payload.path("status").path("code").asInt() != 0) {
            return false;
        }
        var method = JsonFields.text(payload, "methodName");
        if (LOGGING_METHOD.matcher(method).matches()) {
            return true;
        }
        return method.endsWith("SetIamPolicy")
                && (!deltas(payload.path("serviceData")).isEmpty()
                        || !deltas(payload.path("metadata")).isEmpty());
    }

    private static JsonNode deltas(JsonNode data) {
        return data.path("policyDelta").path("auditConfigDeltas");
    }

    private void change(ExportRecord record, JsonNode payload, String container, Instant when, Consumer<Fact> facts) {
        var method = JsonFields.text(payload, "methodName");
        estate.give(
                GcpEstate.CONTAINERS + container,
                () -> new LogConfigChange(Provider.GCP, estate.container(container), when, method, record.source()),
                facts);
    }
}
