package dev.ullage.snapshot;

import dev.ullage.model.InputFile;
import java.time.Instant;
import java.util.List;

/**
 * What a snapshot folder holds.
 *
 * @param format number of the format that this is written in
 * @param tool name and version of the program
 * @param asOf the time that the facts describe
 * @param files one for each kind of fact, sorted by name
 * @param inputs the files that the facts were read from
 */
public record Manifest(int format, String tool, Instant asOf, List<FactFile> files, List<InputFile> inputs) {

    /** The format that this version writes, and the only one that it reads. */
    public static final int FORMAT = 2;

    /**
     * A file of facts.
     *
     * @param name such as {@code role-bindings.ndjson}
     * @param facts number of lines
     * @param sha256 digest of its bytes, in hexadecimal
     */
    public record FactFile(String name, long facts, String sha256) {}

    public Manifest {
        files = List.copyOf(files);
        inputs = List.copyOf(inputs);
    }
}
