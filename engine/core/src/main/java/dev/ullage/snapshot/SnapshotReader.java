package dev.ullage.snapshot;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ullage.model.Fact;
import dev.ullage.model.FactType;
import dev.ullage.model.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a snapshot that {@link SnapshotWriter} wrote, and nothing that differs from what its manifest says. */
public final class SnapshotReader {

    private static final String MANIFEST = "manifest.json";

    private final JsonMapper mapper = SnapshotJson.mapper();

    /**
     * Reads the facts of a folder.
     *
     * @throws SnapshotFormatException when the folder does not hold what its manifest says
     * @throws IOException when a file cannot be read
     */
    public Snapshot read(Path folder) throws IOException, SnapshotFormatException {
        var manifest = manifest(folder);
        var facts = new ArrayList<Fact>();
        for (var type : FactType.values()) {
            facts.addAll(facts(type, manifest, folder));
        }
        return Snapshot.of(facts);
    }

    /**
     * Reads the manifest of a folder.
     *
     * @throws SnapshotFormatException when it is not a manifest of the format that this version knows
     * @throws IOException when it cannot be read
     */
    public Manifest manifest(Path folder) throws IOException, SnapshotFormatException {
        var text = text(MANIFEST, bytes(folder, MANIFEST));
        try {
            var format = mapper.readTree(text).path("format");
            if (format.isInt() && format.intValue() != Manifest.FORMAT) {
                throw new SnapshotFormatException(MANIFEST
                        + ": is of format %d, and this version reads format %d; take the snapshot anew"
                                .formatted(format.intValue(), Manifest.FORMAT));
            }
            return orRefuse(mapper.readValue(text, Manifest.class), MANIFEST + ": is not a manifest");
        } catch (JsonProcessingException e) {
            throw new SnapshotFormatException(MANIFEST + ": is not a manifest: " + problem(e));
        }
    }

    private List<Fact> facts(FactType type, Manifest manifest, Path folder)
            throws IOException, SnapshotFormatException {
        var name = type.fileName() + ".ndjson";
        var listed = manifest.files().stream()
                .filter(file -> file.name().equals(name))
                .toList();
        if (listed.size() != 1) {
            throw new SnapshotFormatException(
                    "%s: lists %s %d times; take the snapshot anew".formatted(MANIFEST, name, listed.size()));
        }
        var bytes = bytes(folder, name);
        if (!SnapshotWriter.sha256(bytes).equals(listed.get(0).sha256())) {
            throw new SnapshotFormatException(
                    name + ": is not what manifest.json says, so it was changed afterwards; take the snapshot anew");
        }
        var facts = facts(type, name, bytes);
        if (facts.size() != listed.get(0).facts()) {
            throw new SnapshotFormatException("%s: has %d facts where manifest.json says %d; take the snapshot anew"
                    .formatted(name, facts.size(), listed.get(0).facts()));
        }
        return facts;
    }

    private List<Fact> facts(FactType type, String name, byte[] bytes) throws SnapshotFormatException {
        var text = text(name, bytes);
        var facts = new ArrayList<Fact>();
        for (int start = 0; start < text.length(); ) {
            int line = facts.size() + 1;
            int end = text.indexOf('\n', start);
            if (end < 0) {
                throw new SnapshotFormatException(
                        "%s:%d: the last line does not end; take the snapshot anew".formatted(name, line));
            }
            facts.add(fact(type, name, line, text.substring(start, end)));
            start = end + 1;
        }
        return facts;
    }

    private static String text(String name, byte[] bytes) throws SnapshotFormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SnapshotFormatException(name + ": is not UTF-8; take the snapshot anew");
        }
    }

    private Fact fact(FactType type, String name, int line, String json) throws SnapshotFormatException {
        try {
            return orRefuse(mapper.readValue(json, type.factClass()), name + ":" + line);
        } catch (JsonProcessingException e) {
            throw new SnapshotFormatException("%s:%d: %s".formatted(name, line, problem(e)));
        }
    }

    private static <T> T orRefuse(@Nullable T value, String place) throws SnapshotFormatException {
        if (value == null) {
            throw new SnapshotFormatException(place + ": is null; take the snapshot anew");
        }
        return value;
    }

    /** What is wrong, without the names of classes that the libraries put into it. */
    private static String problem(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown field `%s`; read it with the version that wrote it".formatted(unknown.getPropertyName());
        }
        if (e instanceof JsonParseException) {
            return "is not JSON; take the snapshot anew";
        }
        var field = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        return field.isEmpty()
                ? "a field is missing or has a value of another kind; take the snapshot anew"
                : "`%s` is missing or has a value of another kind; take the snapshot anew".formatted(field);
    }

    private static byte[] bytes(Path folder, String name) throws IOException, SnapshotFormatException {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw new SnapshotFormatException(name + ": is missing; take the snapshot anew");
        }
    }
}
