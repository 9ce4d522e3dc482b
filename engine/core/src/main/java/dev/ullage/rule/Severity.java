package dev.ullage.rule;

import java.util.Locale;

/** How much a failing rule matters, from worst to least. It never says whether the rule failed. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /** The word used in files and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
