package dev.ullage.analysis;

import dev.ullage.estate.Waiver;
import dev.ullage.model.Source;
import dev.ullage.rule.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One subject that one rule objects to, or that it could not judge.
 *
 * @param fingerprint stable over runs: the same rule, principal and resource give the same 64 hexadecimal characters
 * @param verdict {@code FAIL} or {@code UNKNOWN}
 * @param scope project or account
 * @param principal who; null when the finding is about a resource alone
 * @param resource what: a bucket, place, principal or credential
 * @param message one sentence
 * @param missing for {@code UNKNOWN}, what would have to be read; else empty
 * @param controls ids such as {@code SOC 2 CC6.3}
 * @param anchor the intent or rule line that it is shown at in a pull request
 * @param waiver the acceptance in force; null for none
 */
public record Finding(
        String fingerprint,
        String rule,
        String title,
        Severity severity,
        Verdict verdict,
        String scope,
        @Nullable String principal,
        String resource,
        String message,
        List<Evidence> evidence,
        List<String> missing,
        List<String> controls,
        String fix,
        Source anchor,
        @Nullable Waiver waiver) {

    public Finding {
        evidence = List.copyOf(evidence);
        missing = List.copyOf(missing);
        controls = List.copyOf(controls);
    }
}
