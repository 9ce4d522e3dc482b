package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportFolder;
import dev.ullage.collectors.exports.ExportLimits;
import dev.ullage.collectors.exports.ExportProgress;
import dev.ullage.collectors.exports.ExportResult;
import dev.ullage.model.Coverage;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder of AWS exports that a test fills, and what is read from it. */
final class Exports {

    private final Path folder;
    private @Nullable ExportResult result;

    Exports(Path folder) {
        this.folder = folder;
    }

    /** Adds a file; {@code path} is below the folder. */
    Exports file(String path, String content) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same folder, to be read anew. */
    Exports again() {
        return new Exports(folder);
    }

    /** The text of a test resource below {@code aws/}. */
    static String resource(String name) {
        try (var in = Exports.class.getResourceAsStream("/aws/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the folder says; read once. */
    ExportResult result() {
        if (result == null) {
            var readers = AwsReaders.all();
            result = new ExportFolder(readers.records(), readers.texts(), ExportLimits.STANDARD, ExportProgress.SILENT)
                    .read(folder);
        }
        return result;
    }

    /** All facts of a kind. */
    <F extends Fact> List<F> facts(Class<F> kind) {
        return result().facts().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The only fact of a kind. */
    <F extends Fact> F fact(Class<F> kind) {
        var facts = facts(kind);
        if (facts.size() != 1) {
            throw new AssertionError("expected one, got " + facts);
        }
        return facts.get(0);
    }

    /** The worst coverage of a topic in a scope, as {@code STATUS reason}; empty when there is none. */
    String coverage(Topic topic, String scope) {
        return facts(Coverage.class).stream()
                .filter(coverage ->
                        coverage.topic() == topic && coverage.scope().equals(scope))
                .max(Comparator.comparing(Coverage::status))
                .map(coverage -> (coverage.status() + " " + coverage.reason()).strip())
                .orElse("");
    }

    /** The problem that is told of a file; empty when there is none. */
    String problem(String path) {
        return result().files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .problem();
    }
}
