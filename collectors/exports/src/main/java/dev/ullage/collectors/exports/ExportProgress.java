package dev.ullage.collectors.exports;

/** Is told how far the reading has come: when it begins, now and then within a large file, and after every file. */
@FunctionalInterface
public interface ExportProgress {

    /** Tells nobody. */
    ExportProgress SILENT = (filesDone, filesTotal, bytesDone, bytesTotal) -> {};

    /** Bytes are counted as they lie on disk; a file that grows meanwhile can push {@code bytesDone} past the total. */
    void reached(int filesDone, int filesTotal, long bytesDone, long bytesTotal);
}
