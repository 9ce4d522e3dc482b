package dev.ullage.cli;

import dev.ullage.analysis.Assessment;
import dev.ullage.reports.Report;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folder that reports are written to. All of them are finished beside their places before the first takes its place,
 * so that a reader never sees half a report, and a run that fails leaves the last good set alone.
 */
final class OutputFolder {

    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder if need be. Asked for before the work begins, so that a person need not wait to be refused. */
    static OutputFolder prepare(Path folder) throws ConfigurationException, IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new ConfigurationException("`" + folder + "` is a file; name a folder with `--out`");
        } catch (FileSystemException e) {
            throw new ConfigurationException("`" + folder + "` cannot be made; name another folder with `--out`");
        }
        return new OutputFolder(folder);
    }

    /** Writes all of them aside, then puts each in its place. */
    void write(List<Report> reports, Assessment assessment) throws IOException {
        var names = reports.stream().map(OutputFolder::plainName).toList();
        var staging = Files.createTempDirectory(folder, ".writing-");
        try {
            for (var report : reports) {
                try (var out = new BufferedOutputStream(Files.newOutputStream(staging.resolve(report.fileName())))) {
                    report.write(assessment, out);
                }
            }
            for (var name : names) {
                Files.move(staging.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (var name : names) {
                Files.deleteIfExists(staging.resolve(name));
            }
            Files.delete(staging);
        }
    }

    /** A report says what its file is called, and never where it lies. */
    private static String plainName(Report report) {
        if (!report.fileName().matches("[a-z]+\\.[a-z]+")) {
            throw new IllegalArgumentException("not a plain file name: " + report.fileName());
        }
        return report.fileName();
    }
}
