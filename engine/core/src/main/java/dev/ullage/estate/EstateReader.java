package dev.ullage.estate;

import dev.ullage.yaml.Reading;
import dev.ullage.yaml.YamlFile;
import dev.ullage.yaml.YamlProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what the owners of an estate declare: {@code estate.yaml}, {@code intents/*.yaml} and {@code waivers/*.yaml} below a
 * folder, each of which may be absent. What lies elsewhere is not looked at.
 */
public final class EstateReader {

    private static final String ESTATE = "estate.yaml";
    private static final String INTENTS = "intents";
    private static final String WAIVERS = "waivers";

    private final Path folder;
    private final List<YamlProblem> problems = new ArrayList<>();

    private EstateReader(Path folder) {
        this.folder = folder;
    }

    /** The estate with its intents sorted by workload and its waivers by file, or all problems of all its files. */
    public static Reading<Estate> read(Path folder) {
        return new EstateReader(folder).read();
    }

    private Reading<Estate> read() {
        var estate = readEstate();
        var placeOfWorkload = new HashMap<String, String>();
        var intents = readAll(INTENTS, file -> new IntentFile(file, placeOfWorkload).read());
        var waivers = readAll(WAIVERS, file -> new WaiverFile(file).read());
        return Reading.of(problems, () -> {
            var stated = estate.orElseGet(() -> Estate.undeclared(folderName()));
            return new Estate(
                    stated.name(),
                    stated.asOf(),
                    stated.intentsComplete(),
                    stated.internalDomains(),
                    stated.internalAccounts(),
                    stated.logExports(),
                    stated.usageWindowDays(),
                    intents.stream()
                            .sorted(Comparator.comparing(Intent::workload))
                            .toList(),
                    waivers);
        });
    }

    private String folderName() {
        var name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "estate" : name.toString();
    }

    private Optional<Estate> readEstate() {
        if (!Files.isDirectory(folder)) {
            problems.add(YamlProblem.ofFile(folder.toString(), "there is no such folder", "correct the path"));
            return Optional.empty();
        }
        if (Files.exists(folder.resolve("estate.yml"))) {
            reportName("estate.yml");
        }
        return Files.exists(folder.resolve(ESTATE))
                ? read(ESTATE, file -> new EstateFile(file).read())
                : Optional.empty();
    }

    private <T> List<T> readAll(String subfolder, Function<YamlFile, Optional<T>> reader) {
        return names(subfolder).stream()
                .flatMap(name -> read(name, reader).stream())
                .toList();
    }

    /** The YAML files of a folder, sorted; those that would be lost for their name or depth are problems. */
    private List<String> names(String subfolder) {
        if (!Files.exists(folder.resolve(subfolder))) {
            return List.of();
        }
        try (var files = Files.list(folder.resolve(subfolder))) {
            var names = new ArrayList<String>();
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(file)) {
                    reportFolder(subfolder + "/" + name);
                } else if (name.endsWith(".yaml")) {
                    names.add(subfolder + "/" + name);
                } else if (name.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml")) {
                    reportName(subfolder + "/" + name);
                }
            }
            return names;
        } catch (IOException | UncheckedIOException e) {
            problems.add(
                    YamlProblem.ofFile(subfolder, "the folder cannot be read", "check that it is a readable folder"));
            return List.of();
        }
    }

    private void reportName(String name) {
        problems.add(YamlProblem.ofFile(name, "the file is not read", "let its name end with `.yaml`"));
    }

    private void reportFolder(String name) {
        problems.add(YamlProblem.ofFile(name, "folders are not read here", "move its files up"));
    }

    private <T> Optional<T> read(String name, Function<YamlFile, Optional<T>> reader) {
        var path = folder.resolve(name);
        try {
            // A link out of the folder would show a line of any file of this machine to whoever sent the link.
            if (!path.toRealPath().startsWith(folder.toRealPath())) {
                problems.add(
                        YamlProblem.ofFile(name, "the file is a link out of the folder", "put the file itself here"));
                return Optional.empty();
            }
            if (!Files.isRegularFile(path)) {
                problems.add(YamlProblem.ofFile(name, "this is not a file", "put a file here"));
                return Optional.empty();
            }
            try (var in = Files.newInputStream(path)) {
                var file = YamlFile.read(name, in);
                var read = reader.apply(file);
                problems.addAll(file.problems());
                return read;
            }
        } catch (IOException e) {
            problems.add(YamlProblem.ofFile(name, "the file cannot be read", "check that it is there and readable"));
            return Optional.empty();
        }
    }
}
