package dev.ullage.reports;

import dev.ullage.analysis.Assessment;
import java.io.IOException;
import java.io.OutputStream;

/** One file made of an assessment and of nothing else: the same assessment gives the same bytes. */
public interface Report {

    /** What the file is called unless the user says otherwise. */
    String fileName();

    /** Writes the whole file, in UTF-8 and streaming where it can be large; the stream stays open. */
    void write(Assessment assessment, OutputStream out) throws IOException;
}
