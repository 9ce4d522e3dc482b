package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import java.util.List;

/**
 * {@code get-bucket-location}: null stands for the first region that there was.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html">GetBucketLocation</a>
 */
final class BucketLocationOutput implements BucketOutput {

    private final Buckets buckets;

    BucketLocationOutput(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public BucketCall call() {
        return BucketCall.LOCATION;
    }

    @Override
    public String recognisedAs() {
        return "S3 bucket location";
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return BucketOutput.isOnly(record.value(), "LocationConstraint");
    }

    @Override
    public BucketAnswer.About read(Element output) throws MalformedRecordException {
        var location = output.textOr("LocationConstraint", "us-east-1");
        return bucket -> {
            buckets.located(bucket, location.equals("EU") ? "eu-west-1" : location);
            return List.of();
        };
    }
}
