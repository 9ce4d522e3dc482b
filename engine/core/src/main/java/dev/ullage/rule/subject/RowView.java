package dev.ullage.rule.subject;

import dev.ullage.model.Answer;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as rules see it: three columns, of which each can be unknown. That the logs cannot tell whether
 * something was used is a state of its own ({@code useKnown}), because it has its own remedy: switch the log on. A rule that
 * needs to know what is declared has nothing to say of a principal for whom nobody declared anything.
 */
@Means("the row of the ledger")
public record RowView(
        @Means("the cloud that it is about") Provider provider,
        @Means("what the permission lets its holder do") PermissionClass permissionClass,

        @Means(
                value = "which permission it is",
                note = "In the provider's words; empty where none is granted",
                example = "storage.objects.delete")
        String permission,

        @Means(value = "the objects or the bucket that it is about", example = "gs://acme-models/fraud/*")
        String place,

        @Means("whether the provider would allow it today") Answer granted,

        @Means("whether an intent declares it") Answer declared,

        @Means("whether it was used in the window of the logs")
        Answer used,

        @Means("whether the logs of the whole window can tell if it was used")
        boolean useKnown,

        @Means(
                value = "when it was last used",
                note = "Absent also when no use is known",
                example = "as_of - row.last_used > days(90)")
        @Nullable
        Instant lastUsed,

        @Means(value = "how many logged requests were allowed", example = "0")
        long uses,

        @Means(value = "a concrete object or resource that proves the row", example = "gs://acme-models/other-team/x")
        String witness)
        implements View {}
