package dev.ullage.reports;

import dev.ullage.model.PolicyDocument;
import dev.ullage.model.PolicyStatement;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A policy document as AWS takes it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Policy grammar</a>
 */
public final class GrantPolicy {

    private static final int ONE_LINE_A_STATEMENT = 2;

    private GrantPolicy() {}

    /** Writes a document that allows; it has neither principals nor conditions. */
    public static void write(PolicyDocument policy, OutputStream out) throws IOException {
        try (var json = new JsonText(out, ONE_LINE_A_STATEMENT)) {
            json.document(() -> {
                json.text("Version", policy.version());
                json.objects("Statement", policy.statements(), statement -> statement(json, statement));
            });
        }
    }

    private static void statement(JsonText json, PolicyStatement statement) throws IOException {
        json.text("Sid", statement.sid());
        json.text("Effect", "Allow");
        json.texts("Action", statement.actions());
        json.texts("Resource", statement.resources());
    }
}
