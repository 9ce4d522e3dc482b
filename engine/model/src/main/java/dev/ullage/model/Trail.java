package dev.ullage.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An AWS CloudTrail trail.
 *
 * @param id trail ARN
 * @param container account, or organisation id for an organisation trail
 * @param logging whether it records now
 * @param startedAt when it was last started; null when not read
 * @param allRegions true for a multi-region trail
 * @param selectors S3 data event selectors; empty when only management events are recorded
 * @param selectorsRead false when the selectors could not be read, so that their absence says nothing
 */
public record Trail(
        String id,
        String container,
        Answer logging,
        @Nullable Instant startedAt,
        boolean allRegions,
        List<TrailSelector> selectors,
        boolean selectorsRead,
        Source source)
        implements Fact {

    public Trail {
        selectors = List.copyOf(selectors);
    }
}
