package dev.ullage.collectors.exports;

import dev.ullage.model.Fact;
import dev.ullage.model.Topic;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Turns one kind of file that is not JSON into facts: a CSV report, or what a command line tool printed instead of its
 * answer. An instance lives for one run.
 */
public interface TextReader {

    /** What the file is called, such as {@code AWS credential report}. */
    String recognisedAs();

    /** The topics it gives facts on: what becomes partial when a file of this kind is cut short. */
    Set<Topic> topics();

    /**
     * True when the file is this reader's.
     *
     * @param firstLine the first line that is not blank, without its line end; empty for an empty file, which some
     *     tools print to say "not configured"
     * @param folders as in {@link ExportRecord#folders()}
     */
    boolean recognises(String firstLine, List<String> folders);

    /**
     * Reads a recognised file.
     *
     * @throws MalformedRecordException when it is not what it claims to be; facts given before stay
     * @throws IOException when the file cannot be read on; an {@link java.io.UncheckedIOException} is taken for the same
     */
    void read(ExportText text, Consumer<Fact> facts) throws IOException, MalformedRecordException;

    /** Called once, after the last file, for facts that need the whole input. */
    default void finish(Consumer<Fact> facts) {}
}
