package dev.ullage.collectors.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Source;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads one file and writes down what became of it. */
final class FileReading implements JsonRecords.Sink {

    private static final int BLOCK = 64 * 1024;

    private final FileReport report;
    private final List<String> folders;
    private final List<RecordReader> records;
    private final List<TextReader> texts;
    private final ExportLimits limits;
    private final FactBudget facts;
    private final Set<RecordReader> recognisedBy = new HashSet<>();
    private boolean empty = true;

    /** The text as far as it was read; null before the first byte of it. */
    private @Nullable Utf8Stream text;

    FileReading(
            FileReport report,
            List<String> folders,
            List<RecordReader> records,
            List<TextReader> texts,
            ExportLimits limits,
            FactBudget facts) {
        this.report = report;
        this.folders = folders;
        this.records = records;
        this.texts = texts;
        this.limits = limits;
        this.facts = facts;
    }

    void read(FolderWalk.Entry entry, ExportFolder.Opener opener, LongConsumer counted) {
        if (!entry.skipped().isEmpty()) {
            report.skipped(entry.skipped());
        } else if (entry.failure() != null) {
            unreadable(entry.failure());
        } else {
            try (var file = new MeteredStream(opener.open(entry.file()), counted)) {
                packed(new BufferedInputStream(file, BLOCK));
                report.digest(file.sha256());
            } catch (IOException e) {
                unreadable(e);
            }
        }
    }

    private void packed(BufferedInputStream bytes) throws IOException {
        try {
            bytes.mark(2);
            boolean gzip = bytes.read() == GzipStream.MAGIC_1 && bytes.read() == GzipStream.MAGIC_2;
            bytes.reset();
            if (!gzip) {
                expanded(bytes);
                return;
            }
            try (var unpacked = new GzipStream(bytes, limits)) {
                expanded(new BufferedInputStream(unpacked, BLOCK));
            }
        } catch (UnreadableInputException e) {
            gap(place() + e.getMessage());
        }
    }

    private void expanded(BufferedInputStream bytes) throws IOException {
        var head = FileHead.of(bytes);
        var reached = new Utf8Stream(bytes);
        text = reached;
        switch (head.form()) {
            case JSON -> json(reached);
            case TEXT -> text(head.firstLine(), reached);
            case BINARY -> report.unrecognised("it is not text; unpack an archive first");
        }
    }

    private void json(Utf8Stream utf8) throws IOException {
        var envelopes = new HashSet<String>();
        records.forEach(reader -> envelopes.addAll(reader.envelopes()));
        var json = new JsonRecords(report.path(), folders, envelopes, limits, utf8, this);
        try {
            json.readAll();
            if (empty) {
                report.unrecognised("it is an empty list");
            }
        } catch (UnreadableInputException e) {
            gap(json.sentence(e));
        } catch (JsonProcessingException e) {
            gap(json.sentence(e));
        }
    }

    @Override
    public void record(ExportRecord record, int column) {
        empty = false;
        if (!isRead(record, column)) {
            report.unrecognised(outline(record));
        }
    }

    @Override
    public void rest(ExportRecord record, int column) {
        if (isRead(record, column)) {
            empty = false;
        }
    }

    /** Once the facts are full nothing more is read: readers remember what they read, and that must have an end, too. */
    private boolean isRead(ExportRecord record, int column) {
        for (var reader : records) {
            if (reader.recognises(record)) {
                if (recognisedBy.add(reader)) {
                    report.recognised(reader.recognisedAs(), reader.topics());
                }
                if (!facts.isFull()) {
                    read(reader, record, column);
                }
                return true;
            }
        }
        return false;
    }

    private void read(RecordReader reader, ExportRecord record, int column) {
        try {
            reader.read(record, facts);
        } catch (MalformedRecordException e) {
            var at = record.source().at() + e.pointer();
            gap(report.path() + ":" + record.source().line() + ":" + column + ": " + e.getMessage()
                    + (at.isEmpty() ? "" : " (at `" + at + "`)"));
        }
    }

    private void text(String firstLine, Utf8Stream utf8) throws IOException {
        utf8.allow(limits.textBytes(), "larger than " + limits.textBytes() + " bytes and not JSON; split it");
        for (var reader : texts) {
            if (reader.recognises(firstLine, folders)) {
                report.recognised(reader.recognisedAs(), reader.topics());
                read(reader, utf8);
                return;
            }
        }
        report.unrecognised(
                firstLine.isEmpty() ? "it is empty" : "it is neither JSON nor a report or message known here");
    }

    private void read(TextReader reader, Utf8Stream utf8) throws IOException {
        var characters = new InputStreamReader(utf8, StandardCharsets.UTF_8);
        try {
            reader.read(new ExportText(characters, new Source(report.path(), 1, ""), folders), facts);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (MalformedRecordException e) {
            gap(report.path() + ":" + Math.max(1, e.line()) + ":1: " + e.getMessage());
        }
    }

    private void unreadable(IOException e) {
        if (e instanceof AccessDeniedException) {
            report.gap(
                    CoverageStatus.DENIED,
                    report.path() + ": permission to open it was refused; let the user who runs the audit read it");
        } else if (e instanceof NoSuchFileException) {
            gap(report.path() + ": vanished while the folder was read; run again when nothing writes to the folder");
        } else if (e instanceof NotDirectoryException) {
            gap(report.path() + ": not a folder; name the folder that holds the export files");
        } else {
            gap(place() + "could not be read further; check the disk and run again");
        }
    }

    private void gap(String sentence) {
        report.gap(CoverageStatus.PARTIAL, sentence);
    }

    private String place() {
        var reached = text;
        return report.path() + ":" + (reached == null ? "1:1" : reached.line() + ":" + reached.column()) + ": ";
    }

    /** The first few keys, for a person to see why nobody knew the record. */
    private static String outline(ExportRecord record) {
        if (!record.value().isObject() || record.value().isEmpty()) {
            return "its first record is no object";
        }
        var keys = new ArrayList<String>();
        for (Iterator<String> names = record.value().fieldNames(); names.hasNext() && keys.size() < 4; ) {
            keys.add("`" + Words.brief(names.next()) + "`");
        }
        return "no export known here has the keys " + String.join(", ", keys);
    }
}
