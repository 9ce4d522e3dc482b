package dev.ullage.cli;

import dev.ullage.analysis.Assessment;
import dev.ullage.reports.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Runs the program in this process, with a pipeline that answers what a test tells it to. */
final class CommandRun {

    static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");

    /** What the pipeline was asked for. */
    final List<AuditRequest> requests = new ArrayList<>();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AuditPipeline pipeline;

    /** A program whose audits all end in this assessment. */
    CommandRun(Assessment assessment) {
        this((request, progress) -> new Audit(Assessments.NOTHING_READ, assessment));
    }

    /** A program with this pipeline. */
    CommandRun(AuditPipeline pipeline) {
        this.pipeline = (request, progress) -> {
            requests.add(request);
            return pipeline.run(request, progress);
        };
    }

    int run(String... args) {
        var console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                100,
                false,
                false);
        List<Report> reports = List.of(new WordReport("report.html", "html"), new WordReport("findings.json", "json"));
        return new Main(console, pipeline, reports, InstantSource.fixed(NOW)).run(args);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
