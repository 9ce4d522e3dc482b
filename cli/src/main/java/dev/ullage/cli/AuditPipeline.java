package dev.ullage.cli;

import java.io.IOException;

/** Everything between the command line and the reports: reads an estate and judges it. */
interface AuditPipeline {

    /**
     * Runs one audit. Input that cannot be read is not an error: it becomes coverage and an input's problem.
     *
     * @throws ConfigurationException with all that is wrong with what owners and rule authors wrote
     */
    Audit run(AuditRequest request, Progress progress) throws ConfigurationException, IOException;
}
