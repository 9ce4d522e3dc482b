package dev.ullage.reports;

import dev.ullage.analysis.LedgerVerdict;
import dev.ullage.analysis.Verdict;
import dev.ullage.model.Answer;
import dev.ullage.model.CoverageStatus;
import dev.ullage.rule.Severity;

/**
 * How an answer is shown: a word and a symbol that carry the meaning, and a tone that only repeats it as a colour.
 *
 * @param tone a class of the stylesheet: {@code danger strong warn odd unknown quiet fine plain}
 */
record Mark(String word, String symbol, String tone) {

    static Mark of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> new Mark("pass", "✓", "fine");
            case FAIL -> new Mark("fail", "✕", "danger");
            case UNKNOWN -> new Mark("unknown", "?", "unknown");
            case NOT_APPLICABLE -> new Mark("not applicable", "–", "plain");
        };
    }

    static Mark of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> new Mark(severity.word(), "▲▲", "danger");
            case HIGH -> new Mark(severity.word(), "▲", "strong");
            case MEDIUM -> new Mark(severity.word(), "◆", "warn");
            case LOW -> new Mark(severity.word(), "▽", "quiet");
        };
    }

    static Mark of(LedgerVerdict verdict) {
        var meaning = LedgerMeaning.of(verdict);
        return new Mark(meaning.word(), "", meaning.tone());
    }

    static Mark of(Answer answer) {
        return switch (answer) {
            case YES -> new Mark("yes", "●", "plain");
            case NO -> new Mark("no", "○", "plain");
            case UNKNOWN -> new Mark("unknown", "?", "unknown");
        };
    }

    static Mark of(CoverageStatus status) {
        return switch (status) {
            case COMPLETE -> new Mark("complete", "✓", "fine");
            case PARTIAL -> new Mark("partial", "◐", "warn");
            case DENIED -> new Mark("denied", "✕", "strong");
        };
    }
}
