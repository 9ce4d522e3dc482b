package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.analysis.Assessment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class DeterminismTest {

    @Test
    void locale_and_time_zone_change_nothing() {
        var expected = everything(SampleAssessment.acme());
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-deva"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

            assertThat(everything(SampleAssessment.acme())).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void the_order_of_the_input_changes_nothing() {
        assertThat(everything(shuffled(SampleAssessment.acme()))).isEqualTo(everything(SampleAssessment.acme()));
    }

    private static List<String> everything(Assessment assessment) {
        var all = new ArrayList<String>();
        Rendered.REPORTS.forEach(report -> all.add(Rendered.text(report, assessment)));
        all.add(SummaryTable.render(assessment, 100, false));
        return all;
    }

    private static Assessment shuffled(Assessment from) {
        return new Assessment(
                from.estate(),
                from.asOf(),
                from.tool(),
                shuffled(from.inputs()),
                shuffled(from.coverage()),
                shuffled(from.rules()),
                shuffled(from.outcomes()),
                shuffled(from.controls()),
                shuffled(from.ledger()),
                shuffled(from.ullage()),
                shuffled(from.findings()),
                shuffled(from.unusedWaivers()),
                shuffled(from.limits()));
    }

    private static <T> List<T> shuffled(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(7));
        return copy;
    }
}
