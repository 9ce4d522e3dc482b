package dev.ullage.collectors.exports.gcp;

import dev.ullage.collectors.exports.ExportRecord;
import dev.ullage.collectors.exports.MalformedRecordException;

/** What is left of a REST listing when its elements are taken out: perhaps a mark that there is another page. */
final class PageMark {

    private PageMark() {}

    /** True for what is left of a listing of that name which goes on elsewhere. */
    static boolean isOn(ExportRecord record, String envelope) {
        return record.envelope() == null
                && record.value().path(envelope).isArray()
                && !JsonFields.text(record.value(), "nextPageToken").isEmpty();
    }

    /** A listing that may go on in another file cannot be taken for the whole. */
    static MalformedRecordException malformed() {
        return new MalformedRecordException(
                "/nextPageToken", "the listing goes on on another page; export all pages into one listing");
    }
}
