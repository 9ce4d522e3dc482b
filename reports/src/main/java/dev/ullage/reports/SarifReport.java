package dev.ullage.reports;

import dev.ullage.analysis.Assessment;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * {@code report.sarif} for code scanning: what fails is a result at the intent or rule that it is about, what could not be
 * answered is a notification of the run and never a result. It keeps to GitHub's limits and says what it left out.
 *
 * @see <a href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning">SARIF
 *     support for code scanning</a>
 */
public final class SarifReport implements Report {

    private static final int GITHUB_RESULTS = 25_000;
    private static final long GITHUB_BYTES_ZIPPED = 10_000_000;

    private final int mostResults;
    private final long mostBytesZipped;

    /** Within the limits of GitHub. */
    public SarifReport() {
        this(GITHUB_RESULTS, GITHUB_BYTES_ZIPPED);
    }

    SarifReport(int mostResults, long mostBytesZipped) {
        this.mostResults = mostResults;
        this.mostBytesZipped = mostBytesZipped;
    }

    @Override
    public String fileName() {
        return "report.sarif";
    }

    @Override
    public void write(Assessment assessment, OutputStream out) throws IOException {
        var ordered = Ordered.of(assessment);
        SarifDocument.write(ordered, resultsThatFit(ordered), out);
    }

    /** Found by writing into a meter, so that a large document is never held in memory. */
    private int resultsThatFit(Assessment assessment) throws IOException {
        int results = mostResults;
        long size = zippedSize(assessment, results);
        while (size > mostBytesZipped && results > 0) {
            results = (int) Math.min(results - 1, results * mostBytesZipped / size);
            size = zippedSize(assessment, results);
        }
        return results;
    }

    private static long zippedSize(Assessment assessment, int results) throws IOException {
        var meter = new Meter();
        try (var zip = new GZIPOutputStream(meter)) {
            SarifDocument.write(assessment, results, zip);
        }
        return meter.bytes;
    }

    /** Counts what is written to it and keeps nothing. */
    private static final class Meter extends FilterOutputStream {

        private long bytes;

        Meter() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}
