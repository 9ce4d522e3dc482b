package dev.ullage.collectors.exports.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;

/** One kind of output of {@code aws s3api} about one bucket. */
interface BucketOutput {

    /** The request that it answers. */
    BucketCall call();

    /** What the export is called, such as {@code S3 bucket policy}. */
    String recognisedAs();

    /** True when the record has the form of this answer; it is an object without envelope. */
    boolean recognises(ExportRecord record);

    /** What it says. */
    BucketAnswer.About read(Element output) throws MalformedRecordException;

    /** True when an object has exactly one field, of this name. */
    static boolean isOnly(JsonNode value, String name) {
        return value.size() == 1 && value.has(name);
    }

    /**
     * True for an empty object in a file whose own name has the word: the answer to what was never configured. An empty
     * object anywhere else says nothing.
     */
    static boolean isEmptyAnswer(ExportRecord record, String word) {
        var folders = record.folders();
        return record.value().isEmpty()
                && !folders.isEmpty()
                && folders.get(folders.size() - 1)
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(word);
    }
}
