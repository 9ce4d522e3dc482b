package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import java.util.List;

/** {@code get-bucket-tagging}: the tags become the bucket's labels. */
final class BucketTaggingOutput implements BucketOutput {

    private final Buckets buckets;

    BucketTaggingOutput(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public BucketCall call() {
        return BucketCall.TAGGING;
    }

    @Override
    public String recognisedAs() {
        return "S3 bucket tags";
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return BucketOutput.isOnly(record.value(), "TagSet");
    }

    @Override
    public BucketAnswer.About read(Element output) throws MalformedRecordException {
        var tags = output.tags("TagSet");
        return bucket -> {
            buckets.labelled(bucket, tags);
            return List.of();
        };
    }
}
