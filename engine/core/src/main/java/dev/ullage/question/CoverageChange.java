package dev.ullage.question;

import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A body of facts that one snapshot has read and the other has not, or not as well.
 *
 * @param before how it was read first; null when it was not
 * @param after how it was read later; null when it was not
 * @param reason why it was not read completely, in one sentence; may be empty
 */
public record CoverageChange(
        Topic topic,
        String scope,
        @Nullable CoverageStatus before,
        @Nullable CoverageStatus after,
        String reason) {

    /** True when less is known than before, so that new access may be hidden. */
    public boolean isLoss() {
        return after != CoverageStatus.COMPLETE;
    }
}
