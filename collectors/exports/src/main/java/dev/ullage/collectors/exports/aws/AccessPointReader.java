package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.AccessPoint;
import dev.ullage.model.Fact;
import dev.ullage.model.Provider;
import dev.ullage.model.Setting;
import dev.ullage.model.SettingName;
import dev.ullage.model.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads {@code aws s3control list-access-points}, {@code get-access-point}, {@code get-access-point-policy} and {@code
 * get-access-point-policy-status}. The last two look like those of a bucket, and are told apart by their folder.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetAccessPoint.html">GetAccessPoint</a>
 */
final class AccessPointReader implements RecordReader {

    private static final String LIST = "AccessPointList";
    private static final String BLOCK = "PublicAccessBlockConfiguration";
    private static final Map<String, SettingName> BLOCKS = Map.of(
            "BlockPublicAcls", SettingName.BLOCK_PUBLIC_ACLS,
            "IgnorePublicAcls", SettingName.IGNORE_PUBLIC_ACLS,
            "BlockPublicPolicy", SettingName.BLOCK_PUBLIC_POLICY,
            "RestrictPublicBuckets", SettingName.RESTRICT_PUBLIC_BUCKETS);

    private final AccessPoints points;
    private final PolicyDocumentReader documents;

    AccessPointReader(AccessPoints points, PolicyDocumentReader documents) {
        this.points = points;
        this.documents = documents;
    }

    @Override
    public String recognisedAs() {
        return "S3 access points";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ACCESS_POINTS, Topic.ACCESS_POINT_POLICIES);
    }

    @Override
    public boolean recognises(ExportRecord record) {
        var value = record.value();
        if (record.envelope() != null) {
            return false;
        }
        return value.path(LIST).isArray()
                || value.path("AccessPointArn").isTextual() && value.has("NetworkOrigin")
                || AccessPoints.isIn(record.folders())
                        && (BucketOutput.isOnly(value, "Policy")
                                        && value.get("Policy").isTextual()
                                || BucketOutput.isOnly(value, "PolicyStatus"));
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var output = Element.of(record);
        if (output.has(LIST)) {
            for (var point : output.list(LIST)) {
                points.known(point(point));
            }
            points.listed(record.folders(), !output.has("NextToken"), record.source());
        } else if (output.has("Policy")) {
            var policy = output.child("Policy");
            points.policy(
                    documents.read("", "access point policy", policy.value(), policy.source()),
                    record.folders(),
                    policy.source());
        } else if (output.has("PolicyStatus")) {
            points.status(output.object("PolicyStatus").flag("IsPublic"), record.folders(), record.source());
        } else {
            var point = point(output);
            points.known(point);
            if (output.has(BLOCK)) {
                points.blocked(point.id(), blocks(point.id(), output.object(BLOCK)));
            }
        }
    }

    private static AccessPoint point(Element element) throws MalformedRecordException {
        var account = Arn.account(element, "AccessPointArn");
        return new AccessPoint(
                element.text("AccessPointArn"),
                account,
                Buckets.id(element.textOr("Bucket", "")),
                element.textOr("NetworkOrigin", ""),
                element.has("VpcConfiguration")
                        ? element.object("VpcConfiguration").optionalText("VpcId")
                        : null,
                element.source());
    }

    private static List<Setting> blocks(String id, Element configuration) throws MalformedRecordException {
        var settings = new ArrayList<Setting>();
        for (var block : BLOCKS.entrySet()) {
            settings.add(new Setting(
                    Provider.AWS,
                    id,
                    block.getValue(),
                    Boolean.toString(configuration.flag(block.getKey())),
                    configuration.source()));
        }
        return settings;
    }

    @Override
    public void finish(Consumer<Fact> facts) {
        points.conclude(facts);
    }
}
