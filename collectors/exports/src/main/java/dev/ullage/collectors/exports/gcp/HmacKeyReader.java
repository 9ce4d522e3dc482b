package dev.ullage.collectors.exports.gcp;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Answer;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Credential;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * HMAC keys as the JSON API describes them ({@code gcloud storage hmac list --format=json}). Only the metadata is read,
 * and only that is ever listed: the secret is shown once, when a key is made.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/projects/hmacKeys">HMAC keys</a>
 */
final class HmacKeyReader implements RecordReader {

    /** Projects whose keys were listed; a project without any cannot be seen to have been listed. */
    private final Map<String, Source> projects = new TreeMap<>();

    @Override
    public String recognisedAs() {
        return "Cloud Storage HMAC keys";
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.HMAC_KEYS);
    }

    @Override
    public Set<String> envelopes() {
        return Set.of("items");
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return JsonFields.text(record.value(), "kind").equals("storage#hmacKeyMetadata")
                || (record.value().has("accessId") && record.value().has("serviceAccountEmail"));
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var key = record.value();
        facts.accept(new Credential(
                Provider.GCP,
                CredentialKind.HMAC_KEY,
                JsonFields.required(key, "", "accessId"),
                "serviceAccount:" + JsonFields.required(key, "", "serviceAccountEmail"),
                JsonFields.time(key, "", "timeCreated"),
                null,
                Answer.of(JsonFields.required(key, "", "state").equals("ACTIVE")),
                Answer.UNKNOWN,
                null,
                record.source()));
        var project = JsonFields.text(key, "projectId");
        if (!project.isEmpty()) {
            projects.putIfAbsent("projects/" + project, record.source());
        }
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        projects.forEach((project, source) ->
                facts.accept(new Coverage(Topic.HMAC_KEYS, project, CoverageStatus.COMPLETE, "", source)));
    }
}
