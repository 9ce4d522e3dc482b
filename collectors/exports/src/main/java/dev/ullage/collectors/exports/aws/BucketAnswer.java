package dev.ullage.collectors.exports.aws;

import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Source;
import java.util.List;

/**
 * What one request about one bucket was answered with, before it is known which bucket.
 *
 * @param folders where the file lies, as in the record it came from
 * @param status {@code COMPLETE} unless the request was refused or failed
 * @param reason why not complete, in a sentence; else empty
 */
record BucketAnswer(
        BucketCall call, List<String> folders, Source source, CoverageStatus status, String reason, About about) {

    /** The facts of an answer, once it is known what it is about. */
    @FunctionalInterface
    interface About {

        /** Nothing beyond the fact that the question was answered. */
        About NOTHING = resource -> List.of();

        /** {@code resource} is the id of a bucket, or for Block Public Access perhaps of an account. */
        List<Fact> facts(String resource);
    }

    /** An answer that was read. */
    static BucketAnswer read(BucketCall call, List<String> folders, Source source, About about) {
        return new BucketAnswer(call, folders, source, CoverageStatus.COMPLETE, "", about);
    }
}
