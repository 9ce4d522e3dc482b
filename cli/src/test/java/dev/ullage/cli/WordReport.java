package dev.ullage.cli;

import dev.ullage.analysis.Assessment;
import dev.ullage.reports.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A report that says one word about an estate. */
record WordReport(String fileName, String word) implements Report {
    @Override
    public void write(Assessment assessment, OutputStream out) throws IOException {
        out.write((word + " of " + assessment.estate()).getBytes(StandardCharsets.UTF_8));
    }
}
