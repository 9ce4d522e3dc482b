package dev.ullage.collectors.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The outputs that tell the settings of a bucket; they differ in their form and in nothing else. */
final class SettingsOutput implements BucketOutput {

    private static final String NONE = "none";
    private static final Set<String> VERSIONING_FIELDS = Set.of("Status", "MFADelete");
    private static final Set<String> VERSIONING_STATES = Set.of("Enabled", "Suspended");

    /** Reads the value of each setting of the request, in their order. */
    @FunctionalInterface
    private interface Values {
        List<String> of(Element output) throws MalformedRecordException;
    }

    private final BucketCall call;
    private final String recognisedAs;
    private final Predicate<ExportRecord> form;
    private final Values values;

    private SettingsOutput(BucketCall call, String recognisedAs, Predicate<ExportRecord> form, Values values) {
        this.call = call;
        this.recognisedAs = recognisedAs;
        this.form = form;
        this.values = values;
    }

    /** {@code get-public-access-block}, of a bucket or, from {@code aws s3control}, of an account. */
    static BucketOutput publicAccessBlock() {
        return new SettingsOutput(
                BucketCall.PUBLIC_ACCESS_BLOCK,
                "S3 public access block",
                record -> BucketOutput.isOnly(record.value(), "PublicAccessBlockConfiguration"),
                output -> {
                    var configuration = output.object("PublicAccessBlockConfiguration");
                    return List.of(
                            Boolean.toString(configuration.flag("BlockPublicAcls")),
                            Boolean.toString(configuration.flag("IgnorePublicAcls")),
                            Boolean.toString(configuration.flag("BlockPublicPolicy")),
                            Boolean.toString(configuration.flag("RestrictPublicBuckets")));
                });
    }

    /** {@code get-bucket-ownership-controls}. */
    static BucketOutput ownershipControls() {
        return new SettingsOutput(
                BucketCall.OWNERSHIP_CONTROLS,
                "S3 object ownership",
                record -> BucketOutput.isOnly(record.value(), "OwnershipControls"),
                output -> List.of(rule(output.object("OwnershipControls")).text("ObjectOwnership")));
    }

    /** {@code get-bucket-encryption}. */
    static BucketOutput encryption() {
        return new SettingsOutput(
                BucketCall.ENCRYPTION,
                "S3 default encryption",
                record -> BucketOutput.isOnly(record.value(), "ServerSideEncryptionConfiguration"),
                output -> {
                    var byDefault = rule(output.object("ServerSideEncryptionConfiguration"))
                            .object("ApplyServerSideEncryptionByDefault");
                    return List.of(byDefault.text("SSEAlgorithm"), byDefault.textOr("KMSMasterKeyID", NONE));
                });
    }

    /** {@code get-bucket-versioning}; an empty object is the answer for a bucket that never had it. */
    static BucketOutput versioning() {
        return new SettingsOutput(
                BucketCall.VERSIONING,
                "S3 versioning",
                record -> isVersioning(record.value()) || BucketOutput.isEmptyAnswer(record, "versioning"),
                output -> List.of(output.textOr("Status", "Disabled")));
    }

    private static boolean isVersioning(JsonNode value) {
        return VERSIONING_STATES.contains(value.path("Status").asText())
                && value.properties().stream().allMatch(field -> VERSIONING_FIELDS.contains(field.getKey()));
    }

    /** {@code get-bucket-lifecycle-configuration}. */
    static BucketOutput lifecycle() {
        return new SettingsOutput(
                BucketCall.LIFECYCLE, "S3 lifecycle configuration", record -> isLifecycle(record.value()), output -> {
                    int inForce = 0;
                    for (var rule : output.list("Rules")) {
                        inForce += rule.text("Status").equals("Enabled") ? 1 : 0;
                    }
                    return List.of(Integer.toString(inForce));
                });
    }

    private static boolean isLifecycle(JsonNode value) {
        var rule = value.path("Rules").path(0);
        return rule.path("Status").isTextual()
                && !rule.has("Destination")
                && (rule.has("Filter") || rule.has("Prefix") || rule.has("Expiration") || rule.has("Transitions"));
    }

    /** {@code get-bucket-logging}; an empty object is the answer for a bucket that has none. */
    static BucketOutput logging() {
        return new SettingsOutput(
                BucketCall.LOGGING,
                "S3 server access logging",
                record -> BucketOutput.isOnly(record.value(), "LoggingEnabled")
                        || BucketOutput.isEmptyAnswer(record, "logging"),
                output -> List.of(
                        output.has("LoggingEnabled")
                                ? output.object("LoggingEnabled").text("TargetBucket")
                                : NONE));
    }

    /** The one rule that these configurations hold. */
    private static Element rule(Element configuration) throws MalformedRecordException {
        var rules = configuration.list("Rules");
        if (rules.size() != 1) {
            throw configuration.malformed("has " + rules.size() + " rules where AWS keeps one; export it again");
        }
        return rules.get(0);
    }

    @Override
    public BucketCall call() {
        return call;
    }

    @Override
    public String recognisedAs() {
        return recognisedAs;
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return form.test(record);
    }

    @Override
    public BucketAnswer.About read(Element output) throws MalformedRecordException {
        return settings(call, values.of(output), output.source());
    }

    /** The settings of a request that was answered with "not configured". */
    static BucketAnswer.About notConfigured(BucketCall call, Source source) {
        return settings(call, call.settings().stream().map(name -> NONE).toList(), source);
    }

    private static BucketAnswer.About settings(BucketCall call, List<String> values, Source source) {
        return resource -> {
            var settings = new ArrayList<Fact>();
            for (int i = 0; i < values.size(); i++) {
                settings.add(new Setting(Provider.AWS, resource, call.settings().get(i), values.get(i), source));
            }
            return settings;
        };
    }
}
