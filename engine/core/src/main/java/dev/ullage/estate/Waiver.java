package dev.ullage.estate;

import dev.ullage.model.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An owner's dated acceptance of findings of one rule.
 *
 * @param rule rule id
 * @param principal exact principal id that it is limited to; null for any
 * @param resource exact resource that it is limited to; null for any (at least one of the two is given)
 * @param owner who carries the risk
 * @param approver who agreed; never the owner
 * @param created first day
 * @param expires last day
 */
public record Waiver(
        String rule,
        @Nullable String principal,
        @Nullable String resource,
        String owner,
        String approver,
        String reason,
        LocalDate created,
        LocalDate expires,
        Source source) {

    /** True when it is in force on the day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(created) && !day.isAfter(expires);
    }
}
