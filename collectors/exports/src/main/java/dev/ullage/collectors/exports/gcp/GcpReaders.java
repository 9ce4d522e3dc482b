package dev.ullage.collectors.exports.gcp;

import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.collectors.exports.TextReader;
import java.util.List;

/** The readers of all GCP exports for one run; they share what they learn of names. */
public final class GcpReaders {

    private final List<RecordReader> records;
    private final List<TextReader> texts;

    public GcpReaders() {
        var estate = new GcpEstate();
        this.records = List.of(
                new AssetIamPolicyReader(estate),
                new AssetOrgPolicyReader(estate),
                new AuditLogReader(estate),
                new ObjectListingReader(estate),
                new BucketReader(estate),
                new HmacKeyReader(),
                new CloudIdentityReader(estate),
                new KeyActivityReader(estate),
                new DenyPolicyReader(estate),
                new AccessBoundaryReader(estate),
                // Last, because it gives what waits for names and then the containers that were only mentioned.
                new AssetResourceReader(estate));
        this.texts = List.of(new GcloudErrorReader(estate));
    }

    /** Readers of JSON records. */
    public List<RecordReader> records() {
        return records;
    }

    /** Readers of files that are not JSON. */
    public List<TextReader> texts() {
        return texts;
    }
}
