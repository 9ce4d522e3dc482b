package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportText;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.TextReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Knows the empty files that {@code get-bucket-versioning} and {@code get-bucket-logging} leave. The command line prints
 * nothing for what was never configured; but a command that failed leaves an empty file as well, so it is no answer.
 */
final class EmptyOutputReader implements TextReader {

    @Override
    public String recognisedAs() {
        return "AWS command line output without content";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.BUCKET_SETTINGS);
    }

    @Override
    public boolean recognises(String firstLine, List<String> folders) {
        var name = folders.isEmpty() ? "" : folders.get(folders.size() - 1).toLowerCase(Locale.ROOT);
        return firstLine.isEmpty() && (name.contains("versioning") || name.contains("logging"));
    }

    @Override
    public void read(ExportText text, Consumer<Fact> facts) throws MalformedRecordException {
        throw new MalformedRecordException(
                1, "empty, as after an error and as for what is not configured; write `{}` when the command succeeded");
    }
}
