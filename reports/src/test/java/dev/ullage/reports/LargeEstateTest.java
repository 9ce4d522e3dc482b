package dev.ullage.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.Finding;
import dev.ullage.analysis.LedgerRow;
import dev.ullage.analysis.UllageFigure;
import dev.ullage.model.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class LargeEstateTest {

    private static final int FINDINGS = 100_000;
    private static final int IDENTITIES = 5_000;
    private static final int PLACES = 30;
    private static final int MEGABYTE = 1 << 20;

    private static final Assessment LARGE = large();

    @Test
    void the_page_stays_small_enough_to_open_and_says_what_it_leaves_out() {
        var html = assertTimeout(Duration.ofSeconds(20), () -> Rendered.text(new HtmlReport(), LARGE));
        var page = Jsoup.parse(html);

        assertThat(html.length()).isLessThan(5 * MEGABYTE);
        assertThat(page.select(".matrix tbody tr")).hasSize(LedgerMatrix.MOST_IDENTITIES);
        assertThat(page.select("#matrix-caption .note").text())
                .isEqualTo(
                        "Only those with most to look at: 4,960 more identities and 10 more places are in findings.json.");
        assertThat(page.select("#findings .more").text())
                .isEqualTo("The worst 200 of 100,000 are shown; findings.json has all of them.");
        assertThat(page.select("#ullage-caption .note").text())
                .isEqualTo("4,950 more identities are in findings.json.");
    }

    @Test
    void code_scanning_gets_as_much_as_it_takes() {
        var run = assertTimeout(Duration.ofSeconds(60), () -> Rendered.json(new SarifReport(), LARGE))
                .get("runs")
                .get(0);

        assertThat(run.get("results")).hasSize(25_000);
    }

    @Test
    void the_json_has_everything() throws IOException {
        var lines = new Lines();
        new JsonReport().write(LARGE, lines);

        assertThat(lines.count).isGreaterThan(FINDINGS + IDENTITIES * PLACES);
    }

    @Test
    void the_summary_stays_short() {
        assertThat(SummaryTable.render(LARGE, 80, false).lines().count()).isLessThan(60);
    }

    private static Assessment large() {
        var sample = SampleAssessment.acme();
        var finding = sample.findings().get(2);
        var row = sample.ledger().get(8);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < FINDINGS; i++) {
            findings.add(copy(finding, i));
        }
        var rows = new ArrayList<LedgerRow>();
        var figures = new ArrayList<UllageFigure>();
        for (int i = 0; i < IDENTITIES; i++) {
            var principal = "serviceAccount:worker-" + i + "@acme-ml.iam.gserviceaccount.com";
            figures.add(new UllageFigure(principal, PLACES, i % PLACES, 0));
            for (int j = 0; j < PLACES; j++) {
                rows.add(copy(row, principal, "gs://acme-bucket-" + j));
            }
        }
        return new Assessment(
                sample.estate(),
                sample.asOf(),
                sample.tool(),
                sample.inputs(),
                sample.coverage(),
                sample.rules(),
                sample.outcomes(),
                sample.controls(),
                rows,
                figures,
                findings,
                sample.unusedWaivers(),
                List.of());
    }

    private static Finding copy(Finding one, int i) {
        return new Finding(
                SampleAssessment.digest("finding " + i),
                one.rule(),
                one.title(),
                one.severity(),
                one.verdict(),
                one.scope(),
                one.principal() + i,
                one.resource() + i,
                one.message() + " " + i,
                one.evidence(),
                one.missing(),
                one.controls(),
                one.fix(),
                one.anchor(),
                one.waiver());
    }

    private static LedgerRow copy(LedgerRow row, String principal, String bucket) {
        return new LedgerRow(
                row.provider(),
                principal,
                row.permissionClass(),
                row.permission(),
                Place.allObjects(bucket),
                row.container(),
                row.granted(),
                row.declared(),
                row.used(),
                row.verdict(),
                row.lastUsed(),
                row.uses(),
                row.because(),
                row.missing(),
                bucket + "/x");
    }

    /** Counts lines and keeps nothing. */
    private static final class Lines extends OutputStream {

        private int count;

        @Override
        public void write(int b) {
            count += b == '\n' ? 1 : 0;
        }
    }
}
