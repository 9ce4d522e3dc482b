package dev.ullage.collectors.exports;

import dev.ullage.model.Fact;
import dev.ullage.model.InputFile;
import java.util.List;

/**
 * What a folder of exports said.
 *
 * @param facts in the order of the files, and last those that need the whole input; what could not be read is among them
 *     as {@link dev.ullage.model.Coverage}
 * @param files one for every file that was looked at, sorted by path
 */
public record ExportResult(List<Fact> facts, List<InputFile> files) {

    public ExportResult {
        facts = List.copyOf(facts);
        files = List.copyOf(files);
    }
}
