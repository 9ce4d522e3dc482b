package dev.ullage.cli;

import dev.ullage.analysis.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The example estate, for tests that look at it whole or break a part of it. */
final class Acme {

    static final Path FOLDER = Path.of("../examples/acme");

    private Acme() {}

    /** The audit of an estate's folder as the program runs it. */
    static Assessment audit(Path folder) throws ConfigurationException, IOException {
        var request = new AuditRequest(folder, null, Instant.EPOCH, List.of());
        return new ExportAuditPipeline().run(request, new Progress.Silence()).assessment();
    }

    /** The files of the estate that clouds wrote, sorted. */
    static List<Path> exports() throws IOException {
        try (var paths = Files.walk(FOLDER)) {
            return paths.filter(Files::isRegularFile)
                    .map(FOLDER::relativize)
                    .filter(path -> path.startsWith("gcp") || path.startsWith("aws"))
                    .sorted()
                    .toList();
        }
    }

    /** A copy of the estate, made file by file in an order that the seed decides. */
    static Path copy(Path into, long seed) throws IOException {
        var files = new ArrayList<Path>();
        try (var paths = Files.walk(FOLDER)) {
            paths.filter(Files::isRegularFile).forEach(files::add);
        }
        Collections.sort(files);
        Collections.shuffle(files, new Random(seed));
        for (var file : files) {
            var target = into.resolve(FOLDER.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return into;
    }
}
