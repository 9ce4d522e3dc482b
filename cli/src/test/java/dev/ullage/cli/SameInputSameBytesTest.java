package dev.ullage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ullage.analysis.Assessment;
import dev.ullage.audit.Auditor;
import dev.ullage.cel.RuleCompiler;
import dev.ullage.collectors.exports.ExportFolder;
import dev.ullage.estate.EstateReader;
import dev.ullage.model.Snapshot;
import dev.ullage.reports.HtmlReport;
import dev.ullage.reports.JsonReport;
import dev.ullage.reports.Report;
import dev.ullage.reports.SarifReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameInputSameBytesTest {

    private final Locale locale = Locale.getDefault();
    private final TimeZone timeZone = TimeZone.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void home() {
        Locale.setDefault(locale);
        TimeZone.setDefault(timeZone);
    }

    @Test
    void another_place_order_of_files_time_zone_and_locale_give_the_same_bytes() throws Exception {
        var here = reports(Acme.audit(Acme.FOLDER));

        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

        assertThat(reports(Acme.audit(Acme.copy(folder, 7)))).isEqualTo(here);
    }

    @Test
    void facts_in_another_order_give_the_same_bytes() throws Exception {
        var compiler = new RuleCompiler();
        var request = new AuditRequest(Acme.FOLDER, null, Instant.EPOCH, List.of());
        var rules = ExportAuditPipeline.rules(request, compiler).orElseThrow();
        var auditor = new Auditor(rules, ExportAuditPipeline.judge(rules, compiler), Version.tool());
        var estate = EstateReader.read(Acme.FOLDER).orElseThrow();
        var exports = ExportFolder.standard().read(Acme.FOLDER);
        var shuffled = new ArrayList<>(exports.facts());
        Collections.shuffle(shuffled, new Random(7));

        var straight = auditor.audit(Snapshot.of(exports.facts()), estate, exports.files(), estate.asOf());
        var mixed = auditor.audit(Snapshot.of(shuffled), estate, exports.files(), estate.asOf());

        assertThat(reports(mixed)).isEqualTo(reports(straight));
    }

    private static String reports(Assessment assessment) throws IOException {
        var out = new ByteArrayOutputStream();
        for (Report report : List.of(new HtmlReport(), new SarifReport(), new JsonReport())) {
            report.write(assessment, out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
