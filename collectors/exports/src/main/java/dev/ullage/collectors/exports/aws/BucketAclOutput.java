package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;

/** {@code get-bucket-acl}. */
final class BucketAclOutput implements BucketOutput {

    @Override
    public BucketCall call() {
        return BucketCall.ACL;
    }

    @Override
    public String recognisedAs() {
        return "S3 bucket access-control list";
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return AccessControlList.isIn(record.value()) && !ObjectAclReader.isOfObject(record);
    }

    @Override
    public BucketAnswer.About read(Element output) throws MalformedRecordException {
        var list = AccessControlList.read(output);
        return bucket -> list.entries(bucket, null);
    }
}
