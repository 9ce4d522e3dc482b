package dev.ullage.collectors.exports;

import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Turns the records of one kind of export into facts. An instance lives for one run and may remember what it saw, to
 * join records that only make sense together.
 */
public interface RecordReader {

    /** What the export is called, such as {@code Cloud Asset Inventory IAM policies}. */
    String recognisedAs();

    /** The topics it gives facts on: what becomes partial when a file of this kind is cut short. */
    Set<Topic> topics();

    /**
     * Names of the fields of a top-level object whose arrays are streamed, each element a record of its own with that
     * {@link ExportRecord#envelope()}. What is left of the object comes last, as a record without envelope in which each
     * streamed array is empty: the place to look for a mark that the answer was cut into pages.
     */
    default Set<String> envelopes() {
        return Set.of();
    }

    /** True when the content of the record, not the name of its file, says that this reader understands it. */
    boolean recognises(ExportRecord record);

    /**
     * Reads a recognised record.
     *
     * @throws MalformedRecordException when it is not what it claims to be; facts given before stay
     */
    void read(ExportRecord record, Consumer<Fact> facts) throws MalformedRecordException;

    /** Called once, after the last record of the last file, for facts that need the whole input. */
    default void finish(Consumer<Fact> facts) {}
}
