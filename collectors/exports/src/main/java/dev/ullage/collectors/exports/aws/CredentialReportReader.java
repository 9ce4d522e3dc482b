package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportText;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.TextReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a credential report as CSV, the content of {@code aws iam get-credential-report}. */
final class CredentialReportReader implements TextReader {

    private final CredentialReport report;

    CredentialReportReader(CredentialReport report) {
        this.report = report;
    }

    @Override
    public String recognisedAs() {
        return "AWS credential report";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CREDENTIALS);
    }

    @Override
    public boolean recognises(String firstLine, List<String> folders) {
        return firstLine.startsWith(CredentialReport.HEADER);
    }

    @Override
    public void read(ExportText text, Consumer<Fact> facts) throws IOException, MalformedRecordException {
        report.read(text.content(), text::line, facts);
    }
}
