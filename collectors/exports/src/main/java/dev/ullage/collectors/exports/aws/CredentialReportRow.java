package dev.ullage.collectors.exports.aws;

import dev.ullage.collectors.exports.MalformedRecordException;
import dev.ullage.model.Answer;
import dev.ullage.model.Credential;
import dev.ullage.model.CredentialKind;
import dev.ullage.model.Provider;
import dev.ullage.model.Source;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * One user's row of a credential report. It has no key ids: a key is known by its user and its place, 1 or 2.
 *
 * <p>The report says "never used since tracking began" in two ways: {@code no_information} of a password, {@code N/A} of
 * a key. {@code N/A} of a password means that there is none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">Credential report</a>
 */
final class CredentialReportRow {

    /** The columns that are read; there are others. */
    static final List<String> COLUMNS = List.of(
            "user",
            "arn",
            "password_enabled",
            "password_last_used",
            "password_last_changed",
            "access_key_1_active",
            "access_key_1_last_rotated",
            "access_key_1_last_used_date",
            "access_key_2_active",
            "access_key_2_last_rotated",
            "access_key_2_last_used_date");

    private static final String ROOT = "<root_account>";
    private static final Set<String> NO_TIME = Set.of("N/A", "no_information", "not_supported", "");

    private final CSVRecord row;
    private final int line;
    private final Source source;

    CredentialReportRow(CSVRecord row, int line, Source source) throws MalformedRecordException {
        if (!row.isConsistent()) {
            throw new MalformedRecordException(
                    line,
                    "has " + row.size() + " values, which are not as many as the first line names; export it again");
        }
        this.row = row;
        this.line = line;
        this.source = source;
    }

    Source source() {
        return source;
    }

    /** True for the row of the account's root user. */
    boolean isRoot() {
        return user().equals(ROOT);
    }

    String user() {
        return row.get("user");
    }

    String arn() {
        return row.get("arn");
    }

    String account() throws MalformedRecordException {
        var account = Arn.parse(arn()).map(Arn::account).orElse("");
        if (!Hierarchy.isAccount(account)) {
            throw new MalformedRecordException(
                    line, "column `arn` is not an ARN with a 12-digit account; export it again");
        }
        return account;
    }

    /** The console password; null when the user has none. */
    @Nullable
    Credential password() throws MalformedRecordException {
        if (!isTrue("password_enabled")) {
            return null;
        }
        var use = lastUse("password_last_used", "no_information");
        return new Credential(
                Provider.AWS,
                CredentialKind.PASSWORD,
                arn() + "#password",
                arn(),
                time("password_last_changed"),
                null,
                Answer.YES,
                use.used(),
                use.at(),
                source);
    }

    /** The key in the place 1 or 2; null when there is none, or when it is the root user's and switched off. */
    @Nullable
    AccessKey accessKey(int place) throws MalformedRecordException {
        var column = "access_key_" + place;
        var active = isTrue(column + "_active");
        var created = time(column + "_last_rotated");
        var use = lastUse(column + "_last_used_date", "N/A");
        if (!active && (isRoot() || (created == null && use.at() == null))) {
            return null;
        }
        var kind = isRoot() ? CredentialKind.ROOT_ACCESS_KEY : CredentialKind.ACCESS_KEY;
        return new AccessKey(kind, arn() + "#" + column, arn(), created, Answer.of(active), use, source);
    }

    private boolean isTrue(String column) {
        return row.get(column).equalsIgnoreCase("true");
    }

    private LastUse lastUse(String column, String never) throws MalformedRecordException {
        var time = time(column);
        if (time != null) {
            return LastUse.at(time);
        }
        return row.get(column).equals(never) ? LastUse.NEVER : LastUse.UNKNOWN;
    }

    private @Nullable Instant time(String column) throws MalformedRecordException {
        var text = row.get(column);
        if (NO_TIME.contains(text)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new MalformedRecordException(
                    line, "column `" + column + "` is not a time such as `2026-01-31T08:00:00+00:00`; export it again");
        }
    }
}
