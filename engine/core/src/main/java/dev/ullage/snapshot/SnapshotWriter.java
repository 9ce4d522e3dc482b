package dev.ullage.snapshot;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ullage.model.Fact;
import dev.ullage.model.FactType;
import dev.ullage.model.InputFile;
import dev.ullage.model.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes a snapshot. The same facts give the same bytes, whatever order they come in. */
public final class SnapshotWriter {

    private final JsonMapper mapper = SnapshotJson.mapper();
    private final ObjectWriter escaping = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    /**
     * Writes into a folder, which is made if it is missing; files of an earlier snapshot are replaced.
     *
     * @throws IOException when a file cannot be written
     */
    public void write(Snapshot snapshot, String tool, Instant asOf, List<InputFile> inputs, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        // Until the new manifest is there, the folder holds no snapshot.
        Files.deleteIfExists(folder.resolve("manifest.json"));
        var files = new ArrayList<Manifest.FactFile>();
        for (var type : FactType.values()) {
            var bytes = lines(snapshot.all(type));
            var name = type.fileName() + ".ndjson";
            Files.write(folder.resolve(name), bytes);
            files.add(new Manifest.FactFile(name, snapshot.all(type).size(), sha256(bytes)));
        }
        var manifest = new Manifest(Manifest.FORMAT, tool, asOf, files, inputs);
        Files.writeString(
                folder.resolve("manifest.json"),
                mapper.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
    }

    private byte[] lines(List<Fact> facts) throws IOException {
        var lines = new ArrayList<String>(facts.size());
        for (var fact : facts) {
            lines.add(line(fact));
        }
        lines.sort(null);
        var out = new ByteArrayOutputStream();
        for (var line : lines) {
            out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
        return out.toByteArray();
    }

    /** A name that is not Unicode, such as half a surrogate pair, has no bytes and is written with escapes. */
    private String line(Fact fact) throws IOException {
        var line = mapper.writeValueAsString(fact);
        return StandardCharsets.UTF_8.newEncoder().canEncode(line) ? line : escaping.writeValueAsString(fact);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
