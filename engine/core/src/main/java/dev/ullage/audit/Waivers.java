package dev.ullage.audit;

import dev.ullage.estate.Waiver;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waivers of a day, and which of them did something. */
final class Waivers {

    private final List<Waiver> all;
    private final LocalDate today;
    private final Set<Waiver> matched = new HashSet<>();

    Waivers(List<Waiver> all, LocalDate today) {
        this.all = List.copyOf(all);
        this.today = today;
    }

    /** The first waiver in force that names the rule and exactly this principal and resource; null for none. */
    @Nullable
    Waiver covering(String rule, @Nullable String principal, String resource) {
        for (var waiver : all) {
            if (waiver.inForceOn(today)
                    && waiver.rule().equals(rule)
                    && (waiver.principal() == null || waiver.principal().equalsIgnoreCase(principal))
                    && (waiver.resource() == null || waiver.resource().equals(resource))) {
                matched.add(waiver);
                return waiver;
            }
        }
        return null;
    }

    /** Waivers that are expired, not yet in force, or match nothing. */
    List<Waiver> unused() {
        return all.stream().filter(waiver -> !matched.contains(waiver)).toList();
    }
}
