package dev.ullage.rule;

import java.util.List;
import java.util.Locale;

/**
 * A criterion of SOC 2 or a control of ISO/IEC 27001:2022, in our own words.
 *
 * @param framework {@code SOC 2} or {@code ISO/IEC 27001:2022}
 * @param id such as {@code CC6.3} or {@code A.5.18}
 * @param support how far the rules go in testing it
 * @param rules ids of the rules that bear on it
 */
public record Control(String framework, String id, String title, Support support, List<String> rules) {

    /** How far automation goes. */
    public enum Support {
        /** Tests the thing itself, continuously. */
        FULL,
        /** Tests a part of it. */
        PARTIAL,
        /** Gives a supporting fact. */
        SUPPORTING,
        /** Needs a human record. */
        MANUAL;

        /** The word used in files and reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Control {
        rules = List.copyOf(rules);
    }
}
