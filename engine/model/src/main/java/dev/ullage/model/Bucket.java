package dev.ullage.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A bucket that exists. Its configuration is a set of {@link Setting}s.
 *
 * @param id {@code gs://name} or {@code s3://name}
 * @param container project or account that owns it
 * @param location region or multi-region as the provider writes it; empty when not read
 * @param labels labels or tags, sorted
 */
public record Bucket(
        Provider provider,
        String id,
        String container,
        String location,
        @Nullable Instant created,
        SortedMap<String, String> labels,
        Source source)
        implements Fact {

    public Bucket {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
