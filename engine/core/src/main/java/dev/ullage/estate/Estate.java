package dev.ullage.estate;

import dev.ullage.model.LogExport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owners of an estate declare about it.
 *
 * @param name what they call it
 * @param asOf the time that the exports describe; null to take the caller's
 * @param intentsComplete true when every principal without an intent is meant to have no access
 * @param internalDomains mail domains whose people are not external
 * @param internalAccounts AWS accounts, beyond those in the input, that are not external
 * @param logExports what the log files in the input cover, as stated by the operator
 * @param usageWindowDays days without use after which access counts as unused
 */
public record Estate(
        String name,
        @Nullable Instant asOf,
        boolean intentsComplete,
        List<String> internalDomains,
        List<String> internalAccounts,
        List<LogExport> logExports,
        int usageWindowDays,
        List<Intent> intents,
        List<Waiver> waivers) {

    /** Days of silence that mean "unused", unless the estate says otherwise. */
    public static final int DEFAULT_USAGE_WINDOW_DAYS = 90;

    public Estate {
        internalDomains = List.copyOf(internalDomains);
        internalAccounts = List.copyOf(internalAccounts);
        logExports = List.copyOf(logExports);
        intents = List.copyOf(intents);
        waivers = List.copyOf(waivers);
    }

    /** An estate of which nothing is declared. */
    public static Estate undeclared(String name) {
        return new Estate(
                name, null, false, List.of(), List.of(), List.of(), DEFAULT_USAGE_WINDOW_DAYS, List.of(), List.of());
    }
}
