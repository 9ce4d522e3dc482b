package dev.ullage.collectors.exports.gcp;

import dev.ullage.collectors.exports.ExportText;
import dev.ullage.collectors.exports.TextReader;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What {@code gcloud} prints when it may not list something: {@code ERROR: (gcloud.storage.objects.list) [user] does not
 * have permission to access b instance [bucket] (or it may not exist): …}. A read that was refused is a fact.
 */
final class GcloudErrorReader implements TextReader {

    /** As much of a line as is looked at. */
    private static final int LENGTH = 4096;

    private static final Pattern ERROR = Pattern.compile("ERROR: \\(gcloud\\.((?:alpha\\.|beta\\.)?[a-z.-]+)\\) ");
    private static final Pattern BUCKET = Pattern.compile("(?:\\bb instance \\[|gs://)([a-z0-9._-]+)");
    private static final Pattern PROJECT = Pattern.compile("(?:\\bprojects? instance \\[|\\bprojects/)([a-z0-9:.-]+)");
    private static final Pattern REFUSED =
            Pattern.compile("does not have permission|PERMISSION_DENIED|[Pp]ermission.*denied|\\b403\\b");

    /** What each command would have told of, by the beginning of its name. */
    private static final Map<String, Set<Topic>> COMMANDS = Map.of(
            "asset.",
                    EnumSet.of(
                            Topic.HIERARCHY,
                            Topic.PRINCIPALS,
                            Topic.IAM_POLICIES,
                            Topic.BUCKETS,
                            Topic.BUCKET_POLICIES,
                            Topic.BUCKET_SETTINGS,
                            Topic.BUCKET_ACLS,
                            Topic.CUSTOM_ROLES,
                            Topic.CREDENTIALS,
                            Topic.FEDERATION,
                            Topic.ACCOUNT_SETTINGS,
                            Topic.LOG_CONFIG),
            "storage.objects.", EnumSet.of(Topic.OBJECT_ACLS),
            "storage.buckets.", EnumSet.of(Topic.BUCKETS, Topic.BUCKET_SETTINGS, Topic.BUCKET_ACLS),
            "storage.hmac.", EnumSet.of(Topic.HMAC_KEYS),
            "iam.policies.", EnumSet.of(Topic.DENY_POLICIES),
            "iam.policy-bindings.", EnumSet.of(Topic.ACCESS_BOUNDARIES),
            "iam.principal-access-boundary-policies.", EnumSet.of(Topic.ACCESS_BOUNDARIES),
            "identity.groups.", EnumSet.of(Topic.GROUP_MEMBERSHIPS),
            "logging.read", EnumSet.of(Topic.ADMIN_LOGS, Topic.DATA_LOGS));

    private final GcpEstate estate;

    GcloudErrorReader(GcpEstate estate) {
        this.estate = estate;
    }

    @Override
    public String recognisedAs() {
        return "gcloud error message";
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.noneOf(Topic.class);
    }

    @Override
    public boolean recognises(String firstLine, List<String> folders) {
        return !topics(firstLine).isEmpty();
    }

    @Override
    public void read(ExportText text, Consumer<Fact> facts) throws IOException {
        var lines = new BufferedReader(text.content());
        int number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            var message = line.substring(0, Math.min(line.length(), LENGTH));
            var source = text.line(number);
            for (var topic : topics(message)) {
                estate.later(
                        () -> REFUSED.matcher(message).find()
                                ? new Coverage(
                                        topic,
                                        scope(topic, message, text.folders()),
                                        CoverageStatus.DENIED,
                                        "permission to read it was refused when the export was made; grant it to the"
                                                + " exporter and export again",
                                        source)
                                : new Coverage(
                                        topic,
                                        scope(topic, message, text.folders()),
                                        CoverageStatus.PARTIAL,
                                        "the command failed when the export was made; run it again",
                                        source),
                        facts);
            }
        }
    }

    private static Set<Topic> topics(String line) {
        var error = ERROR.matcher(line);
        if (!error.lookingAt()) {
            return Set.of();
        }
        var command = error.group(1).replaceFirst("^(alpha|beta)\\.", "");
        return COMMANDS.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Set.of());
    }

    /** The place that the message names, or else the bucket or group that the file is called by. */
    private String scope(Topic topic, String message, List<String> folders) {
        var bucket = BUCKET.matcher(message);
        if (bucket.find()) {
            return "gs://" + bucket.group(1);
        }
        var project = PROJECT.matcher(message);
        if (project.find()) {
            return estate.container("projects/" + project.group(1));
        }
        var scope = "*";
        for (var folder : folders) {
            if (topic == Topic.GROUP_MEMBERSHIPS && folder.contains("@")) {
                scope = "group:" + folder;
            } else if (topic != Topic.GROUP_MEMBERSHIPS && estate.isBucket("gs://" + folder)) {
                scope = "gs://" + folder;
            }
        }
        return scope;
    }
}
