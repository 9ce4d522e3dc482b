package dev.ullage.rule.subject;

import dev.ullage.model.Answer;
import dev.ullage.model.PrincipalKind;
import dev.ullage.model.Provider;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A principal as rules see it. */
@Means("the principal that holds, trusts or acts")
public record PrincipalView(
        @Means(
                value = "its id",
                note = "In the provider's words",
                example = "serviceAccount:trainer@acme-ml.iam.gserviceaccount.com")
        String id,

        @Means("the cloud that it belongs to") Provider provider,
        @Means("what sort of thing it is") PrincipalKind kind,

        @Means(
                value = "the project or account that it belongs to",
                note = "Empty for one of a directory",
                example = "projects/acme-ml")
        String container,

        @Means(value = "what a person calls it", example = "trainer")
        String name,

        @Means("whether it is enabled at the provider") Answer enabled,

        @Means(value = "when it was made", example = "timestamp('2026-03-01T00:00:00Z')") @Nullable
        Instant created,

        @Means(value = "the labels or tags that it has", example = "principal.tags.says('team', 'fraud')") @Nullable
        SortedMap<String, String> tags,

        @Means(
                value = "whether it is outside the estate",
                note = "Not of its projects, accounts and mail domains, and not an agent of the provider")
        Answer external,

        @Means(value = "whether people sign in as it", note = "Instead of a workload running as it")
        Answer person,

        @Means(
                value = "whether it is the default service account of a GCP project",
                note = "What names no service account runs as it")
        boolean defaultServiceAccount,

        @Means(value = "how many active long-lived keys it has", example = "2") @Nullable
        Long activeKeys,

        @Means("whether an intent names it") boolean hasIntent,

        @Means("whether an intent declares it as an emergency identity")
        boolean breakGlass,

        @Means(value = "which workloads' intents name it", note = "Sorted", example = "['fraud-train']")
        List<String> workloads,

        @Means(value = "in which environments the intents that name it are", note = "Sorted", example = "['prod']")
        List<String> environments,

        @Means(value = "the owner whom its intents name", note = "Empty without one", example = "fraud-ml@acme.example")
        String owner)
        implements View {

    public PrincipalView {
        tags = tags == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        workloads = List.copyOf(workloads);
        environments = List.copyOf(environments);
    }
}
