package dev.ullage.analysis;

import dev.ullage.rule.Control;
import java.util.List;

/**
 * What the rules together say of one control.
 *
 * @param verdict {@code FAIL} when a rule fails; else {@code UNKNOWN} when a rule could not answer; else {@code PASS}, or
 *     {@code NOT_APPLICABLE} when no rule had anything to ask
 * @param failing ids of the rules that fail
 * @param unanswered ids of the rules that could not answer
 */
public record ControlOutcome(Control control, Verdict verdict, List<String> failing, List<String> unanswered) {

    public ControlOutcome {
        failing = List.copyOf(failing);
        unanswered = List.copyOf(unanswered);
    }
}
