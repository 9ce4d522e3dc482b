package dev.ullage.rule.subject;

import dev.ullage.estate.IntentKind;
import dev.ullage.model.Answer;
import dev.ullage.model.Provider;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A bucket as rules see it; settings of the account, project or organization above are already taken into account. */
@Means("the bucket that it is about")
public record BucketView(
        @Means(value = "its id", example = "gs://acme-models")
        String id,

        @Means("the cloud that it is in") Provider provider,

        @Means(value = "the project or account that owns it", example = "projects/acme-ml")
        String container,

        @Means(value = "where it is stored", note = "In the provider's word", example = "EUROPE-WEST4") @Nullable
        String location,

        @Means(value = "when it was made", example = "timestamp('2026-03-01T00:00:00Z')") @Nullable
        Instant created,

        @Means(
                value = "the labels or tags that it has",
                example = "bucket.labels.says('classification', 'confidential')")
        @Nullable
        SortedMap<String, String> labels,

        @Means(
                value = "whether its access-control lists are switched off",
                note = "By uniform access on GCP, by Object Ownership BucketOwnerEnforced on AWS")
        Answer aclsDisabled,

        @Means(
                value = "whether public access is prevented whatever policies and lists say",
                note = "Enforced on GCP, all four Block Public Access switches on AWS, on the bucket or above it")
        Answer publicAccessPrevented,

        @Means("whether old versions of its objects are kept")
        Answer versioned,

        @Means(value = "how it encrypts by default", note = "In the provider's word", example = "aws:kms") @Nullable
        String encryption,

        @Means("whether it encrypts by default with a key that the customer manages")
        Answer customerManagedKey,

        @Means(value = "how many lifecycle rules it has", example = "0") @Nullable
        Long lifecycleRules,

        @Means("whether reads of its objects are logged") Answer readsLogged,
        @Means("whether writes of its objects are logged") Answer writesLogged,

        @Means(
                value = "which members' requests are left out of the Data Access logs",
                note = "Empty on AWS",
                example = "['user:ana@acme.example']")
        @Nullable
        List<String> exemptedMembers,

        @Means(value = "whether a request without TLS is refused", note = "Always so on GCP; by a bucket policy on AWS")
        Answer tlsOnly,

        @Means("whether an intent names it") boolean declared,

        @Means(value = "the kinds of the intents that read it", note = "Sorted", example = "['serve']")
        List<IntentKind> readBy,

        @Means(value = "the kinds of the intents that write it", note = "Sorted", example = "['train']")
        List<IntentKind> writtenBy)
        implements View {

    public BucketView {
        location = location == null || location.isEmpty() ? null : location;
        labels = labels == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        exemptedMembers = exemptedMembers == null ? null : List.copyOf(exemptedMembers);
        readBy = List.copyOf(readBy);
        writtenBy = List.copyOf(writtenBy);
    }
}
