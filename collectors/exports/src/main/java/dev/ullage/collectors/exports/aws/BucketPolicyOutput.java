package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.AttachmentKind;
import dev.ullage.model.PolicyAttachment;
import dev.ullage.model.PolicyDocument;
import java.util.List;

/** {@code get-bucket-policy}: the policy is JSON inside a text. */
final class BucketPolicyOutput implements BucketOutput {

    private final PolicyDocumentReader documents;

    BucketPolicyOutput(PolicyDocumentReader documents) {
        this.documents = documents;
    }

    @Override
    public BucketCall call() {
        return BucketCall.POLICY;
    }

    @Override
    public String recognisedAs() {
        return "S3 bucket policy";
    }

    @Override
    public boolean recognises(ExportRecord record) {
        return BucketOutput.isOnly(record.value(), "Policy")
                && record.value().get("Policy").isTextual();
    }

    @Override
    public BucketAnswer.About read(Element output) throws MalformedRecordException {
        var policy = output.child("Policy");
        var document = documents.read("", "bucket policy", policy.value(), policy.source());
        return bucket -> {
            var id = bucket + "#policy";
            return List.of(
                    new PolicyDocument(
                            id,
                            document.name(),
                            document.version(),
                            document.statements(),
                            document.problems(),
                            document.source()),
                    new PolicyAttachment(bucket, id, AttachmentKind.RESOURCE, policy.source()));
        };
    }
}
