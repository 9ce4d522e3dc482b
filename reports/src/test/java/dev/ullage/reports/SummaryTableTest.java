package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.analysis.Assessment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTableTest {

    @Test
    void it_is_as_it_was() {
        Golden.assertMatches("summary.txt", SummaryTable.render(SampleAssessment.acme(), 100, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 200})
    void no_line_is_wider_than_the_terminal(int width) {
        assertThat(SummaryTable.render(SampleAssessment.acme(), width, false).lines())
                .allSatisfy(line -> assertThat(ForeignText.columns(line)).isLessThanOrEqualTo(width));
    }

    @Test
    void colour_only_repeats_what_the_words_say() {
        var coloured = SummaryTable.render(SampleAssessment.acme(), 80, true);

        assertThat(coloured).contains("\u001b[35mcritical\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
                .isEqualToIgnoringWhitespace(SummaryTable.render(SampleAssessment.acme(), 80, false));
    }

    @Test
    void an_audit_without_anything_says_so() {
        var nothing = new Assessment(
                "none",
                Instant.EPOCH,
                "ullage 0.1.0",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(SummaryTable.render(nothing, 80, false))
                .contains("no rule was asked")
                .contains("No open findings")
                .contains("Ullage: nothing is granted");
    }
}
