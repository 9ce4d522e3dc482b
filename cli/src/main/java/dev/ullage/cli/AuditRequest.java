package dev.ullage.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to audit.
 *
 * @param estate an existing folder
 * @param asOf the time that the exports describe, as the person stated it; null to take the estate's own statement
 * @param now taken where neither the person nor the estate says what time the exports describe
 * @param rules folders of rules that are asked beside the built-in ones; a rule with the id of a built-in one replaces it
 */
record AuditRequest(Path estate, @Nullable Instant asOf, Instant now, List<Path> rules) {

    AuditRequest {
        rules = List.copyOf(rules);
    }
}
