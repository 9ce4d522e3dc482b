package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.collectors.exports.RecordReader;
import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.function.Consumer;

/** Reads {@code aws iam get-credential-report} as it is printed, with the CSV in Base64. */
final class CredentialReportOutputReader implements RecordReader {

    private final CredentialReport report;

    CredentialReportOutputReader(CredentialReport report) {
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
    public boolean recognises(ExportRecord record) {
        return record.envelope() == null
                && record.value().path("Content").isTextual()
                && record.value().path("ReportFormat").asText().equals("text/csv");
    }

    @Override
    public void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException {
        var content = Element.of(record).child("Content");
        try {
            report.read(new StringReader(decode(content)), line -> content.source(), facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(Element content) throws MalformedRecordException {
        try {
            var bytes = Base64.getDecoder().decode(content.value().asText());
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw content.malformed("`Content` is not Base64; export the report again");
        }
    }
}
