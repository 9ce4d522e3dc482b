package dev.ullage.cli;

import dev.ullage.collectors.exports.ExportFolder;
import dev.ullage.model.FactType;
import dev.ullage.model.InputFile;
import dev.ullage.model.Snapshot;
import dev.ullage.snapshot.SnapshotFormatException;
import dev.ullage.snapshot.SnapshotReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a folder says, whether it holds exports or a snapshot of them.
 *
 * @param files that are not in order are among them; none of a snapshot
 */
record Facts(Snapshot snapshot, List<InputFile> files) {

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
            return new Facts(new SnapshotReader().read(folder), List.of());
        } catch (SnapshotFormatException e) {
            throw new ConfigurationException("`" + folder + "`: " + e.getMessage());
        }
    }

    private static Facts ofExports(Path folder, Progress progress) throws IOException {
        var exports = ExportFolder.standard(
                        (files, allFiles, bytes, allBytes) -> progress.percent(Progress.percent(bytes, allBytes)))
                .read(folder);
        return new Facts(Snapshot.of(exports.facts()), exports.files());
    }

    /** Tells of files that are not in order: what they hold is missing from the answer. */
    void tellProblems(Console console) {
        files.stream()
                .map(InputFile::problem)
                .filter(problem -> !problem.isEmpty())
                .forEach(console::say);
    }
}
