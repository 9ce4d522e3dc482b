package dev.ullage.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that can act, as listed by the provider (not merely named in a grant).
 *
 * @param id GCP member form ({@code serviceAccount:trainer@acme-ml.iam.gserviceaccount.com}, {@code user:…},
 *     {@code group:…}) or AWS ARN ({@code arn:aws:iam::111122223333:role/trainer}); exact bytes, never case-folded
 * @param container project or account that it belongs to; null where it has none (a person in a directory)
 * @param name what a person calls it
 * @param enabled {@code NO} when disabled at the provider
 * @param lastActive last activity that the provider reports, which may lag by hours and may count denied attempts; null
 *     when not reported
 * @param permissionsBoundary ARN of the AWS permissions boundary; null for none
 * @param tags labels or tags, sorted
 */
public record Principal(
        Provider provider,
        String id,
        PrincipalKind kind,
        @Nullable String container,
        String name,
        Answer enabled,
        @Nullable Instant created,
        @Nullable Instant lastActive,
        @Nullable String permissionsBoundary,
        SortedMap<String, String> tags,
        Source source)
        implements Fact {

    public Principal {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
}
