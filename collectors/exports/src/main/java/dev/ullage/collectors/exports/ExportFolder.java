package dev.ullage.collectors.exports;

import dev.ullage.collectors.exports.aws.AwsReaders;
import dev.ullage.collectors.exports.gcp.GcpReaders;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads every file of a folder, each recognised by its content, in the order of their paths. Whatever is wrong with one
 * file is said of that file and lowers the coverage; the others are read all the same. An instance serves one run, as
 * its readers do.
 *
 * <p>Hidden files, {@code *.md}, and at the top {@code estate.yaml}, {@code intents/}, {@code waivers/} and {@code out/}
 * are no exports and are not looked at. Gzip is expanded on the way, known by its first bytes.
 */
public final class ExportFolder {

    /** Opens a file of the folder. */
    @FunctionalInterface
    interface Opener {
        InputStream open(Path file) throws IOException;
    }

    private static final Pattern ENDINGS = Pattern.compile("(\\.(json|jsonl|ndjson|csv|txt|log|out|err|gz))+$");

    private final List<RecordReader> records;
    private final List<TextReader> texts;
    private final ExportLimits limits;
    private final ExportProgress progress;
    private final Opener opener;

    /** The first reader that recognises a record or a text gets it. */
    public ExportFolder(
            List<RecordReader> records, List<TextReader> texts, ExportLimits limits, ExportProgress progress) {
        this(records, texts, limits, progress, Files::newInputStream);
    }

    ExportFolder(
            List<RecordReader> records,
            List<TextReader> texts,
            ExportLimits limits,
            ExportProgress progress,
            Opener opener) {
        this.records = List.copyOf(records);
        this.texts = List.copyOf(texts);
        this.limits = limits;
        this.progress = progress;
        this.opener = opener;
    }

    /** Reads everything this version knows. */
    public static ExportFolder standard() {
        return standard(ExportProgress.SILENT);
    }

    /** Reads everything this version knows, and tells how far it has come. */
    public static ExportFolder standard(ExportProgress progress) {
        var aws = AwsReaders.all();
        var gcp = new GcpReaders();
        return new ExportFolder(
                Stream.concat(aws.records().stream(), gcp.records().stream()).toList(),
                Stream.concat(aws.texts().stream(), gcp.texts().stream()).toList(),
                ExportLimits.STANDARD,
                progress);
    }

    /** What the known kinds of file are called, sorted. */
    public List<String> kinds() {
        return Stream.concat(
                        records.stream().map(RecordReader::recognisedAs),
                        texts.stream().map(TextReader::recognisedAs))
                .sorted()
                .distinct()
                .toList();
    }

    /** Reads the folder. A folder that is none or cannot be opened is the result's only file, with its problem. */
    public ExportResult read(Path root) {
        SortedMap<String, FolderWalk.Entry> entries;
        try {
            if (!Files.isDirectory(root)) {
                throw new NotDirectoryException(root.toString());
            }
            entries = FolderWalk.of(root);
        } catch (IOException e) {
            entries = new TreeMap<>(Map.of(".", new FolderWalk.Entry(root, 0, e, "")));
        }
        return read(entries);
    }

    private ExportResult read(SortedMap<String, FolderWalk.Entry> entries) {
        var facts = new FactBudget(limits.factChars());
        var meter = new Meter(entries.values());
        var reports = new ArrayList<FileReport>();
        for (var entry : entries.entrySet()) {
            var report = new FileReport(entry.getKey());
            boolean fitted = !facts.isFull();
            new FileReading(report, folders(entry.getKey()), records, texts, limits, facts)
                    .read(entry.getValue(), opener, meter::bytes);
            if (fitted && facts.isFull()) {
                report.gapOfAnyTopic(CoverageStatus.PARTIAL, full(entry.getKey()));
            }
            reports.add(report);
            meter.fileDone();
        }
        boolean fitted = !facts.isFull();
        records.forEach(reader -> reader.finish(facts));
        texts.forEach(reader -> reader.finish(facts));
        if (fitted && facts.isFull()) {
            reports.get(reports.size() - 1).gapOfAnyTopic(CoverageStatus.PARTIAL, full(entries.lastKey()));
        }
        return result(reports, facts.facts());
    }

    private static ExportResult result(List<FileReport> reports, List<Fact> read) {
        var places = new KnownPlaces(read);
        var facts = new ArrayList<>(read);
        reports.forEach(report -> facts.addAll(report.gaps(places, folders(report.path()))));
        var counts = new HashMap<String, Long>();
        read.forEach(fact -> counts.merge(fact.source().file(), 1L, Long::sum));
        var files = reports.stream()
                .map(report -> report.inputFile(counts.getOrDefault(report.path(), 0L)))
                .toList();
        return new ExportResult(facts, files);
    }

    private String full(String path) {
        return path + ": with it the facts fill the " + limits.factChars()
                + " characters set aside for them, so some were left out; audit parts of the estate one at a time";
    }

    /** The path's segments, the last without its endings: {@code a.json.gz} is {@code a}. */
    private static List<String> folders(String path) {
        var segments = new ArrayList<>(List.of(path.split("/")));
        var name = segments.remove(segments.size() - 1);
        segments.add(ENDINGS.matcher(name).replaceFirst(""));
        return segments;
    }

    /** Adds up what was read and passes it on. */
    private final class Meter {

        private final int files;
        private final long bytes;
        private int filesDone;
        private long bytesDone;
        private long told;

        Meter(Collection<FolderWalk.Entry> entries) {
            files = entries.size();
            bytes = entries.stream().mapToLong(FolderWalk.Entry::size).sum();
            tell();
        }

        void bytes(long count) {
            bytesDone += count;
            if (bytesDone - told >= 1 << 20) {
                tell();
            }
        }

        void fileDone() {
            filesDone++;
            tell();
        }

        private void tell() {
            told = bytesDone;
            progress.reached(filesDone, files, bytesDone, bytes);
        }
    }
}
