package dev.ullage.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of rules that a test writes. */
record RuleFolder(Path root) {

    static final String RULE = """
            id: key-too-old
            title: A long-lived key is older than 90 days
            severity: medium
            for: credential
            needs: [credentials, principals]
            providers: [aws, gcp]
            when: >-
              credential.active
              && credential.long_lived
            message: "`{credential.id}` of {principal.id} is still active"
            why: It leaves the company with whoever copied it.
            fix: Make a new key and delete the old one.
            falsePositives: [A key that is rotated elsewhere.]
            references: [https://example.com/keys]
            """;

    RuleFolder with(String name, String content) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** With the rule above, under another id. */
    RuleFolder withRule(String id) throws IOException {
        return with("catalog/stale-credentials/" + id + "/rule.yaml", RULE.replace("key-too-old", id));
    }

    RuleFiles files() throws IOException {
        return RuleFiles.in(root, "rules");
    }
}
