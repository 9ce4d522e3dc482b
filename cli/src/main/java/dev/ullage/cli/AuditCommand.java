package dev.ullage.cli;

import dev.ullage.analysis.Assessment;
import dev.ullage.analysis.Verdict;
import dev.ullage.model.CoverageStatus;
import dev.ullage.reports.JsonReport;
import dev.ullage.reports.Report;
import dev.ullage.reports.SummaryTable;
import dev.ullage.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ullage audit}: from a folder of exports to findings, reports and an exit code. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Audit an estate from its exports: who may do what to ML storage, what they were declared to do, and what they did.",
            "",
            "The folder holds export files of GCP and AWS, with any names and layout, and may hold @|bold estate.yaml|@,"
                    + " @|bold intents/|@ and @|bold waivers/|@. Nothing is called and nothing is changed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ullage audit examples/acme",
            "  ullage audit --estate ~/exports --out /tmp/review --fail-on critical",
            "  ullage audit examples/acme --format json > findings.json"
        })
final class AuditCommand implements Callable<Integer> {

    /** What is printed when it is done; the files are written all the same. */
    enum Format {
        TABLE,
        JSON
    }

    private final AuditPipeline pipeline;
    private final List<Report> reports;
    private final Console console;
    private final InstantSource clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "The estate's folder.")
    private @Nullable Path directory;

    @Option(names = "--estate", paramLabel = "DIR", description = "The same, as an option.")
    private @Nullable Path estate;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Folder that the reports are written to (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("out");

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description =
                    "The time that the exports describe, such as 2026-11-20T02:00:00Z (default: what estate.yaml says,"
                            + " or else now).")
    private @Nullable Instant asOf;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "high",
            converter = FailOn.Converter.class,
            description = "Exit with 3 for findings at or above critical, high, medium or low, or never"
                    + " (default: ${DEFAULT-VALUE}).")
    private FailOn failOn = new FailOn(null);

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            converter = FormatConverter.class,
            description = "What is printed: table or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description =
                    "A folder of rules to ask as well; a rule with the id of a built-in one replaces it. May be repeated.")
    private List<Path> rules = new ArrayList<>();

    @Option(names = "--snapshot", paramLabel = "DIR", description = "Keep the facts that were read in this folder.")
    private @Nullable Path snapshot;

    AuditCommand(AuditPipeline pipeline, List<Report> reports, Console console, InstantSource clock) {
        this.pipeline = pipeline;
        this.reports = List.copyOf(reports);
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws ConfigurationException, IOException {
        var folder = theOneEstate();
        demandFolders(folder);
        demandOutside(folder, "--out", out);
        if (snapshot != null) {
            demandOutside(folder, "--snapshot", snapshot);
        }
        var folderOut = OutputFolder.prepare(out);

        Audit audit;
        try (var progress = Progress.on(console)) {
            audit = pipeline.run(new AuditRequest(folder, asOf, clock.instant(), rules), progress);
            progress.at(AuditStep.REPORTS);
            folderOut.write(reports, audit.assessment());
            keep(audit);
        }
        new InputNotes(audit.assessment().inputs()).lines().forEach(console::say);
        print(audit.assessment());
        return conclude(audit.assessment()).code();
    }

    private void keep(Audit audit) throws IOException {
        if (snapshot != null) {
            var assessment = audit.assessment();
            new SnapshotWriter()
                    .write(audit.snapshot(), assessment.tool(), assessment.asOf(), assessment.inputs(), snapshot);
        }
    }

    private void print(Assessment assessment) throws IOException {
        switch (format) {
            case TABLE -> console.out().print(SummaryTable.render(assessment, console.width(), console.colour()));
            case JSON -> new JsonReport().write(assessment, console.out());
        }
        if (console.out().checkError()) {
            throw new IOException("the result could not be printed");
        }
    }

    private Path theOneEstate() {
        if (directory != null && estate != null) {
            throw usage("the estate is named twice, as `" + directory + "` and as `" + estate + "`; leave one out");
        }
        if (estate != null) {
            return estate;
        }
        if (directory != null) {
            return directory;
        }
        throw usage("no estate is named; name its folder, as in `ullage audit examples/acme`");
    }

    private ParameterException usage(String sentence) {
        if (spec == null) {
            throw new IllegalStateException("run by picocli, which sets the spec");
        }
        return new ParameterException(spec.commandLine(), sentence);
    }

    private void demandFolders(Path folder) throws ConfigurationException {
        var problems = new ArrayList<String>();
        if (!Files.isDirectory(folder)) {
            problems.add("`" + folder + "` is not a folder; name the one that holds the estate's exports");
        }
        for (var ruleFolder : rules) {
            if (!Files.isDirectory(ruleFolder.resolve("catalog"))) {
                problems.add(
                        "`" + ruleFolder
                                + "` is no folder of rules; name one that holds `catalog/<topic>/<id>/rule.yaml` with `--rules`");
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /**
     * What lies in the estate is input, so what one audit writes there the next would read. Only {@code out} at its top is
     * passed over.
     */
    private static void demandOutside(Path estate, String option, Path written)
            throws ConfigurationException, IOException {
        var inside = estate.toRealPath();
        var place = reallyAt(written);
        if (place.startsWith(inside) && !place.startsWith(inside.resolve("out"))) {
            throw new ConfigurationException("`" + written + "` lies inside the estate `" + estate
                    + "`, where the next audit would read it; name a folder elsewhere with `" + option + "`");
        }
    }

    /** Where a path that may not exist yet will be, links followed. */
    private static Path reallyAt(Path path) throws IOException {
        var existing = path.toAbsolutePath();
        var rest = Path.of("");
        while (!Files.exists(existing) && existing.getParent() != null) {
            rest = existing.getFileName().resolve(rest);
            existing = existing.getParent();
        }
        return existing.toRealPath().resolve(rest).normalize();
    }

    private ExitCode conclude(Assessment assessment) {
        console.say("reports are in `" + out + "`");
        var objections =
                assessment.findings().stream().filter(failOn::objectsTo).count();
        if (objections > 0) {
            console.say(objections + (objections == 1 ? " finding" : " findings") + " at or above `" + failOn + "`");
            return ExitCode.FINDINGS;
        }
        if (isUnanswered(assessment)) {
            console.say("not every question could be answered; see what was not read");
            return ExitCode.UNANSWERED;
        }
        return ExitCode.CLEAN;
    }

    private static boolean isUnanswered(Assessment assessment) {
        return assessment.coverage().stream().anyMatch(coverage -> coverage.status() != CoverageStatus.COMPLETE)
                || assessment.outcomes().stream()
                        .anyMatch(outcome -> outcome.verdict() == Verdict.UNKNOWN
                                || !outcome.gaps().isEmpty());
    }

    /** From the word that a person writes. */
    static final class FormatConverter implements ITypeConverter<Format> {
        @Override
        public Format convert(String word) {
            return switch (word) {
                case "table" -> Format.TABLE;
                case "json" -> Format.JSON;
                default -> throw new TypeConversionException("`" + word + "` is no format; write table or json");
            };
        }
    }

    /** ISO 8601 in UTC, and nothing that depends on where the person is. */
    static final class InstantConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return Instant.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "`" + value + "` is not an instant; write it like `2026-11-20T02:00:00Z`");
            }
        }
    }
}
