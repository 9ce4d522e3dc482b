package dev.ullage.bench.estate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * An account in three files, as some evaluators of policies take it: {@code authz.json}, {@code buckets.jsonl} and
 * {@code scps.json}; see {@link Estate}. With it the engine is measured on the very input of another tool.
 */
public final class CompactFolder {

    private static final String AUTHORIZATION = "authz.json";
    private static final String BUCKETS = "buckets.jsonl";
    private static final String CONTROL = "scps.json";

    private CompactFolder() {}

    /** Whether a folder has this form. */
    public static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(AUTHORIZATION)) && Files.isRegularFile(folder.resolve(BUCKETS));
    }

    /** Reads the account. */
    public static Estate read(Path folder) throws IOException {
        var json = Statements.JSON;
        var buckets = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(folder.resolve(BUCKETS))) {
            if (!line.isBlank()) {
                buckets.add(json.readTree(line));
            }
        }
        return new Estate(
                json.readTree(folder.resolve(AUTHORIZATION).toFile()),
                buckets,
                json.readTree(folder.resolve(CONTROL).toFile()));
    }

    /** Writes the account into a folder, which is made. */
    public static void write(Estate estate, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(AUTHORIZATION), estate.authorization() + "\n");
        Files.write(
                folder.resolve(BUCKETS),
                estate.buckets().stream().map(JsonNode::toString).toList());
        Files.writeString(folder.resolve(CONTROL), estate.controlPolicies() + "\n");
    }
}
