package dev.ullage.collectors.exports;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the files of a folder that may be exports, without leaving the folder. */
final class FolderWalk extends SimpleFileVisitor<Path> {

    /**
     * A file to read, or a reason not to.
     *
     * @param file what to open
     * @param size bytes on disk
     * @param failure why it cannot be read; null when it can
     * @param skipped why it is left alone; empty when it is not
     */
    record Entry(Path file, long size, @Nullable IOException failure, String skipped) {}

    /** What lies at the top of an estate's folder and is no export. */
    private static final Set<String> OURS = Set.of("estate.yaml", "intents", "waivers", "out");

    private final Path root;
    private final SortedMap<String, Entry> entries = new TreeMap<>();

    private FolderWalk(Path root) {
        this.root = root;
    }

    /** The files by their path below the root, with {@code /}, in the order in which they are to be read. */
    static SortedMap<String, Entry> of(Path folder) throws IOException {
        var root = folder.toRealPath();
        var walk = new FolderWalk(root);
        Files.walkFileTree(root, walk);
        return walk.entries;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isOurs(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isOurs(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            follow(file);
        } else if (attributes.isRegularFile()) {
            add(file, new Entry(file, attributes.size(), null, ""));
        } else {
            add(file, new Entry(file, 0, null, "not a regular file: skipped"));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        if (!isOurs(file)) {
            add(file, new Entry(file, 0, failure, ""));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        if (failure != null) {
            add(folder, new Entry(folder, 0, failure, ""));
        }
        return FileVisitResult.CONTINUE;
    }

    /** A mounted configuration is a folder of links to hidden files beside them; those are followed, others are not. */
    private void follow(Path link) {
        try {
            var target = link.toRealPath();
            var attributes = Files.readAttributes(target, BasicFileAttributes.class);
            boolean readAnyway = target.startsWith(root) && !isHidden(root.relativize(target));
            if (!target.startsWith(root) || !attributes.isRegularFile()) {
                add(
                        link,
                        new Entry(
                                link,
                                0,
                                null,
                                "a link out of the folder or to another folder: not followed; put the"
                                        + " file itself here"));
            } else if (!readAnyway) {
                add(link, new Entry(target, attributes.size(), null, ""));
            }
        } catch (IOException e) {
            add(link, new Entry(link, 0, e, ""));
        }
    }

    private void add(Path file, Entry entry) {
        entries.put(name(file), entry);
    }

    private boolean isOurs(Path path) {
        if (path.equals(root)) {
            return false;
        }
        var name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.endsWith(".md") || OURS.contains(name(path));
    }

    private static boolean isHidden(Path path) {
        for (var segment : path) {
            if (segment.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private String name(Path path) {
        var relative = root.relativize(path);
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}
