package dev.ullage.cli;

import dev.ullage.analysis.Finding;
import dev.ullage.analysis.Verdict;
import dev.ullage.rule.Severity;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The findings that a caller wants to hear of through the exit code.
 *
 * @param threshold the mildest severity that counts; null when none does
 */
record FailOn(@Nullable Severity threshold) {

    private static final String NEVER = "never";

    /** True for a finding that fails, that nobody accepted for now, and that is at or above the threshold. */
    boolean objectsTo(Finding finding) {
        return threshold != null
                && finding.verdict() == Verdict.FAIL
                && finding.waiver() == null
                && finding.severity().compareTo(threshold) <= 0;
    }

    /** The word that a person writes. */
    @Override
    public String toString() {
        return threshold == null ? NEVER : threshold.word();
    }

    /** From the word that a person writes. */
    static final class Converter implements ITypeConverter<FailOn> {
        @Override
        public FailOn convert(String word) {
            if (word.equals(NEVER)) {
                return new FailOn(null);
            }
            return Arrays.stream(Severity.values())
                    .filter(severity -> severity.word().equals(word))
                    .map(FailOn::new)
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("`" + word + "` is no severity; write one of "
                            + Arrays.stream(Severity.values())
                                    .map(Severity::word)
                                    .collect(Collectors.joining(", "))
                            + " or " + NEVER));
        }
    }
}
