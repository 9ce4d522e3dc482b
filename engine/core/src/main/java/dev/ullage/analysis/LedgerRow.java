package dev.ullage.analysis;

import dev.ullage.model.Answer;
import dev.ullage.model.PermissionClass;
import dev.ullage.model.Place;
import dev.ullage.model.Provider;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One (principal, permission class, place) of the ledger.
 *
 * @param container project or account of the place
 * @param permission the provider's permission that stands for the class here, such as {@code storage.objects.delete}
 * @param lastUsed last logged use; null when none is known
 * @param uses logged requests that were allowed
 * @param because why it is granted; empty when it is not
 * @param missing what would have to be read to decide, one sentence each; empty when everything is decided
 * @param witness the shortest concrete object or resource that proves the row, such as {@code gs://acme-models/x}
 */
public record LedgerRow(
        Provider provider,
        String principal,
        PermissionClass permissionClass,
        String permission,
        Place place,
        String container,
        Answer granted,
        Answer declared,
        Answer used,
        LedgerVerdict verdict,
        @Nullable Instant lastUsed,
        long uses,
        List<Explanation> because,
        List<String> missing,
        String witness) {

    public LedgerRow {
        because = List.copyOf(because);
        missing = List.copyOf(missing);
    }
}
