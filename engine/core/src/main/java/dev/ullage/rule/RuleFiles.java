package dev.ullage.rule;

import dev.ullage.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;

/**
 * The files below a folder that holds {@code catalog/} and {@code controls/}: one of somebody's own, or the one that comes
 * with the program.
 *
 * <p>The latter is a folder of the class path. It is listed by asking the one place that holds it, jar or folder, which
 * needs no index that could be out of date and no search of the class path.
 */
public final class RuleFiles {

    /** Where the rules module puts its {@code catalog/} and {@code controls/} on the class path. */
    public static final String ROOT = "dev/ullage/rules/";

    /** Rules lie three folders down; what is deeper belongs to somebody else. */
    private static final int DEPTH = 4;

    private interface Source {
        InputStream open(String name) throws IOException;
    }

    private final String shownAs;
    private final List<String> names;
    private final Source source;

    private RuleFiles(String shownAs, List<String> names, Source source) {
        this.shownAs = shownAs;
        this.names = names;
        this.source = source;
    }

    /** The files of a folder, which messages and findings call {@code shownAs}. */
    public static RuleFiles in(Path folder, String shownAs) throws IOException {
        try (var paths = Files.walk(folder, DEPTH)) {
            var names = paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            return new RuleFiles(shownAs, names, name -> openInside(folder, name));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A link out of the folder would show a line of any file of this machine to whoever sent the link. */
    private static InputStream openInside(Path folder, String name) throws IOException {
        var file = folder.resolve(name).toRealPath();
        if (!file.startsWith(folder.toRealPath())) {
            throw new IOException("a link out of the folder: " + name);
        }
        return Files.newInputStream(file);
    }

    /** The files that come with the program, called {@code rules/…} as in its repository. */
    public static RuleFiles builtIn(ClassLoader loader) throws IOException {
        var root = loader.getResource(ROOT);
        if (root == null) {
            throw new IllegalStateException("the class path has no " + ROOT);
        }
        if (root.openConnection() instanceof JarURLConnection jar) {
            return inJar(jar, loader);
        }
        try {
            return in(Path.of(root.toURI()), "rules");
        } catch (URISyntaxException e) {
            throw new IOException("no folder can be called " + root, e);
        }
    }

    private static RuleFiles inJar(JarURLConnection jar, ClassLoader loader) throws IOException {
        // The class loader shares the open jar, so it is not ours to close.
        var names = jar.getJarFile().stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()))
                .sorted()
                .toList();
        return new RuleFiles("rules", names, name -> {
            var in = loader.getResourceAsStream(ROOT + name);
            if (in == null) {
                throw new IOException("no longer in the jar: " + name);
            }
            return in;
        });
    }

    /** All files, sorted, as paths below the folder with {@code /}. */
    public List<String> names() {
        return names;
    }

    /** What messages call a file. */
    String shown(String name) {
        return shownAs + "/" + name;
    }

    /** Reads one of {@link #names}. */
    YamlFile open(String name) throws IOException {
        try (var in = source.open(name)) {
            return YamlFile.read(shown(name), in);
        }
    }
}
