package dev.ullage.reports;

import dev.ullage.analysis.Evidence;
import dev.ullage.analysis.Step;
import dev.ullage.model.Source;
import org.jspecify.annotations.Nullable;

/**
 * Words and where they were read.
 *
 * @param source empty for a fact of the provider's documentation
 */
record SourcedText(String says, String source) {

    static SourcedText of(Step step) {
        return new SourcedText(step.says(), place(step.source()));
    }

    static SourcedText of(Evidence evidence) {
        return new SourcedText(evidence.says(), place(evidence.source()));
    }

    private static String place(@Nullable Source source) {
        return source == null ? "" : source.toString();
    }
}
