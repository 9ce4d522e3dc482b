package dev.ullage.bench;

import dev.ullage.access.FactIndex;
import dev.ullage.bench.estate.CompactFolder;
import dev.ullage.bench.estate.EstateGenerator;
import dev.ullage.bench.estate.EstateSize;
import dev.ullage.bench.estate.ExportLayout;
import dev.ullage.bench.measure.AnswerDigest;
import dev.ullage.bench.measure.Figures;
import dev.ullage.collectors.exports.ExportFolder;
import dev.ullage.model.PolicyDocument;
import dev.ullage.model.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * The account that is measured.
 *
 * @param exports a folder that the collectors read
 * @param digest of the files that it was made from
 */
record Input(Path exports, String digest) {

    /** A folder of exports, or an account in three files, which is written as exports into a temporary folder. */
    static Input of(Path folder) throws IOException {
        if (!CompactFolder.isOne(folder)) {
            return new Input(folder, digest(folder));
        }
        var exports = Files.createTempDirectory("ullage-bench");
        ExportLayout.write(CompactFolder.read(folder), exports);
        return new Input(exports, digest(folder));
    }

    /** A generated account in a folder of its own below this one, written unless it is there. */
    static Input generated(EstateSize size, Path below) throws IOException {
        var folder = below.resolve("estate-%d-%d-%d-%d-%d"
                .formatted(size.seed(), size.users(), size.roles(), size.policies(), size.buckets()));
        if (!Files.isDirectory(folder)) {
            ExportLayout.write(EstateGenerator.generate(size), folder);
        }
        return of(folder);
    }

    private static String digest(Path folder) throws IOException {
        var digest = new AnswerDigest();
        try (var files = Files.walk(folder)) {
            var sorted = files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> name(folder, file)))
                    .toList();
            for (var file : sorted) {
                digest.line(name(folder, file)).add(Files.readAllBytes(file));
            }
        }
        return digest.hex();
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Reads and indexes the exports. */
    FactIndex load() {
        return new FactIndex(Snapshot.of(ExportFolder.standard().read(exports).facts()));
    }

    /** Says how large the account is. */
    void describe(FactIndex facts, Figures figures) {
        figures.fact("input", digest);
        figures.fact("principals", facts.principals().size());
        figures.fact("buckets", facts.buckets().size());
        var documents = facts.all(PolicyDocument.class);
        figures.fact("policies", documents.size());
        figures.fact(
                "statements",
                documents.stream()
                        .mapToInt(document -> document.statements().size())
                        .sum());
    }
}
