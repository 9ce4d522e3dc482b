package dev.ullage.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.ullage.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Snapshots of the example estate in two nights. In between one person joined a group, another left it, and in the second
 * night the export of a bucket policy failed.
 */
record Nights(Path sunday, Path monday) {

    private static final String GROUP = "gcp/groups/ml-researchers@acme.example.json";
    private static final String POLICY = "aws/111122223333/s3/acme-vision-checkpoints/get-bucket-policy.json";

    static Nights in(Path folder) throws ConfigurationException, IOException {
        var first = Acme.copy(folder.resolve("first"), 1);
        without("ines@acme.example", first.resolve(GROUP));
        var later = Acme.copy(folder.resolve("later"), 1);
        without("tomas@acme.example", later.resolve(GROUP));
        Files.delete(later.resolve(POLICY));
        return new Nights(snapshot(first, folder.resolve("sunday")), snapshot(later, folder.resolve("monday")));
    }

    private static void without(String member, Path group) throws IOException {
        var json = new ObjectMapper();
        var members = (ArrayNode) json.readTree(group.toFile());
        for (int i = members.size() - 1; i >= 0; i--) {
            if (members.get(i).at("/preferredMemberKey/id").textValue().equals(member)) {
                members.remove(i);
            }
        }
        json.writeValue(group.toFile(), members);
    }

    static Path snapshot(Path exports, Path into) throws ConfigurationException, IOException {
        var facts = Facts.in(exports, new Progress.Silence());
        new SnapshotWriter().write(facts.snapshot(), "test", Instant.EPOCH, facts.files(), into);
        return into;
    }
}
