package dev.ullage.cli;

import dev.ullage.collectors.exports.ExportFolder;
import dev.ullage.estate.EstateReader;
import dev.ullage.model.FactType;
import dev.ullage.model.InputFile;
import dev.ullage.model.Snapshot;
import dev.ullage.question.EstateAccess;
import dev.ullage.snapshot.SnapshotFormatException;
import dev.ullage.snapshot.SnapshotReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a folder says, whether it holds exports or a snapshot of them.
 *
 * @param asOf the time that it describes; null where the folder does not say
 * @param files that are not in order are among them; none of a snapshot
 */
record Facts(
        Snapshot snapshot, List<InputFile> files, @Nullable Instant asOf) {

    Facts {
        files = List.copyOf(files);
    }

    /**
     * Reads a folder.
     *
     * @throws ConfigurationException when it is no folder, or a snapshot that is not what was written
     */
    static Facts in(Path folder, Progress progress) throws ConfigurationException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException("`" + folder
                    + "` is not a folder; name one that holds exports, or one that `audit --snapshot` wrote");
        }
        return isSnapshot(folder) ? ofSnapshot(folder) : ofExports(folder, progress);
    }

    /** Other tools write a file called manifest.json too, but none of our facts beside it. */
    private static boolean isSnapshot(Path folder) {
        return Files.exists(folder.resolve("manifest.json"))
                && Arrays.stream(FactType.values())
                        .anyMatch(type -> Files.exists(folder.resolve(type.fileName() + ".ndjson")));
    }

    private static Facts ofSnapshot(Path folder) throws ConfigurationException, IOException {
        try {
            var reader = new SnapshotReader();
            return new Facts(
                    reader.read(folder), List.of(), reader.manifest(folder).asOf());
        } catch (SnapshotFormatException e) {
            throw new ConfigurationException("`" + folder + "`: " + e.getMessage());
        }
    }

    private static Facts ofExports(Path folder, Progress progress) throws IOException {
        var exports = ExportFolder.standard(
                        (files, allFiles, bytes, allBytes) -> progress.percent(Progress.percent(bytes, allBytes)))
                .read(folder);
        return new Facts(Snapshot.of(exports.facts()), exports.files(), asOf(folder));
    }

    /** What is wrong with an estate's declarations is told by the audit; no question hangs on them but for the time. */
    private static @Nullable Instant asOf(Path folder) throws IOException {
        var declarations = EstateReader.read(folder);
        return declarations.problems().isEmpty() ? declarations.orElseThrow().asOf() : null;
    }

    /** Ready to be asked, as of a time, or else the one that the folder describes, or else now. */
    EstateAccess access(@Nullable Instant asked) {
        var described = asOf == null ? InstantSource.system().instant() : asOf;
        return new EstateAccess(snapshot, asked == null ? described : asked);
    }

    /** Tells of files that are not in order: what they hold is missing from the answer. */
    void tellProblems(Console console) {
        files.stream()
                .map(InputFile::problem)
                .filter(problem -> !problem.isEmpty())
                .forEach(console::say);
    }
}
