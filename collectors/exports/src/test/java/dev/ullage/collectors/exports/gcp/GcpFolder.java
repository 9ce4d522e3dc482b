package dev.ullage.collectors.exports.gcp;

import dev.ullage.collectors.exports.ExportFolder;
import dev.ullage.collectors.exports.ExportLimits;
import dev.ullage.collectors.exports.ExportProgress;
import dev.ullage.collectors.exports.ExportResult;
import dev.ullage.model.Coverage;
import dev.ullage.model.Fact;
import dev.ullage.model.InputFile;
import dev.ullage.model.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of GCP exports, written by a test and read once. */
final class GcpFolder {

    static final String PROJECT = """
            {"name":"//cloudresourcemanager.googleapis.com/projects/123","asset_type":"cloudresourcemanager.googleapis.com/Project",\
            "ancestors":["projects/123","folders/2","organizations/1"],"resource":{"data":{"projectId":"acme-ml","projectNumber":"123",\
            "name":"Acme ML"}}}
            """;

    private final Path root;

    GcpFolder(Path root) {
        this.root = root;
    }

    GcpFolder file(String name, String content) {
        try {
            var file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ExportResult read() {
        var readers = new GcpReaders();
        return new ExportFolder(readers.records(), readers.texts(), ExportLimits.STANDARD, ExportProgress.SILENT)
                .read(root);
    }

    <F extends Fact> List<F> all(Class<F> factClass) {
        return read().facts().stream()
                .filter(factClass::isInstance)
                .map(factClass::cast)
                .toList();
    }

    /** {@code scope STATUS reason} of each coverage of the topic, sorted. */
    List<String> coverage(Topic topic) {
        return all(Coverage.class).stream()
                .filter(coverage -> coverage.topic() == topic)
                .map(coverage -> (coverage.scope() + " " + coverage.status() + " " + coverage.reason()).strip())
                .sorted()
                .toList();
    }

    List<String> problems() {
        return read().files().stream()
                .map(InputFile::problem)
                .filter(problem -> !problem.isEmpty())
                .toList();
    }
}
