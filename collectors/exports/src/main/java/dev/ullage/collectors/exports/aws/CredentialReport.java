package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.Coverage;
import dev.ullage.model.CoverageStatus;
import dev.ullage.model.Fact;
import dev.ullage.model.Source;
import dev.ullage.model.Topic;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * An account's credential report.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Credential report</a>
 */
final class CredentialReport {

    /** How the first line of every report begins. */
    static final String HEADER = "user,arn,user_creation_time";

    /** Two columns of one name are let through, so that the check below can name them. */
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
            .get();

    private final Hierarchy hierarchy;
    private final Identities identities;
    private final AccessKeys keys;
    private final Backlog backlog;

    CredentialReport(Hierarchy hierarchy, Identities identities, AccessKeys keys, Backlog backlog) {
        this.hierarchy = hierarchy;
        this.identities = identities;
        this.keys = keys;
        this.backlog = backlog;
    }

    /**
     * Reads a report.
     *
     * @param place gives the place of a line, counted from 1
     */
    void read(Reader csv, IntFunction<Source> place, Consumer<Fact> facts)
            throws IOException, MalformedRecordException {
        try (var rows = CSVParser.builder().setReader(csv).setFormat(FORMAT).get()) {
            checkColumns(rows.getHeaderNames());
            var accounts = new TreeSet<String>();
            for (var record : rows) {
                int line = (int) rows.getCurrentLineNumber();
                accounts.add(read(new CredentialReportRow(record, line, place.apply(line)), facts));
            }
            for (var account : accounts) {
                keys.reportRead(account);
                facts.accept(new Coverage(Topic.CREDENTIALS, account, CoverageStatus.COMPLETE, "", place.apply(1)));
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new MalformedRecordException(0, "a quotation mark is out of place; export the report again");
            }
            throw e;
        }
    }

    private static void checkColumns(List<String> header) throws MalformedRecordException {
        for (var column : CredentialReportRow.COLUMNS) {
            if (Collections.frequency(header, column) != 1) {
                throw new MalformedRecordException(
                        1, "column `" + column + "` is not there exactly once; export the report again");
            }
        }
    }

    /** Reads a row and returns its account. */
    private String read(CredentialReportRow row, Consumer<Fact> facts) throws MalformedRecordException {
        var account = row.account();
        backlog.hold(3 * row.arn().length());
        hierarchy.account(account, row.source());
        if (!row.isRoot()) {
            identities.user(account, row.user(), row.arn());
            var password = row.password();
            if (password != null) {
                facts.accept(password);
            }
        }
        for (int place = 1; place <= 2; place++) {
            var key = row.accessKey(place);
            if (key != null) {
                keys.reported(key);
            }
        }
        return account;
    }
}
