package dev.ullage.collectors.exports;

import dev.ullage.model.Source;
import java.io.Reader;
import java.util.List;

/**
 * A file that is not JSON.
 *
 * @param content the whole of it from its first character; no need to close it
 * @param source its first line
 * @param folders as in {@link ExportRecord#folders()}
 */
public record ExportText(Reader content, Source source, List<String> folders) {

    public ExportText {
        folders = List.copyOf(folders);
    }

    /** The place of a line, counted from 1. */
    public Source line(int number) {
        return new Source(source.file(), number, "");
    }
}
